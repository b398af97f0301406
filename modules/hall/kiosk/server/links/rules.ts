import type { LinkRow } from '../tables.ts';

/** What comes by phone is a paper of an application. */
export const PURPOSE = 'cases.paper';

export const isOpen = (row: Pick<LinkRow, 'closed_at' | 'expires_at'>, now: Date): boolean =>
  row.closed_at === null && now < row.expires_at;
