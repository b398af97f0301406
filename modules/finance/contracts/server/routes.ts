import { serve, type ServedRoute } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { changeContract } from './change-contract.ts';
import { createContract } from './create-contract.ts';
import type { ContractsDeps } from './deps.ts';
import { getContract } from './get-contract.ts';
import { listContracts } from './list-contracts.ts';

export function createRoutes(deps: ContractsDeps): ServedRoute[] {
  return [
    serve(routes.listContracts, ({ actor, query }) => listContracts(deps, actor, query)),
    serve(routes.getContract, ({ actor, params }) => getContract(deps, actor, params.id)),
    serve(routes.createContract, ({ actor, body, once }) =>
      createContract(deps, actor, body, once),
    ),
    serve(routes.changeContract, ({ actor, params, body, once }) =>
      changeContract(deps, actor, params.id, body, once),
    ),
  ];
}
