import { permission } from '#kernel/access/contract-permission.ts';

export const permissions = {
  /** Held by a kiosk itself. */
  serve: permission('kiosk.serve', { 'zh-CN': '自助终端接待', en: 'Serve visitors at a kiosk' }, [
    'own',
  ]),
  manage: permission(
    'kiosk.manage',
    { 'zh-CN': '维护自助终端设置', en: 'Keep the settings of kiosks' },
    ['centre'],
  ),
  uploadOwn: permission(
    'kiosk.upload-own',
    { 'zh-CN': '用手机向自助终端传送材料', en: 'Send papers to a kiosk by phone' },
    ['own'],
  ),
} as const;

/**
 * What a visitor may do at a kiosk with a card or a code: ask, apply, follow, rate, take a ticket, show a licence.
 * Contacts, mandates, copies of data and erasure are for a browser of one's own.
 */
export const PERMITS = [
  'queue.take',
  'cases.view-own',
  'cases.apply',
  'appointments.book-own',
  'parties.view-own',
  'licences.view-own',
  'evaluation.rate-own',
  permissions.uploadOwn.name,
] as const;
