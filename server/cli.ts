import { Command } from 'commander';

import { addCommands } from './cli/commands.ts';

const program = new Command('onewindow')
  .description('OneWindow 一窗：政务服务中心 / an administrative service centre')
  .version('0.1.0')
  .option('--json', '以 JSON 输出结果 / print the result as JSON', false)
  .showHelpAfterError();

addCommands(program);

// Whoever reads only the first lines (`| head`) closes the pipe: nothing is wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  const { explain } = await import('./cli/explain.ts');
  const [zh, en] = explain(error);
  console.error(`\n  ✗ ${zh}${en === '' ? '' : `\n    ${en}`}\n`);
  process.exitCode = 1;
}
