import type { Words } from '#kernel/problems/contract.ts';

import type { Channel, SiteKind } from './of-others.ts';
import type { Settings } from './settings.ts';

/** What decides whether a parcel is free. */
export interface Handled {
  readonly channel: Channel;
  /** Of the site where it was handled; null for what came in online. */
  readonly siteKind: SiteKind | null;
  /** Credit code of the authority that decides. */
  readonly authorityCode: string;
}

export interface Entitlement {
  readonly isFree: boolean;
  /** A sentence for the applicant. */
  readonly reason: Words;
}

const say = (isFree: boolean, zh: string, en: string): Entitlement => ({
  isFree,
  reason: { 'zh-CN': zh, en },
});

/** Whether parcels of a case are free of charge, and why. */
export function decideFree(
  { channel, siteKind, authorityCode }: Handled,
  settings: Settings,
): Entitlement {
  if (settings.windowChannels.includes(channel))
    return siteKind !== null && settings.siteKinds.includes(siteKind)
      ? say(
          true,
          '在区行政服务中心窗口办理，材料和结果免费寄递。',
          'Handled at a window of the district centre: papers and result are sent free of charge.',
        )
      : say(
          false,
          '该办件不在区行政服务中心窗口办理，不在免费寄递范围内，请到受理窗口领取。',
          'This case was not handled at a window of the district centre, so it is not sent free of charge; please collect it where you applied.',
        );
  if (!settings.onlineChannels.includes(channel))
    return say(
      false,
      '该办件的办理渠道不在免费寄递范围内。',
      'Cases that came in this way are not sent free of charge.',
    );
  return settings.divisions.includes(authorityCode.slice(2, 8))
    ? say(
        true,
        '网上办理本区事项，材料和结果免费寄递。',
        'A matter of this district applied for online: papers and result are sent free of charge.',
      )
    : say(
        false,
        '该事项不由本区部门办理，不在免费寄递范围内。',
        'This matter is not one of this district, so it is not sent free of charge.',
      );
}
