import { migrate, readMigrations } from '#kernel/db/migrate.ts';

import { migrationsFor } from '../migrations.ts';
import { openFoundation } from '../open.ts';
import { createTerminal } from './terminal.ts';

/** Applies the migrations that the database does not have yet, each in a transaction of its own. */
export async function bringUpToDate({ json }: { readonly json: boolean }): Promise<void> {
  const terminal = createTerminal(json);
  const opened = await openFoundation();
  try {
    const applied = await migrate(
      opened.foundation.database,
      await readMigrations(migrationsFor(opened.foundation.config.mode)),
      (migration) => terminal.say(`  ${migration.part} ${migration.name}`),
    );
    terminal.say(`  ✓ ${applied} 项更新 / ${applied} migrations applied`);
    terminal.result({ applied });
  } finally {
    await opened.close();
  }
}
