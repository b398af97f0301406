import { z } from 'zod';

import { job } from '../../jobs/contract.ts';
import { writeAnchor } from '../anchor-files.ts';
import { createAnchor } from '../anchor.ts';
import type { AuditDeps } from '../deps.ts';

/** Writes the signed heads of a centre's chains into the anchor folder, every night. */
export function writeDailyAnchor({ database, clock, signer, anchorFolder }: AuditDeps) {
  return job({
    name: 'audit.write-anchor',
    title: { 'zh-CN': '生成审计链存证', en: 'Write the signed anchor of the audit chains' },
    payload: z.object({}),
    schedule: { cron: '10 0 * * *' },
    retry: { attempts: 6, backoffSeconds: 300 },
    run: {
      mode: 'outside',
      handle: async (_payload, { actor }) => {
        if (signer === undefined || anchorFolder === undefined) return;
        const anchor = await createAnchor({ database, clock, signer }, actor.centreId);
        await writeAnchor(anchorFolder, anchor);
      },
    },
  });
}
