import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { RoleDefinition } from '#kernel/access/index.ts';
import type { RouteContract } from '#kernel/http/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';

import { allContracts } from './contracts.ts';
import { allPermissions, defaultRoles } from './roles.ts';

/** Somebody who holds exactly one role over the whole centre. */
function holderOf(role: RoleDefinition): Actor {
  const kind = role.impliedFor ?? 'staff';
  return staffWith(
    role.permissions.map((permission) => permission.split('@')[0] ?? permission),
    { level: 'centre' },
    { kind },
  );
}

type Outcome = 'sign in' | 'forbidden' | 'let in' | 'too often';

function expected(contract: RouteContract, actor: Actor | undefined): Outcome {
  if (contract.admission === 'public') return 'let in';
  if (actor === undefined) return 'sign in';
  if (contract.admission === 'signed-in') return 'let in';
  const { name } = contract.admission;
  return actor.grants.some((grant) => grant.permission === name) ? 'let in' : 'forbidden';
}

describe('every route as every role', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const knock = async (contract: RouteContract, actor: Actor | undefined): Promise<Outcome> => {
    // Places that fit no record, and no body: whoever is let in is refused for that, and nobody else is.
    const params = Object.fromEntries(
      [...contract.path.matchAll(/:(\w+)/g)].map(([, name]) => [name, '-']),
    );
    const answer = await app.send(actor, contract, { params });
    // A refusal that names an outside service which is away is an answer; a failure of our own is none.
    expect(answer.problem, `${contract.name}: ${answer.text.slice(0, 300)}`).not.toBe(
      'server/internal',
    );
    if (answer.problem === 'request/too-many') return 'too often';
    if (answer.problem === 'access/not-signed-in') return 'sign in';
    return answer.problem === 'access/forbidden' && answer.document['faults'] === undefined
      ? 'forbidden'
      : 'let in';
  };

  const people: ReadonlyArray<readonly [string, Actor | undefined]> = [
    ['nobody', undefined],
    ['a person without any role', staffWith([])],
    ...defaultRoles().map((role) => [role.role, holderOf(role)] as const),
  ];

  test.each(people)('%s is let in exactly where the role says', async (_who, actor) => {
    const wrong: string[] = [];
    for (const contract of allContracts) {
      // Routes that answer as they are, without a body or a place, say for themselves that they let in.
      const outcome = await knock(contract, actor);
      const wanted = expected(contract, actor);
      const isFinerInside =
        wanted === 'let in' &&
        outcome === 'forbidden' &&
        contract.params === undefined &&
        contract.body === undefined;
      // A route that is rarely needed says so before it asks who knocks.
      if (outcome === 'too often') continue;
      if (outcome !== wanted && !isFinerInside)
        wrong.push(`${contract.name}: ${outcome}, not ${wanted}`);
    }
    expect(wrong).toEqual([]);
  });

  test('every permission of a route is declared, and every declared one opens a route or an act', () => {
    const declared = new Set(allPermissions.map((permission) => permission.name));
    const asked = allContracts.flatMap(({ admission }) =>
      typeof admission === 'object' ? [admission.name] : [],
    );
    expect(asked.filter((name) => !declared.has(name))).toEqual([]);
  });

  test('no two routes share a name or an address', () => {
    const names = allContracts.map((contract) => contract.name);
    const addresses = allContracts.map(
      (contract) => `${contract.method} ${contract.path.replaceAll(/:\w+/g, ':')}`,
    );
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
