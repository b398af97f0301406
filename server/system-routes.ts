import { runText } from '#kernel/db/transaction.ts';
import { type ServedRoute, serve } from '#kernel/http/handler.ts';
import { toOpenApi } from '#kernel/http/openapi.ts';
import { registry } from '#kernel/observe/metrics.ts';
import { commonProblems } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { allContracts } from './contracts.ts';
import { VERSION } from './kernel-parts.ts';
import type { Foundation } from './kernel.ts';
import { systemRoutes } from './system-contract.ts';

const isLoopback = (address: string) =>
  address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';

export function createSystemRoutes({ database, config }: Foundation): ServedRoute[] {
  let description: string | undefined;
  return [
    serve(systemRoutes.healthz, () => ({ alive: true as const })),
    serve(systemRoutes.readyz, async () => {
      await database
        .transaction((tx) => runText(tx, 'SELECT 1'))
        .catch((error: unknown) => {
          throw new ProblemError(commonProblems.unavailable, {}, { cause: error });
        });
      return { ready: true as const };
    }),
    serve(systemRoutes.metrics, async ({ raw, reply }) => {
      const { metricsToken } = config.http;
      const isAllowed =
        metricsToken === undefined
          ? isLoopback(raw.ip)
          : raw.headers.authorization === `Bearer ${metricsToken}`;
      if (!isAllowed) throw new ProblemError(commonProblems.forbidden);
      await reply.type(registry.contentType).send(await registry.metrics());
      return undefined;
    }),
    serve(systemRoutes.openApi, async ({ reply }) => {
      description ??= JSON.stringify(toOpenApi(allContracts, VERSION));
      await reply
        .type('application/json; charset=utf-8')
        .header('cache-control', 'public, max-age=300')
        .send(description);
      return undefined;
    }),
  ];
}
