import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { PartySummary } from './shapes.ts';

/** Who shows a code: for themselves, or for a firm. */
export const PresentedParty = z.object({
  party: PartySummary,
  /** The person at the window when they act for a firm; null when they are the party. */
  agent: PartySummary.nullable(),
});
export type PresentedParty = z.infer<typeof PresentedParty>;

export const codeRoutes = {
  presentCode: route({
    name: 'parties.presentCode',
    method: 'POST',
    path: '/api/v1/parties/presentations',
    summary:
      'Who shows this code (随申码, 电子营业执照), by the service that issued it; recorded as verified when new',
    admission: permissions.register,
    body: z.object({ code: z.string().trim().min(8).max(1000) }),
    response: PresentedParty,
    ratePerMinute: 120,
    problems: [problems.codeUnreadable, problems.codesAway],
  }),
} as const;
