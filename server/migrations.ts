import type { MigrationSource } from '#kernel/db/migrate.ts';
import { migrations as standinCarrier } from '#standins/carrier/index.ts';
import { migrations as standinIdentity } from '#standins/identity/index.ts';

import { declarations } from './modules.ts';

/** Parts of the kernel that have tables and are not declared as modules, or share the kernel's own schema. */
const kernelFolders = [
  'centre',
  'events',
  'audit',
  'http',
  'jobs',
  'files',
  'notify',
  'imports',
  'documents',
  'calendar',
];

const folder = (path: string) => new URL(path, import.meta.url);

/** Every folder of migrations: the kernel's parts and each module's own. */
export const migrationSources: readonly MigrationSource[] = [
  ...kernelFolders.map((part) => ({
    part: `kernel/${part}`,
    folder: folder(`../kernel/${part}/migrations/`),
  })),
  ...declarations.flatMap(({ name, migrations }) =>
    migrations ? [{ part: name, folder: migrations }] : [],
  ),
  { part: 'standins/identity', folder: standinIdentity },
  { part: 'standins/carrier', folder: standinCarrier },
];

/** What a process of this mode brings up to date: production knows no stand-ins. */
export function migrationsFor(mode: 'demonstration' | 'production'): readonly MigrationSource[] {
  return migrationSources.filter(
    ({ part }) => mode === 'demonstration' || !part.startsWith('standins/'),
  );
}
