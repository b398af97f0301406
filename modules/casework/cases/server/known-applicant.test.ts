import { expect, it } from 'vitest';

import type { UsableLicence } from '#modules/casework/licences/index.ts';

import { findKnownApplicant, toAddress } from './known-applicant.ts';

const NO_DB = undefined as never;
const ASKED = { centreId: 1, partyId: 'firm', today: '2026-03-02' };

const licence = (kind: string, content: Record<string, string>) =>
  ({
    kind,
    content: Object.fromEntries(
      Object.entries(content).map(([key, text]) => [key, { 'zh-CN': text, en: text }]),
    ),
  }) as unknown as UsableLicence;

/** What a firm is known by, with these licences and in the register. */
const knownWith = (licences: readonly UsableLicence[], registered?: string, address?: string) =>
  findKnownApplicant(
    {
      parties: {
        findPartyInFull: () =>
          Promise.resolve({
            kind: 'organisation',
            name: '上海清风茶馆有限公司',
            divisionCode: '310117104',
            address,
          }),
        findLegalRepresentative: () => Promise.resolve(registered),
      } as never,
      licences: { listUsable: () => Promise.resolve(licences) } as never,
    },
    NO_DB,
    ASKED,
  );

it('seat and legal representative of a firm are those of its business licence', async () => {
  const business = { legalRepresentative: '陶海红', address: '上海市松江区车墩镇演示路1号' };
  const licences = [
    licence('road-transport', { address: '别处' }),
    licence('business-licence', business),
    licence('food-operation', { legalRepresentative: '旧法人', address: '旧址' }),
  ];
  expect(await knownWith(licences, '登记法人', '上海市松江区车墩镇演示路2号')).toMatchObject({
    legalRepresentative: '陶海红',
    address: { division: '310117104', detail: '演示路1号' },
  });
});

it('a firm without a licence is known by the register', async () => {
  expect(await knownWith([], '登记法人', '上海市松江区车墩镇演示路2号')).toMatchObject({
    legalRepresentative: '登记法人',
    address: { division: '310117104', detail: '演示路2号' },
  });
  expect(await knownWith([])).toMatchObject({ legalRepresentative: undefined, address: undefined });
});

it('a seat in another town than the register knows is not given its town', async () => {
  const moved = { legalRepresentative: '陶海红', address: '上海市松江区泗泾镇鼓浪路8号' };
  const known = await knownWith(
    [licence('business-licence', moved)],
    undefined,
    '上海市松江区车墩镇演示路2号',
  );
  expect(known?.address).toEqual({ division: '', detail: '上海市松江区泗泾镇鼓浪路8号' });
});

it.each([
  ['上海市松江区九里亭街道演示二路608号4幢415室', '310117006', '演示二路608号4幢415室'],
  ['上海市松江区车墩镇演示西路288弄9号', '310117104', '演示西路288弄9号'],
  ['松江区泗泾镇鼓浪路8号', '310117102', '鼓浪路8号'],
  ['上海市松江区镇北路1号', '310117001', '镇北路1号'],
  ['演示路8号', '310117001', '演示路8号'],
])('%s is the division and %s', (address, division, detail) => {
  expect(toAddress(address, division)).toEqual({ division, detail });
});

it('an address whose division is not known stays whole', () => {
  const address = '上海市松江区车墩镇演示西路288弄9号';
  expect(toAddress(address, '')).toEqual({ division: '', detail: address });
  expect(toAddress(undefined, '310117104')).toBeUndefined();
});
