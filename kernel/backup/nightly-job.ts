import { z } from 'zod';

import { listCentres } from '../centre/centre.ts';
import { job } from '../jobs/contract.ts';
import type { BackupModuleDeps } from './deps.ts';
import { runBackup } from './run-backup.ts';

/** Backs the whole installation up every night and restores the backup for comparison. */
export function nightlyBackup(deps: BackupModuleDeps) {
  return job({
    name: 'backup.nightly',
    title: { 'zh-CN': '备份并恢复核对', en: 'Back up, restore and compare' },
    payload: z.object({}),
    schedule: { cron: deps.schedule },
    retry: { attempts: 3, backoffSeconds: 900 },
    timeoutSeconds: 6 * 3600,
    key: () => 'backup',
    run: {
      mode: 'outside',
      handle: async (_payload, { actor, signal }) => {
        // The schedule comes round for each centre; one backup holds them all.
        const [first] = await listCentres(deps.database.db);
        if (first?.centreId !== actor.centreId) return;
        await runBackup(deps, actor.centreId, signal);
      },
    },
  });
}
