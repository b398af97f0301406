import { z } from 'zod';

import { job } from '../../jobs/contract.ts';
import type { AuditDeps } from '../deps.ts';
import { mayPrune, pruneAudit } from '../prune.ts';
import { recordAudit } from '../record.ts';

/** Removes what is older than the retention, every night; the removal is an entry itself. */
export function pruneEntries({ database, clock, retentionDays }: AuditDeps) {
  return job({
    name: 'audit.prune-entries',
    title: {
      'zh-CN': '清理超过保存期限的审计日志',
      en: 'Remove audit entries beyond their retention',
    },
    payload: z.object({}),
    schedule: { cron: '40 3 * * *' },
    retry: { attempts: 5, backoffSeconds: 600 },
    timeoutSeconds: 7200,
    run: {
      mode: 'outside',
      handle: async (_payload, { actor }) => {
        if (!(await mayPrune(database))) return;
        const removed = await pruneAudit(database, actor.centreId, retentionDays, clock.now());
        if (removed === 0) return;
        await database.transaction(async (tx) =>
          recordAudit(tx, clock, actor, {
            act: 'audit.entries-pruned',
            subject: { kind: 'audit.log', id: String(actor.centreId) },
            body: { removed, retentionDays },
          }),
        );
      },
    },
  });
}
