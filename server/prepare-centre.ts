import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { OpenedAccount } from '#kernel/access/index.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import { listCentres, noteDetails } from '#kernel/centre/centre.ts';

import { OperatorError } from './cli/explain.ts';
import type { Terminal } from './cli/terminal.ts';
import type { Foundation } from './kernel.ts';
import { bringRoles, loadCentre } from './load-centre.ts';
import type { Running } from './modules.ts';

const centresFolder = fileURLToPath(new URL('../centres/', import.meta.url));

/** The folder of a centre that comes with the software: the one named, else the first there is. */
export function centreFolder(slug: string | undefined): string {
  return join(centresFolder, slug ?? readdirSync(centresFolder).toSorted()[0] ?? '');
}

const FIRST_CENTRE = 1;

/** The roles of which the demonstration opens one account each. */
const SHOWN_ROLES = [
  'system-admin',
  'security-admin',
  'audit-admin',
  'organisation-manager',
  'hr-manager',
  'device-manager',
  'hall-manager',
  'registrar',
  'licence-manager',
  'matters-manager',
  'matters-publisher',
  'service-supervisor',
  'fulfilment-manager',
  'finance-maker',
  'finance-checker',
  'finance-approver',
  'window-clerk',
  'premises-checker',
  'department-approver',
  'department-head',
] as const;

/**
 * Makes sure that there is a centre to serve. A demonstration loads the one that comes with the software;
 * a production system is filled by its operator and refuses to start empty.
 */
export async function prepareCentre(
  foundation: Foundation,
  running: Running,
  terminal: Terminal,
): Promise<readonly OpenedAccount[]> {
  const { config, database } = foundation;
  if (config.mode === 'production') {
    const centres = await listCentres(database.db);
    if (centres.length === 0) throw nothingToServe();
    await Promise.all(centres.map((centre) => bringRoles(foundation, running, centre.centreId)));
    return [];
  }
  await loadDemonstration(foundation, running, terminal);
  return running.access.openDemonstration(systemActor(FIRST_CENTRE, 'demonstration'), SHOWN_ROLES);
}

const nothingToServe = () =>
  new OperatorError(
    '数据库中还没有中心。请先运行：npx onewindow import <目录>。',
    'The database holds no centre yet. Run first: npx onewindow import <folder>',
  );

async function loadDemonstration(
  foundation: Foundation,
  running: Running,
  terminal: Terminal,
): Promise<void> {
  const { config, database } = foundation;
  const folder = centreFolder(config.centre);
  if (!existsSync(folder)) {
    throw new OperatorError(
      `没有名为 ${config.centre ?? ''} 的中心，请改正 ONEWINDOW_CENTRE。`,
      `There is no centre called ${config.centre ?? ''}; correct ONEWINDOW_CENTRE.`,
    );
  }
  if (await isLoaded(foundation)) {
    await bringRoles(foundation, running, FIRST_CENTRE);
    return;
  }
  const given = { folder, centreId: FIRST_CENTRE, isDemonstration: true };
  await terminal.step('载入演示中心', 'Loading the demonstration centre', () =>
    loadCentre(foundation, running, given, terminal),
  );
  await database.transaction(async (tx) => noteDetails(tx, FIRST_CENTRE, { loaded: true }));
}

// Set after the last sheet, so that a load cut off by a crash is finished by the next start.
async function isLoaded({ database }: Foundation): Promise<boolean> {
  const centres = await listCentres(database.db);
  return centres.some((centre) => centre.details['loaded'] === true);
}
