import { type Citizen, listCitizens, type Party, partyNumber } from './citizens.ts';
import { listContractors, makeHeads } from './contractors.ts';
import { listFirms } from './firms.ts';
import { makeRegistrationNumber } from './identifiers.ts';
import { itemAt, makeDice } from './random.ts';
import { addDays, type Table } from './table.ts';

const partyColumns = [
  'partyNo',
  'kind',
  'nameZh',
  'nameEn',
  'identifierKind',
  'identifierNumber',
  'sex',
  'bornOn',
  'organisationKind',
  'establishedOn',
  'phone',
  'email',
  'divisionCode',
  'address',
  'verification',
  'remark',
  'demonstration',
] as const;

const representativeColumns = [
  'principalNo',
  'representativeNo',
  'kind',
  'scope',
  'validFrom',
  'validTo',
  'documentNo',
  'demonstration',
] as const;

const duplicateColumns = ['partyNo', 'duplicateOf', 'reasonZh', 'reasonEn'] as const;

interface Duplicate {
  party: Party;
  duplicateOf: string;
  reasonZh: string;
  reasonEn: string;
}

export function makeParties(): Table<(typeof partyColumns)[number]> {
  const all = [
    ...listCitizens(),
    ...listFirms(),
    ...listContractors(),
    ...listDuplicates().map((one) => one.party),
  ];
  return { columns: partyColumns, rows: all.map((party) => ({ ...party, demonstration: true })) };
}

export function makeDuplicates(): Table<(typeof duplicateColumns)[number]> {
  const rows = listDuplicates().map(({ party, ...rest }) => ({ partyNo: party.partyNo, ...rest }));
  return { columns: duplicateColumns, rows };
}

/** Ten entries for somebody who is in the register already, of the kinds that happen at a counter. */
function listDuplicates(): Duplicate[] {
  const adults = listCitizens().filter((one) => one.guardianNo === undefined);
  const firms = listFirms();
  const person = (order: number): Citizen => itemAt(adults, order - 1);
  const oldFirms = firms.filter((firm) => (firm.establishedOn ?? '') < '2015');
  const temporary = [12, 47, 88].map((order, at) =>
    repeat(person(order), 201 + at, { identifierKind: '112' }, [
      '临时身份证重复登记，证件号码相同',
      'Registered again with a temporary identity card of the same number',
    ]),
  );
  const passports = [25, 60, 133].map((order, at) =>
    repeat(
      person(order),
      204 + at,
      { identifierKind: '414', identifierNumber: `E0000000${at + 1}` },
      ['护照重复登记，姓名和手机号相同', 'Registered again by passport; same name and phone'],
    ),
  );
  const walkIn = repeat(person(150), 207, {}, [
    '未带证件的咨询登记，姓名和手机号相同',
    'An enquiry without papers; same name and phone',
  ]);
  const oldLicences = [0, 1].map((at) =>
    repeat(
      itemAt(oldFirms, at),
      81 + at,
      {
        identifierKind: 'registration-no',
        identifierNumber: makeRegistrationNumber(90_000_001 + at),
        nameZh: itemAt(oldFirms, at).nameZh.replace('（', '(').replace('）', ')'),
      },
      ['旧版注册号重复登记，名称括号为半角', 'Old registration number; half-width brackets'],
    ),
  );
  const unnumbered = repeat(itemAt(firms, 4), 83, {}, [
    '电话预约时登记，无证件号码',
    'Entered for a booking by telephone, without a number',
  ]);
  return [...temporary, ...passports, walkIn, ...oldLicences, unnumbered];
}

function repeat(
  party: Party,
  order: number,
  changes: Partial<Party>,
  [reasonZh, reasonEn]: [string, string],
): Duplicate {
  const { partyNo, identifierKind: _kind, identifierNumber, email: _email, ...same } = party;
  const number = partyNumber(party.kind === 'person' ? 'P' : 'O', order);
  // A temporary card has the number of the card that it stands for.
  const kept =
    changes.identifierKind === '112' && identifierNumber !== undefined ? { identifierNumber } : {};
  const verification = changes.identifierKind === undefined ? 'none' : 'window';
  return {
    party: { ...same, ...kept, ...changes, partyNo: number, verification, remark: reasonZh },
    duplicateOf: partyNo,
    reasonZh,
    reasonEn,
  };
}

/** Legal representatives of all firms, agents with scope and period, guardians of minors. */
export function makeRepresentatives(): Table<(typeof representativeColumns)[number]> {
  const dice = makeDice('songjiang representatives');
  const citizens = listCitizens();
  const adults = citizens.filter((one) => one.bornOn > '1960' && one.bornOn < '2002').slice(0, 110);
  const firms = listFirms();
  const legal = firms.map((firm) => ({
    principalNo: firm.partyNo,
    representativeNo: dice.pick(adults).partyNo,
    kind: 'legal-representative',
    scope: 'all',
    validFrom: firm.establishedOn,
  }));
  const bosses = new Map(legal.map((row) => [row.principalNo, row.representativeNo]));
  // Three people who do it for a living stand for eight firms each; the others for one.
  const professionals = adults.slice(0, 3);
  const agents = firms.slice(0, 48).map((firm, at) => {
    const others = adults.filter((one) => one.partyNo !== bosses.get(firm.partyNo));
    const professional = at < 24 ? itemAt(professionals, at % 3) : dice.pick(others);
    const agent = others.includes(professional) ? professional : itemAt(others, at);
    const founded = firm.establishedOn ?? '2026-01-01';
    const start = addDays('2025-10-01', dice.between(0, 300));
    const validFrom = start < founded ? founded : start;
    return {
      principalNo: firm.partyNo,
      representativeNo: agent.partyNo,
      kind: 'agent',
      scope: dice.pickWeighted(scopes),
      validFrom,
      validTo: addDays(validFrom, dice.pick([89, 181, 364])),
      documentNo: `SQ-${validFrom.slice(0, 4)}-${String(at + 1).padStart(4, '0')}`,
    };
  });
  const guardians = citizens.flatMap((minor) => {
    if (minor.guardianNo === undefined) return [];
    const eighteenth = `${Number(minor.bornOn.slice(0, 4)) + 18}${minor.bornOn.slice(4)}`;
    return [
      {
        principalNo: minor.partyNo,
        representativeNo: minor.guardianNo,
        kind: 'guardian',
        scope: 'all',
        validFrom: minor.bornOn,
        validTo: addDays(eighteenth, -1),
      },
    ];
  });
  const rows = [...legal, ...makeHeads(adults), ...agents, ...guardians].map((row) => ({
    ...row,
    demonstration: true,
  }));
  return { columns: representativeColumns, rows };
}

const scopes: ReadonlyArray<readonly [string, number]> = [
  ['department:market-regulation', 5],
  ['department:market-regulation|department:tax', 4],
  ['department:human-resources|department:social-insurance|department:housing-fund', 3],
  ['department:construction|department:planning-resources|department:construction-review', 2],
  ['all', 2],
];
