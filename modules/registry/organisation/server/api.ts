import type { Db } from '#kernel/db/types.ts';

import { type Directory, loadDirectory } from './directory.ts';

/** What other modules may ask of the organisation. */
export interface OrganisationApi {
  /** Names and codes of the centre's places and bodies, closed ones included. */
  loadDirectory(db: Db, centreId: number): Promise<Directory>;
}

export const organisationApi: OrganisationApi = { loadDirectory };
