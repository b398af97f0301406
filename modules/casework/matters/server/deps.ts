import type { Clock } from '#kernel/clock/clock.ts';
import type { Database } from '#kernel/db/database.ts';
import type { TextReader } from '#kernel/documents/ocr/read-text.ts';
import type { FilesApi } from '#kernel/files/api.ts';

import type { EditionCache } from './edition-cache.ts';
import type { GuideShelf } from './guides/guide-shelf.ts';

/** What this module's use cases stand on. */
export interface MattersDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Keeps blank forms and samples. */
  readonly files: Pick<FilesApi, 'attach' | 'getFile'>;
  /** Reads print from pictures of pages. */
  readonly textReader: TextReader;
  readonly editions: EditionCache;
  readonly guides: GuideShelf;
}
