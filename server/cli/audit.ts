import { readFile } from 'node:fs/promises';

import { AuditAnchor } from '#kernel/audit/anchor.ts';
import type { Finding } from '#kernel/audit/finding.ts';
import { type AuditReport, verifyAudit } from '#kernel/audit/verify-audit.ts';
import { type Centre, listCentres } from '#kernel/centre/centre.ts';
import type { Database } from '#kernel/db/database.ts';

import { openFoundation } from '../open.ts';
import { explain, OperatorError } from './explain.ts';
import { createTerminal, type Terminal } from './terminal.ts';

interface VerifyOptions {
  readonly json: boolean;
  readonly anchor?: readonly string[];
}

/** The log could not be checked, which says nothing of whether it is whole. */
const NOT_CHECKED = 2;

/** Checks every chain of every centre; ends with 0 when all are whole, 1 when one is broken, 2 when that is not known. */
export async function verifyChains(options: VerifyOptions): Promise<void> {
  try {
    process.exitCode = await verify(options, createTerminal(options.json));
  } catch (error) {
    const [zh, en] = explain(error);
    console.error(`\n  ✗ 无法核对：${zh}\n    Could not check. ${en}\n`);
    process.exitCode = NOT_CHECKED;
  }
}

interface CentreReport {
  readonly centre: Centre;
  readonly report: AuditReport;
}

async function verify({ anchor = [] }: VerifyOptions, terminal: Terminal): Promise<number> {
  const anchors = await Promise.all(anchor.map(readAnchor));
  const opened = await openFoundation({ logFile: '/dev/null' });
  try {
    const { database } = opened.foundation;
    const centres = await listCentres(database.db);
    const reports: CentreReport[] = [];
    for (const centre of centres) {
      const own = anchors.filter(({ centreId }) => centreId === centre.centreId);
      reports.push({ centre, report: await verifyCentre(database, centre, own, terminal) });
    }
    if (reports.length === 0)
      terminal.say('  ✓ 还没有中心，没有可核对的记录 / no centre yet, nothing to check');
    for (const found of reports) sayReport(terminal, found);
    const strange = anchors.filter((each) => centres.every((c) => c.centreId !== each.centreId));
    for (const { centreId } of strange)
      terminal.say(
        `  ✗ 存证属于本库没有的中心 ${centreId} / an anchor is of centre ${centreId}, which is not here`,
      );
    const isWhole = reports.every(({ report }) => report.isWhole) && strange.length === 0;
    terminal.result({ isWhole, centres: reports.map(toResult) });
    return isWhole ? 0 : 1;
  } finally {
    await opened.close();
  }
}

async function readAnchor(path: string): Promise<AuditAnchor> {
  try {
    return AuditAnchor.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new OperatorError(
      `“${path}”不是可以读取的存证文件。`,
      `"${path}" is not an anchor that can be read.`,
      error,
    );
  }
}

async function verifyCentre(
  database: Database,
  centre: Centre,
  anchors: readonly AuditAnchor[],
  terminal: Terminal,
): Promise<AuditReport> {
  // The number of entries is only estimated until they have been read: the bar counts in hundredths.
  const bar = terminal.bar(`核对审计链 Checking the chains · ${centre.nameZh}`, 100);
  let shown = 0;
  const report = await verifyAudit(database, {
    centreId: centre.centreId,
    anchors,
    onProgress: (done, total) => {
      const now = Math.floor((done / Math.max(total, 1)) * 100);
      if (now > shown) bar.advance(now - shown);
      shown = Math.max(shown, now);
    },
  });
  bar.done();
  return report;
}

function sayReport(terminal: Terminal, { centre, report }: CentreReport): void {
  const { isWhole, chains, entries, waiting, findings, remarks } = report;
  terminal.say(
    `  ${isWhole ? '✓' : '✗'} ${centre.nameZh} ${centre.nameEn}: ${isWhole ? '完整 whole' : '断裂 broken'}`,
  );
  terminal.say(`    链 chains ${chains}，记录 entries ${entries}，待封链 waiting ${waiting}`);
  for (const finding of findings) sayFinding(terminal, '✗', finding);
  for (const remark of remarks) sayFinding(terminal, '!', remark);
}

function sayFinding(terminal: Terminal, sign: string, { chain, sentence }: Finding): void {
  terminal.say(`    ${sign} 链 chain ${chain}: ${sentence['zh-CN']}\n      ${sentence.en}`);
}

const toResult = ({ centre, report }: CentreReport) => ({
  centreId: centre.centreId,
  nameZh: centre.nameZh,
  nameEn: centre.nameEn,
  ...report,
});
