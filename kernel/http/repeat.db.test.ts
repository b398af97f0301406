import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

import { fixedClock } from '#kernel/clock/clock.ts';
import { problem } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type FrontDoor, openFrontDoor } from '#test/support/front-door.ts';

import { route } from './contract.ts';
import { serve } from './handler.ts';

const doneAlready = problem('sample/done-already', 409, {
  'zh-CN': '已办结。',
  en: 'Finished already.',
});
const finish = route({
  name: 'sample.finish',
  method: 'POST',
  path: '/api/v1/finish',
  summary: 'Finishes what can be finished once',
  admission: 'public',
  idempotency: 'required',
  response: z.object({ turn: z.number() }),
});

let own: TestDatabase;
let door: FrontDoor;
let turn = 0;
let entered = 0;
let isFinished = false;
const secondIsHere = Promise.withResolvers<void>();
const firstIsDone = Promise.withResolvers<void>();

beforeAll(async () => {
  own = await openTestDatabase();
  const deps = { database: own, clock: fixedClock('2026-03-05T02:00:00Z') };
  door = await openFrontDoor(deps, () => [
    serve(finish, async ({ once }) => {
      entered += 1;
      if (entered === 1) await secondIsHere.promise;
      else {
        secondIsHere.resolve();
        await firstIsDone.promise;
      }
      if (isFinished) throw new ProblemError(doneAlready);
      turn += 1;
      const answer = { turn };
      await own.transaction(async (tx) => once.claim(tx, answer));
      isFinished = true;
      firstIsDone.resolve();
      return answer;
    }),
  ]);
});
afterAll(async () => {
  await door.http.close();
  await own.drop();
});

const send = (key: string) =>
  door.ask(undefined, {
    url: finish.path,
    method: 'POST',
    headers: { 'idempotency-key': key },
  });

test('a repeat that runs beside the first gets its answer, not a refusal for what the first has done', async () => {
  const answers = await Promise.all([send('the-same-key'), send('the-same-key')]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect(answers.map((answer) => JSON.parse(answer.body) as unknown)).toEqual([
    { turn: 1 },
    { turn: 1 },
  ]);
  expect(turn).toBe(1);
});

test('whoever comes with a key of their own is refused', async () => {
  const answer = await send('another-key');
  expect(answer.statusCode).toBe(409);
  expect(answer.json()).toMatchObject({ code: 'sample/done-already' });
});
