import { z } from 'zod';

import { Id, Instant } from '#kernel/http/shapes.ts';

/** Words of a matter, Chinese first. */
export const Text = z.object({ zh: z.string(), en: z.string().optional() });
export type Text = z.infer<typeof Text>;

/** 一次一评: the visit that is rated, as the hall tells it when the clerk ends the service at the window. */
export const RatedVisit = z.object({
  visitId: Id,
  ticketNo: z.string(),
  siteId: Id,
  windowId: Id,
  /** Who served, of the staff register; null leaves it to the stationing of the window. */
  personId: Id.nullable(),
  departmentId: Id.nullable(),
  matterId: Id.nullable(),
  matterName: Text.nullable(),
  caseId: Id.nullable(),
  caseNo: z.string().nullable(),
  partyId: Id.nullable(),
  finishedAt: Instant,
});
export type RatedVisit = z.infer<typeof RatedVisit>;
