import { existsSync } from 'node:fs';

import type { MigrationSource } from '#kernel/db/migrate.ts';

import { declarations } from './modules.ts';

const kernelFolders = [
  'centre',
  'events',
  'audit',
  'http',
  'access',
  'jobs',
  'files',
  'notify',
  'calendar',
  'documents',
  'imports',
];

const folder = (path: string) => new URL(path, import.meta.url);

/** Every folder of migrations: the kernel's parts and each module's own. */
export const migrationSources: readonly MigrationSource[] = [
  ...kernelFolders
    .map((part) => ({ part: `kernel/${part}`, folder: folder(`../kernel/${part}/migrations/`) }))
    .filter((source) => existsSync(source.folder)),
  ...declarations.flatMap(({ name, migrations }) =>
    migrations ? [{ part: name, folder: migrations }] : [],
  ),
];
