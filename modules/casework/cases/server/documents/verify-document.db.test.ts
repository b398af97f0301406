import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { routes } from '../../contract.ts';
import { type Cases, startCases } from '../fixture.ts';

describe('a paper that a case gave out', () => {
  let cases: Cases;
  let matterId: string;
  beforeAll(async () => {
    cases = await startCases();
    cases.setTime('2026-03-02T09:00');
    matterId = await cases.matter();
  });
  afterAll(() => cases.app.close());

  const papersOf = async (id: string) =>
    (await cases.app.send(cases.first, routes.listDocuments, { params: { id } })).body.items;
  /** The notice of acceptance of a new case, with the code that is printed on it. */
  const give = async () => {
    const { id } = await cases.accepted(matterId, await cases.party());
    const notice = (await papersOf(id)).find(({ kind }) => kind === 'acceptance-notice');
    const { rows } = await cases.app.database.pool.query<{ code: string }>(
      'SELECT code FROM cases.case_document WHERE document_id = $1',
      [notice?.id],
    );
    return {
      id,
      documentId: notice?.id ?? '',
      number: notice?.number ?? '',
      code: rows[0]?.code ?? '',
    };
  };
  const verify = (code: string) =>
    cases.app.send(undefined, routes.verifyDocument, { params: { code } });
  const print = ({ id, documentId }: { id: string; documentId: string }) =>
    cases.app.send(cases.first, routes.printDocument, { params: { id, documentId } });

  test('is known by its code to anybody, who learns no more than stands on it', async () => {
    const given = await give();
    const { body } = await verify(given.code.toLowerCase());
    expect(body).toMatchObject({
      kind: 'acceptance-notice',
      number: given.number,
      applicant: '张**',
      isGenuine: true,
    });
    const other = given.code.replace(/.$/u, given.code.endsWith('2') ? '3' : '2');
    expect((await verify(other)).problem).toBe('cases/document-unknown');
  });

  test.each([
    ['its number', 'number', 'number || $2', '0'],
    ['its digest', 'digest', 'overlay(digest placing $2 from 1)', 'ffffffff'],
  ])(
    'is no longer genuine once %s was altered behind the software’s back',
    async (_what, column, to, value) => {
      const given = await give();
      expect((await print(given)).status).toBe(200);
      expect((await verify(given.code)).body.isGenuine).toBe(true);
      await cases.app.database.pool.query(
        `UPDATE cases.case_document SET ${column} = ${to} WHERE document_id = $1`,
        [given.documentId, value],
      );
      expect((await verify(given.code)).body.isGenuine).toBe(false);
    },
  );

  test('is numbered without a gap, and each print of it is counted', async () => {
    const [one, next] = [await give(), await give()];
    const serialOf = ({ number }: { number: string }) => Number(/(\d+)\D*$/u.exec(number)?.[1]);
    expect(serialOf(next)).toBe(serialOf(one) + 1);
    await print(one);
    await print(one);
    const counts = (await papersOf(one.id)).map(({ id, printed }) => [id, printed]);
    expect(counts).toContainEqual([one.documentId, 2]);
  });
});
