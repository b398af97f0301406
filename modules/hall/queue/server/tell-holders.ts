import { z } from 'zod';

import { systemActor } from '#kernel/access/system-actor.ts';
import { listen } from '#kernel/events/listener.ts';
import { messageTemplate } from '#kernel/notify/template.ts';

import { events } from '../contract.ts';
import { aroundOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import * as repository from './repository.ts';
import { readSettings } from './settings.ts';
import { linkOf } from './slip.ts';
import { createVault } from './vault.ts';

/** 「前面还有三位」. */
export const SOON = messageTemplate({
  name: 'queue.soon',
  values: z.object({ number: z.string(), ahead: z.number(), place: z.string(), token: z.string() }),
  subject: { 'zh-CN': '号票 {number} 即将叫号', en: 'Your turn is near: {number}' },
  body: {
    'zh-CN': '您的号 {number} 前面还有 {ahead} 位，请到{place}等候。叫号三次未到作废。',
    en: 'There are {ahead} before your ticket {number}. Please come to {place}. After three calls it is void.',
  },
  link: ({ token }) => linkOf(token),
});

/** After each call, whoever has come near in that line is told, once, when they can be reached. */
export const tellHolders = (deps: QueueDeps) =>
  listen('queue.tell-holders', events.called, async (tx, { centreId, payload }) => {
    if (payload.act !== 'called') return;
    const { noticeAhead } = await readSettings(tx, centreId);
    const first = await repository.listFirst(
      tx,
      centreId,
      payload.businessId,
      payload.day,
      noticeAhead + 1,
    );
    const { directory } = await aroundOf(deps, tx, centreId);
    const vault = createVault(deps.cipher, centreId);
    const actor = systemActor(centreId, 'queue');
    for (const [ahead, row] of first.entries()) {
      if (row.noticed_at !== null) continue;
      if (row.mobile_sealed === null && row.account_id === null) continue;
      const zone = directory.zones.byId.get(row.zone_id);
      await deps.notify.notify(tx, actor, {
        template: SOON,
        values: { number: row.number, ahead, place: zone?.nameZh ?? '', token: row.token },
        to: {
          ...(row.account_id === null ? {} : { accountId: row.account_id }),
          ...(row.mobile_sealed === null
            ? {}
            : { mobile: vault.openMobile(row.ticket_id, row.mobile_sealed) }),
          locale: 'zh-CN',
        },
        key: row.ticket_id,
      });
      repository.updateTicket(tx, row, { noticed_at: deps.clock.now() });
    }
  });
