import type { Actor } from '#kernel/access/contract-actor.ts';
import { routes } from '#modules/registry/organisation/contract.ts';

import type { TestApp } from './app.ts';

/** Two sites with a zone each and a department, for tests. */
export async function createPlaces(app: TestApp, manager: Actor) {
  const named = { nameZh: '测试', nameEn: 'Test', order: 1 };
  const box = { floor: 1, x: 0, y: 0, width: 20, height: 10.5 };
  const site = async (code: string) => {
    const body = {
      ...named,
      code,
      kind: 'town',
      divisionCode: '310117003',
      address: '',
      phone: '',
    };
    return (await app.send(manager, routes.createSite, { body: { ...body, kind: 'town' } })).body
      .id;
  };
  const zone = async (code: string, siteId: string) => {
    const body = { ...named, ...box, code, siteId, kind: 'service' } as const;
    return (await app.send(manager, routes.createZone, { body })).body.id;
  };
  const siteId = await site('here');
  const otherSiteId = await site('there');
  const department = {
    ...named,
    code: 'tax',
    shortZh: '税务',
    kind: 'vertical',
    phone: '',
  } as const;
  const uscc = '11310117MB0T010187';
  const { body } = await app.send(manager, routes.createDepartment, {
    body: { ...department, uscc },
  });
  const places = {
    siteId,
    otherSiteId,
    zoneId: await zone('here-1', siteId),
    otherZoneId: await zone('there-1', otherSiteId),
    departmentId: body.id,
  };
  const window = {
    siteId,
    zoneId: places.zoneId,
    nameZh: '综合窗口',
    nameEn: 'Comprehensive',
    kind: 'comprehensive' as const,
    departmentIds: [body.id],
    isAccessible: true,
    x: 12.5,
    y: 3,
    validFrom: '2026-01-01',
  };
  return { ...places, window };
}

export type Places = Awaited<ReturnType<typeof createPlaces>>;
