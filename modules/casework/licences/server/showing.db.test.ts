import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { isSm2Signature } from '#kernel/crypto/sm2.ts';
import { sm3Hex } from '#kernel/crypto/sm3.ts';
import { readPaper } from '#kernel/documents/pdf/read-back.ts';
import { newId } from '#kernel/ids/id.ts';
import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { permissions, type Proof, routes } from '../contract.ts';
import { type Bench, citizen, startBench } from './fixture.ts';

const clerk = staffWith([permissions.verify.name, permissions.view.name], undefined, {
  name: '窗口人员',
});

describe('licences in the hands of their holders', () => {
  let database: TestDatabase;
  let bench: Bench;
  beforeAll(async () => {
    database = await openTestDatabase();
    bench = await startBench(database);
  });
  beforeEach(() => bench.deps.clock.set('2026-01-20T02:00:00Z'));
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });

  /** A person with a licence, signed in. */
  const holderOf = async (validUntil?: string) => {
    const partyId = newId();
    const name = '欧阳明慧';
    bench.parties.set(partyId, { id: partyId, kind: 'person', name, mobile: '15400020001' });
    const issued = await bench.issue({
      holder: {
        partyId,
        kind: 'person',
        name,
        identifier: { kind: '111', shown: '3101********0013' },
      },
      ...(validUntil === undefined ? {} : { validUntil }),
    });
    return { ...issued, partyId, actor: citizen(partyId) };
  };
  const open = async (actor: Actor, id: string) =>
    bench.send(actor, routes.openShowing, { params: { id } });
  const verify = (actor: Actor | undefined, code: string) =>
    bench.send(actor, routes.verifyShowing, { body: { code } });

  describe('the wallet', () => {
    test('is closed to staff, and nobody finds the licence of another', async () => {
      const one = await holderOf();
      const other = await holderOf();
      const own = await bench.send(one.actor, routes.listOwnLicences, {});
      expect(own.body.items.map((item) => item.number)).toEqual([one.number]);
      const params = { id: other.licenceId };
      for (const route of [routes.getOwnLicence, routes.getOwnProof])
        expect((await bench.send(one.actor, route, { params })).problem).toBe('request/not-found');
      expect((await open(one.actor, other.licenceId)).problem).toBe('request/not-found');
      expect((await bench.send(clerk, routes.listOwnLicences, {})).problem).toBe(
        'access/forbidden',
      );
    });

    test('is empty-handed for a sign-in that stands for nobody on record', async () => {
      const { subject: _nobody, ...unlinked } = citizen(newId());
      const answer = await bench.send(unlinked, routes.listOwnLicences, {});
      expect(answer.problem).toBe('licences/not-linked');
    });

    test('shows a firm’s agent only what the mandate covers', async () => {
      const firm = newId();
      const holder = {
        partyId: firm,
        kind: 'organisation' as const,
        name: '上海演示有限公司',
        identifier: null,
      };
      bench.parties.set(firm, { id: firm, kind: 'organisation', name: holder.name });
      await bench.issue({ holder });
      const agent = citizen(firm, newId());
      const count = async () =>
        (await bench.send(agent, routes.listOwnLicences, {})).body.items.length;
      bench.mandates.set(firm, ['water']);
      expect(await count()).toBe(0);
      bench.mandates.set(firm, ['market']);
      expect(await count()).toBe(1);
    });

    test('says that a licence ends soon, and from when it can be renewed', async () => {
      const { actor } = await holderOf('2026-02-28');
      const { items } = (await bench.send(actor, routes.listOwnLicences, {})).body;
      expect(items[0]).toMatchObject({ endsSoon: true, daysLeft: 40, renewFrom: '2026-01-29' });
    });
  });

  describe('a one-time code', () => {
    test('is verified once, by somebody who may', async () => {
      const { actor, licenceId } = await holderOf();
      const { body: showing } = await open(actor, licenceId);
      expect((await verify(undefined, showing.code)).problem).toBe('access/not-signed-in');
      expect((await verify(nobodyInParticular(), showing.code)).problem).toBe('access/forbidden');
      const seen = await verify(clerk, showing.url);
      expect(seen.body.holder.name).toBe('欧阳明慧');
      expect((await verify(clerk, showing.code)).problem).toBe('licences/code-used');
      const params = { id: licenceId, showingId: showing.id };
      const state = await bench.send(actor, routes.getShowing, { params });
      expect(state.body).toMatchObject({ isUsed: true, usedBy: '窗口人员' });
    });

    test('of two who scan at once one gets it', async () => {
      const { actor, licenceId } = await holderOf();
      const { body } = await open(actor, licenceId);
      const outcomes = await Promise.all([verify(clerk, body.code), verify(clerk, body.code)]);
      expect(outcomes.map(({ problem }) => problem ?? 'fine').toSorted()).toEqual([
        'fine',
        'licences/code-used',
      ]);
    });

    test('ends after a minute, and when the next one is shown', async () => {
      const { actor, licenceId } = await holderOf();
      const first = (await open(actor, licenceId)).body;
      const second = (await open(actor, licenceId)).body;
      expect((await verify(clerk, first.code)).problem).toBe('licences/code-unknown');
      bench.deps.clock.advance(60_000);
      expect((await verify(clerk, second.code)).problem).toBe('licences/code-unknown');
    });

    test('is refused for a licence that does not hold', async () => {
      const { actor, licenceId } = await holderOf('2026-01-25');
      bench.deps.clock.set('2026-01-26T02:00:00Z');
      expect((await open(actor, licenceId)).problem).toBe('licences/not-showable');
    });

    test('tells a stranger no more than the code on the paper does', async () => {
      const { actor, licenceId } = await holderOf();
      const { body } = await open(actor, licenceId);
      const seen = await bench.send(undefined, routes.verifyShownCode, {
        body: { code: body.code },
      });
      expect(seen.body.holder).toBe('欧阳**');
      expect(seen.text).not.toContain('明慧');
      expect(seen.text).not.toContain('只有本人知道');
    });
  });

  describe('what can be checked without this site', () => {
    const fits = (proof: Proof) =>
      isSm2Signature(
        proof.publicKey,
        Buffer.from(proof.statement, 'utf8'),
        Buffer.from(proof.signature, 'base64url'),
      ) &&
      isSm2Signature(
        proof.statusPublicKey,
        Buffer.from(proof.status, 'utf8'),
        Buffer.from(proof.statusSignature, 'base64url'),
      );

    test('a stranger checks statement and state; the holder proves the content too', async () => {
      const { actor, licenceId, token } = await holderOf();
      const theirs = await bench.send(undefined, routes.getPublicProof, {
        params: { code: token },
      });
      expect(fits(theirs.body)).toBe(true);
      expect(theirs.body.disclosure).toBeNull();
      expect(theirs.text).not.toContain('明慧');
      const own = (await bench.send(actor, routes.getOwnProof, { params: { id: licenceId } })).body;
      const statement = JSON.parse(own.statement) as { contentDigest: string };
      expect(sm3Hex(own.disclosure ?? '')).toBe(statement.contentDigest);
      expect(own.disclosure).toContain('只有本人知道');
    });

    test('a row that was altered behind the software’s back no longer verifies', async () => {
      const { token, licenceId } = await holderOf();
      await database.transaction(async (tx) => {
        await tx
          .$extendTables<{ 'licences.licence': { licence_id: string; valid_until: string } }>()
          .updateTable('licences.licence')
          .set({ valid_until: '2099-12-31' })
          .where('licence_id', '=', licenceId)
          .execute();
      });
      const seen = await bench.send(undefined, routes.getPublicLicence, {
        params: { code: token },
      });
      expect(seen.body.signature.isRight).toBe(false);
    });
  });

  describe('on paper', () => {
    test('正本 has what belongs on it, 副本 everything, and a copy for a case says what it is for', async () => {
      const { actor, licenceId, number } = await holderOf();
      const textOf = async (bytes: Uint8Array) => (await readPaper(bytes)).pages.join('\n');
      const paper = async (form: 'original' | 'duplicate') => {
        const sent = { params: { id: licenceId }, query: { form } };
        return textOf((await bench.send(actor, routes.downloadOwnPaper, sent)).bytes);
      };
      const original = await paper('original');
      expect(original).toContain(number);
      expect(original).toContain('演示路1号');
      expect(original).not.toContain('只有本人知道');
      expect(await paper('duplicate')).toContain('只有本人知道');
      const copy = await bench.api.renderCopy(database.db, {
        centreId: 1,
        licenceId,
        usableUntil: '2026-02-20',
      });
      expect(await textOf(copy.bytes)).toContain('仅供办理政务服务事项时使用');
    });
  });
});
