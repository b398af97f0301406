import type { FastifyRequest } from 'fastify';
import { expect, it } from 'vitest';

import { anonymousActor } from '#kernel/access/system-actor.ts';

import { writePosing } from '../posing.ts';
import { identifyPeople } from './people.ts';

const identify = identifyPeople(() => async () => ({ actor: anonymousActor(1) }));
const ask = (posing?: string) =>
  identify({ headers: posing === undefined ? {} : { 'x-posing': posing } } as FastifyRequest);
const clerk = {
  role: 'window-clerk',
  accountId: 'a1',
  name: '窗口人员',
  scope: { level: 'window' as const, id: 'w1' },
  centreId: 1,
};

it('gives whoever poses what the role has in the product, where they hold it, and no more', async () => {
  const { actor } = await ask(writePosing(clerk));
  expect(actor).toMatchObject({ kind: 'staff', id: 'a1', name: '窗口人员' });
  expect(actor.grants).toContainEqual({ permission: 'queue.call', scope: clerk.scope });
  expect(actor.grants).toContainEqual({
    permission: 'appointments.book',
    scope: { level: 'centre' },
  });
  expect(actor.grants.some(({ permission }) => permission === 'cases.decide')).toBe(false);
});

it('asks the product about everybody else, and knows no role that it has not', async () => {
  expect((await ask()).actor.kind).toBe('anonymous');
  await expect(ask(writePosing({ ...clerk, role: 'nobody' }))).rejects.toThrow('no role nobody');
});
