import { Command } from 'commander';

import { addAuditCommands } from './cli/audit.ts';
import { addBackupCommand } from './cli/backup.ts';
import { addDevCommand } from './cli/dev.ts';
import { explain } from './cli/explain.ts';
import { addExportCommands } from './cli/export.ts';
import { addImportCommand } from './cli/import.ts';
import { addMigrateCommand } from './cli/migrate.ts';
import { addRestoreCommand } from './cli/restore.ts';
import { addSecretsCommand } from './cli/secrets.ts';
import { addStartCommands } from './cli/start.ts';

const program = new Command('onewindow')
  .description('OneWindow 一窗：政务服务中心 / an administrative service centre')
  .version('0.1.0')
  .option('--json', '以 JSON 输出结果 / print the result as JSON', false)
  .showHelpAfterError();

addStartCommands(program);
addDevCommand(program);
addMigrateCommand(program);
addImportCommand(program);
addExportCommands(program);
addAuditCommands(program);
addBackupCommand(program);
addRestoreCommand(program);
addSecretsCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  const [zh, en] = explain(error);
  console.error(`\n  ✗ ${zh}${en === '' ? '' : `\n    ${en}`}\n`);
  process.exitCode = 1;
}
