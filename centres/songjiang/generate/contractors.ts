import { type Citizen, makeOffice, type Party, partyNumber } from './citizens.ts';
import { makeCreditCode } from './identifiers.ts';
import { itemAt, makeDice } from './random.ts';
import type { Table } from './table.ts';

/** What is said of a firm that works for the centre, so that a demonstration can sign in for it. */
export const CONTRACTOR = '承接中心服务的企业';

const firms = [
  ['云间印章', 'Yunjian Seals'],
  ['茸城刻章', 'Rongcheng Engraving'],
  ['泗泾印务', 'Sijing Engraving'],
  ['演示速递物流', 'Demonstration Express'],
] as const;

/** Three makers of seals and a carrier, imagined like all firms here. */
export function listContractors(): Party[] {
  const dice = makeDice('songjiang contractors');
  return firms.map(([zh, en], at) => {
    const order = 101 + at;
    return {
      partyNo: partyNumber('O', order),
      kind: 'organisation',
      nameZh: `上海${zh}有限公司（演示）`,
      nameEn: `Shanghai ${en} Co., Ltd. (Demonstration)`,
      organisationKind: 'company',
      identifierKind: 'uscc',
      identifierNumber: makeCreditCode('91', `MA1T${1000 + order}`),
      establishedOn: `201${at + 2}-0${at + 3}-15`,
      phone: `021-9000${4000 + order}`,
      email: `contact@o${String(order).padStart(4, '0')}.example.com`,
      ...makeOffice(dice),
      verification: 'real-name',
      remark: CONTRACTOR,
    };
  });
}

/** Each has somebody at its head, and nobody twice. */
export const makeHeads = (adults: readonly Citizen[]) =>
  listContractors().map((firm, at) => ({
    principalNo: firm.partyNo,
    representativeNo: itemAt(adults, 20 + at).partyNo,
    kind: 'legal-representative',
    scope: 'all',
    validFrom: firm.establishedOn,
  }));

const makerColumns = [
  'creditCode',
  'policeCode',
  'phone',
  'quota',
  'dailyCapacity',
  'promiseHours',
  'active',
] as const;

const shares = [5, 3, 2] as const;

/** 刻章单位: three, with half, three tenths and a fifth of the work. */
export function makeMakers(): Table<(typeof makerColumns)[number]> {
  const rows = listContractors()
    .slice(0, shares.length)
    .map((firm, at) => ({
      creditCode: firm.identifierNumber ?? '',
      policeCode: `31011700000${at + 1}`,
      phone: firm.phone ?? '',
      quota: itemAt(shares, at),
      dailyCapacity: 60 - at * 15,
      promiseHours: 4 + at * 2,
      active: true,
    }));
  return { columns: makerColumns, rows };
}
