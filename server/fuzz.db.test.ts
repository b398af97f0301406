import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { faultOf, fuzzedRequest } from '#test/support/fuzz.ts';

import { allContracts } from './contracts.ts';
import { allPermissions } from './roles.ts';

const REQUESTS = 2000;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ withStandins: true });
});
afterAll(() => app.close());

test('whatever is sent, by nobody or by somebody who may do everything, is answered without a failure of ours', async () => {
  const everybody = staffWith(allPermissions.map((permission) => permission.name));
  // Known to the server after its first request.
  await app.send(everybody, allContracts[0] ?? expect.fail('no route'));
  const reachable = allContracts.filter((contract) => contract.answers !== 'events');
  await fc.assert(
    fc.asyncProperty(
      fuzzedRequest(reachable),
      fc.boolean(),
      async ({ operation: _operation, ...request }, isKnown) => {
        const headers = {
          ...request.headers,
          ...(isKnown ? { 'x-test-actor': everybody.id } : {}),
        };
        const answer = await app.app.http.inject({ ...request, headers });
        const fault = faultOf(answer.statusCode, answer.body);
        expect(
          fault,
          `${request.method} ${request.url} ${request.payload ?? ''} → ${answer.body.slice(0, 400)}`,
        ).toBeUndefined();
      },
    ),
    { numRuns: REQUESTS, endOnFailure: true },
  );
}, 120_000);
