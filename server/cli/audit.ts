import type { Command } from 'commander';

import { verifyAudit } from '#kernel/audit/verify-audit.ts';

import { openFoundation } from '../open.ts';
import { createTerminal } from './terminal.ts';

export function addAuditCommands(program: Command): void {
  const audit = program.command('audit').description('审计日志 / the audit log');
  audit
    .command('verify')
    .description(
      '逐条核对审计链，指出第一处断裂 / check every chain and name the first broken entry',
    )
    .action(async () => {
      const terminal = createTerminal(program.opts<{ json: boolean }>().json);
      const opened = await openFoundation();
      try {
        const report = await verifyAudit(opened.foundation.database);
        terminal.say(JSON.stringify(report, undefined, 2));
        terminal.result(report);
      } finally {
        await opened.close();
      }
    });
}
