import type { Command } from 'commander';

// Only how commands are called stands here. What one does, with all that it needs, is loaded when it is called.

/** Tells the program its commands. */
export function addCommands(program: Command): void {
  addServing(program);
  addData(program);
  addBackups(program);
  addAudit(program);
  addBudget(program);
}

const JSON_OPTION = ['--json', '以 JSON 输出结果 / print the result as JSON'] as const;

/** What was given to a command, with the options that may stand before it. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- commander promises what its own type parameter says
const optionsOf = <O extends { readonly json: boolean }>(command: Command): O =>
  command.optsWithGlobals<O>();

function addServing(program: Command): void {
  program
    .command('start')
    .description('启动服务 / start the server')
    .option(...JSON_OPTION)
    .action(async (_options: unknown, command: Command) =>
      (await import('./start.ts')).start(optionsOf(command)),
    );
  program
    .command('worker')
    .description('只运行后台任务 / run background work only')
    .option(...JSON_OPTION)
    .action(async (_options: unknown, command: Command) =>
      (await import('./work.ts')).work(optionsOf(command)),
    );
  program
    .command('dev')
    .description('开发：源文件一改就重建并重启 / build and start anew whenever a source changes')
    .action(async () => (await import('./dev.ts')).develop());
  program
    .command('migrate')
    .description('更新数据库结构 / bring the database up to date')
    .option(...JSON_OPTION)
    .action(async (_options: unknown, command: Command) =>
      (await import('./migrate.ts')).bringUpToDate(optionsOf(command)),
    );
  program
    .command('secrets')
    .description('生成正式环境所需的密钥 / make the secrets that production needs')
    .option(...JSON_OPTION)
    .action(async (_options: unknown, command: Command) =>
      (await import('./secrets.ts')).printSecrets(optionsOf(command)),
    );
}

function addData(program: Command): void {
  program
    .command('import <folder>')
    .description(
      '从目录载入中心（centre.json、manifest.json 和各表）/ load a centre from a folder of sheets',
    )
    .option('--centre <number>', '中心编号 / number of the centre', '1')
    .option(...JSON_OPTION)
    .action(async (folder: string, _options: unknown, command: Command) =>
      (await import('./import.ts')).importCentre(folder, optionsOf(command)),
    );
  program
    .command('export <folder>')
    .description(
      '导出全部数据，供换用另一版本的数据库 / write out all data, to move it to another version of the database',
    )
    .option(...JSON_OPTION)
    .action(async (folder: string, _options: unknown, command: Command) =>
      (await import('./export.ts')).exportTo(folder, optionsOf(command)),
    );
  program
    .command('import-data <folder>')
    .description(
      '把导出的数据读入空数据库，并逐表核对 / read an export into an empty database and compare every table',
    )
    .option(...JSON_OPTION)
    .action(async (folder: string, _options: unknown, command: Command) =>
      (await import('./export.ts')).importFrom(folder, optionsOf(command)),
    );
}

function addBackups(program: Command): void {
  program
    .command('backup [folder]')
    .description(
      '在线备份数据库和存储文件 / back up the database and the stored files while it serves',
    )
    .option('--keep <number>', '保留的份数，更早的删除 / how many to keep; older ones are removed')
    .option(
      '--rehearse',
      '恢复到临时目录并逐表核对 / restore it beside and compare every table',
      false,
    )
    .option(...JSON_OPTION)
    .action(async (folder: string | undefined, _options: unknown, command: Command) =>
      (await import('./backup.ts')).backUp(folder, optionsOf(command)),
    );
  program
    .command('restore <backup>')
    .description('从备份恢复，可恢复到某一时刻 / restore a backup, up to a moment if one is given')
    .option(
      '--to <time>',
      '恢复到的时刻（ISO 8601，含时区）/ moment to restore to (ISO 8601 with its offset)',
    )
    .option(
      '--into <folder>',
      '恢复到此目录，默认 DATA_DIR / data folder to restore into, DATA_DIR unless told',
    )
    .option('--archive <folder...>', '另有归档日志的目录 / more folders with archived WAL')
    .option('--force', '目录中已有数据时，先移到旁边 / move data that is there aside first', false)
    .option(...JSON_OPTION)
    .action(async (backup: string, _options: unknown, command: Command) =>
      (await import('./restore.ts')).restore(backup, optionsOf(command)),
    );
}

function addAudit(program: Command): void {
  const audit = program.command('audit').description('审计日志 / the audit log');
  audit
    .command('verify')
    .description(
      '逐条核对审计链，指出第一处断裂（0 完整，1 断裂，2 无法核对）/ check every chain and name the first broken entry (0 whole, 1 broken, 2 could not check)',
    )
    .option('--anchor <file...>', '同时核对存证文件 / compare with these signed anchors too')
    .option(...JSON_OPTION)
    .action(async (_options: unknown, command: Command) =>
      (await import('./audit.ts')).verifyChains(optionsOf(command)),
    );
}

function addBudget(program: Command): void {
  const budget = program.command('budget').description('部门预算 / the departmental budget');
  budget
    .command('audit <file>')
    // One says that errors were found: a call that cannot be understood ends with two, like a file that cannot be read.
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
    .description(
      '审核一份预算：文本、HTML、PDF、工作簿或数据包，不需要服务（0 无错误，1 有错误，2 无法读取）/ audit a budget in text, HTML, PDF, a workbook or a package, without a server (0 no error, 1 errors, 2 unreadable)',
    )
    .option('--html [file]', '另存为网页 / write the report as a page too')
    .option(...JSON_OPTION)
    .action(async (file: string, _options: unknown, command: Command) =>
      (await import('./budget.ts')).auditBudget(file, optionsOf(command)),
    );
}
