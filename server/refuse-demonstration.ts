import type { AccessApi } from '#kernel/access/index.ts';
import { listCentres } from '#kernel/centre/centre.ts';

import { OperatorError } from './cli/explain.ts';
import type { Foundation } from './kernel.ts';

/** A production system refuses to run with the centre, the accounts or the secrets of a demonstration. */
export async function refuseDemonstration(
  foundation: Foundation,
  access: AccessApi,
): Promise<void> {
  const { config, secrets, database } = foundation;
  if (config.mode !== 'production') return;
  if (secrets.isDemonstration) throw demonstrationFound('密钥', 'secrets');
  for (const centre of await listCentres(database.db)) {
    if (centre.isDemonstration)
      throw demonstrationFound(`中心“${centre.nameZh}”`, `the centre "${centre.nameEn}"`);
    if ((await access.countDemonstrationAccounts(database.db, centre.centreId)) > 0)
      throw demonstrationFound('账号', 'accounts');
  }
}

const demonstrationFound = (zh: string, en: string) =>
  new OperatorError(
    `数据库中有演示用的${zh}，不能用于正式运行。请换用新的数据库，或删除演示数据。`,
    `The database holds ${en} of a demonstration, which production refuses. Use a new database, or remove the demonstration.`,
  );
