import { composeUscc } from '#kernel/ids/uscc.ts';

import { makeOffice } from './citizens.ts';
import { listContractors } from './contractors.ts';
import { listFirms } from './firms.ts';
import { makeLicences } from './licences.ts';
import { makeName } from './names.ts';
import { type Dice, itemAt, makeDice } from './random.ts';
import { addDays, type Table, weekdayOf } from './table.ts';

const setColumns = [
  'number',
  'creditCode',
  'firmName',
  'legalName',
  'licenceNumber',
  'licensedOn',
  'makerCode',
  'way',
  'recipient',
  'phone',
  'address',
  'trackingNo',
  'steps',
  'filed',
  'remade',
  'remakeReason',
  'receivedBy',
  'clerk',
] as const;

const parcelColumns = [
  'number',
  'setNumber',
  'contents',
  'hasOriginals',
  'weightGrams',
  'recipient',
  'phone',
  'address',
  'carrierCode',
  'trackingNo',
  'handOver',
  'courierName',
  'clerk',
  'steps',
] as const;

type SetLine = Record<(typeof setColumns)[number], string>;
type ParcelLine = Record<(typeof parcelColumns)[number], string | number | boolean>;

/** How far a set has come when the story begins, and how it went. */
type Fate =
  | 'signed'
  | 'sent-signed'
  | 'remaking'
  | 'returned'
  | 'lost'
  | 'delivering'
  | 'ready'
  | 'to-send'
  | 'overdue'
  | 'filed'
  | 'eligible'
  | 'lapsed';

interface Story {
  readonly fate: Fate;
  readonly claimOn: string;
}

const CLERK = '戚春平';
const COURIER = '演示快递员';
export const CARRIER = 'standin';
const KINDS = ['name', 'finance', 'invoice', 'legal-representative'] as const;

const SIGNED_DAYS = [
  '2026-10-09',
  '2026-10-12',
  '2026-10-13',
  '2026-10-14',
  '2026-10-15',
  '2026-10-16',
  '2026-10-19',
  '2026-10-20',
  '2026-10-21',
  '2026-10-22',
  '2026-10-23',
  '2026-10-26',
] as const;

/** Firms of the register whose sets are under way: each shows one way in which a set can go. */
const OF_REGISTER: ReadonlyArray<readonly [partyNo: string, story: Story]> = [
  ['O0001', { fate: 'signed', claimOn: '2026-10-09' }],
  ['O0013', { fate: 'sent-signed', claimOn: '2026-10-12' }],
  ['O0043', { fate: 'signed', claimOn: '2026-10-20' }],
  ['O0019', { fate: 'remaking', claimOn: '2026-11-06' }],
  ['O0061', { fate: 'returned', claimOn: '2026-11-09' }],
  ['O0031', { fate: 'lost', claimOn: '2026-11-10' }],
  ['O0049', { fate: 'delivering', claimOn: '2026-11-17' }],
  ['O0007', { fate: 'ready', claimOn: '2026-11-18' }],
  ['O0055', { fate: 'overdue', claimOn: '2026-11-16' }],
  ['O0037', { fate: 'filed', claimOn: '2026-11-20' }],
  ['O0025', { fate: 'eligible', claimOn: '2026-11-12' }],
];

/** Others, who are in no register: their sets were signed for, wait to be sent, or were never claimed. */
const OTHERS: readonly Story[] = [
  ...Array.from({ length: 21 }, (_, at): Story => ({
    fate: at % 2 === 0 ? 'sent-signed' : 'signed',
    claimOn: itemAt(SIGNED_DAYS, at % SIGNED_DAYS.length),
  })),
  ...['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-09'].map(
    (claimOn, at): Story => ({ fate: at % 2 === 0 ? 'signed' : 'sent-signed', claimOn }),
  ),
  { fate: 'to-send', claimOn: '2026-11-17' },
  { fate: 'to-send', claimOn: '2026-11-18' },
  { fate: 'lapsed', claimOn: '2026-08-05' },
];

interface Holder {
  readonly creditCode: string;
  readonly firmName: string;
  readonly legalName: string;
  readonly licenceNumber: string;
  readonly licensedOn: string;
  readonly phone: string;
  readonly address: string;
}

const brands = ['泽润', '云屏', '方塔', '醉白', '华亭', '天马', '辰山', '广富林', '五库', '浦江源'];
const trades = [
  '软件',
  '供应链',
  '生物科技',
  '智能设备',
  '文化创意',
  '餐饮管理',
  '新能源',
  '检测技术',
];

function makeHolder(dice: Dice, at: number, { claimOn }: Story): Holder {
  const serial = 1201 + at;
  const firmName = `上海${itemAt(brands, at % brands.length)}${itemAt(trades, (at * 3 + Math.floor(at / brands.length)) % trades.length)}有限公司（演示）`;
  return {
    creditCode: composeUscc('91', '310117', `MA1T${serial}`) ?? '',
    firmName,
    legalName: makeName(dice, dice.chance(0.5) ? 'male' : 'female').nameZh,
    licenceNumber: `27000000${claimOn.replaceAll('-', '')}${serial}`,
    licensedOn: lastWorkday(addDays(claimOn, -dice.between(1, 6))),
    phone: `1540003${serial}`,
    address: makeOffice(dice).address,
  };
}

/** A firm of the register with its licence. */
function findHolder(partyNo: string): Holder {
  const firm = listFirms().find((one) => one.partyNo === partyNo);
  const code = firm?.identifierNumber ?? '';
  const licence = makeLicences().rows.find(
    (row) => row.kindCode === 'business-licence' && row.holderIdentifier === code,
  );
  const legalName = /legalRepresentative=([^;]+)/u.exec(String(licence?.content ?? ''))?.[1];
  return {
    creditCode: code,
    firmName: firm?.nameZh ?? '',
    legalName: legalName ?? '',
    licenceNumber: String(licence?.number ?? ''),
    licensedOn: String(licence?.issuedOn ?? ''),
    phone: '15400030000',
    address: firm?.address ?? '',
  };
}

/** The day itself, or the last one before it on which somebody works: not at a weekend, not in the first week of October. */
function lastWorkday(day: string): string {
  const isOff = weekdayOf(day) > 5 || (day >= '2026-10-01' && day <= '2026-10-08');
  return isOff ? lastWorkday(addDays(day, -1)) : day;
}

export function nextWorkday(day: string, count = 1): string {
  let at = day;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    if (weekdayOf(at) <= 5) left -= 1;
  }
  return at;
}

const COURIER_FATES: readonly Fate[] = ['sent-signed', 'returned', 'lost', 'delivering', 'to-send'];

/** What happened to a set, up to where it stands. */
function listSteps({ fate, claimOn }: Story, licensedOn: string): string[] {
  const [next, third] = [nextWorkday(claimOn), nextWorkday(claimOn, 2)];
  const opened = `open@${licensedOn} 16:00`;
  if (fate === 'eligible') return [opened];
  if (fate === 'lapsed') return [opened, `lapse@${addDays(claimOn, 94)} 00:05`];
  const given = [
    opened,
    `claim@${claimOn} 09:30`,
    `dispatch@${claimOn} 09:30`,
    `accept@${claimOn} 10:20`,
  ];
  if (fate === 'overdue') return given;
  const filed = [...given, `file@${claimOn} 13:40`];
  if (fate === 'filed') return filed;
  const ready = [
    ...filed,
    `engrave@${claimOn} 16:30`,
    `hand-over@${next} 09:20`,
    `receive@${next} 09:40`,
  ];
  if (fate === 'ready' || fate === 'to-send') return ready;
  if (fate === 'signed') return [...ready, `hand-out@${next} 14:10`];
  if (fate === 'remaking')
    return [...ready, `hand-out@${next} 14:10`, `remake@${nextWorkday(claimOn, 9)} 10:00`];
  const sent = [...ready, `send@${next} 16:30`];
  if (fate === 'sent-signed') return [...sent, `sign@${third} 10:30`];
  if (fate === 'returned') return [...sent, `take-back@${nextWorkday(claimOn, 4)} 15:20`];
  return sent;
}

export interface Told {
  readonly at: number;
  readonly holder: Holder;
  readonly story: Story;
}

const numberOf = (at: number) => `KZ2026-${String(at + 1).padStart(3, '0')}`;
export const parcelOf = (at: number) => `KD2026-${String(at + 1).padStart(3, '0')}`;
export const trackingOf = (at: number) => `YS31011726${String(at + 1).padStart(4, '0')}`;

export function listStories(): Told[] {
  const dice = makeDice('songjiang past fulfilment');
  const others = OTHERS.map((story, at) => ({ story, holder: makeHolder(dice, at, story) }));
  const own = OF_REGISTER.map(([partyNo, story]) => ({ story, holder: findHolder(partyNo) }));
  return [...others, ...own]
    .toSorted((one, other) => one.story.claimOn.localeCompare(other.story.claimOn))
    .map((one, at) => ({ ...one, at }));
}

const isByCourier = ({ story }: Told) => COURIER_FATES.includes(story.fate);
export const wasSent = ({ story }: Told) =>
  isByCourier({ story } as Told) && story.fate !== 'to-send';

const wayOf = (told: Told) => (isByCourier(told) ? 'courier' : 'window');

function makeSet(told: Told): SetLine {
  const { at, holder, story } = told;
  const makers = listContractors().slice(0, 3);
  const steps = listSteps(story, holder.licensedOn);
  const isMade = steps.some((step) => step.startsWith('dispatch@'));
  const isFiled = steps.some((step) => step.startsWith('file@'));
  const { legalName, phone, address, ...firm } = holder;
  const { fate } = story;
  return {
    number: numberOf(at),
    ...firm,
    legalName,
    makerCode: isMade ? (itemAt(makers, at % makers.length).identifierNumber ?? '') : '',
    way: isMade ? wayOf(told) : '',
    ...(isByCourier(told)
      ? { recipient: legalName, phone, address }
      : { recipient: '', phone: '', address: '' }),
    // What came back has no parcel any more.
    trackingNo: wasSent(told) && fate !== 'returned' ? trackingOf(at) : '',
    steps: steps.join('|'),
    filed: isFiled
      ? KINDS.map(
          (kind, index) => `${kind}=3101172601${String(at * 4 + index).padStart(3, '0')}`,
        ).join('|')
      : '',
    remade: fate === 'remaking' ? 'invoice' : '',
    remakeReason: fate === 'remaking' ? '发票专用章税号末位刻错' : '',
    receivedBy: ['signed', 'remaking'].includes(fate) ? legalName : '',
    clerk: isMade ? CLERK : '',
  };
}

/** What its carrier told of a parcel, and what the window did. */
function listWay({ claimOn, fate }: Story): string[] {
  const [day, arrives] = [nextWorkday(claimOn), nextWorkday(claimOn, 2)];
  const waiting = `waiting@${day} 09:40`;
  if (fate === 'to-send') return [waiting];
  const left = [
    waiting,
    `ordered@${day} 09:55`,
    `handed@${day} 16:30`,
    `collected@${day} 16:35`,
    `moving@${day} 21:10`,
  ];
  if (fate === 'lost')
    return [
      ...left,
      `problem@${nextWorkday(claimOn, 5)} 09:00`,
      `lost@${nextWorkday(claimOn, 7)} 11:00`,
    ];
  const brought = [...left, `delivering@${arrives} 08:20`];
  if (fate === 'delivering') return brought;
  if (fate === 'returned')
    return [
      ...brought,
      `problem@${arrives} 17:40`,
      `returning@${nextWorkday(claimOn, 3)} 10:00`,
      `returned@${nextWorkday(claimOn, 4)} 15:20`,
    ];
  return [...brought, `signed@${arrives} 10:30`];
}

function makeParcel(told: Told): ParcelLine {
  const { at, holder, story } = told;
  const isSent = wasSent(told);
  const day = nextWorkday(story.claimOn);
  return {
    number: parcelOf(at),
    setNumber: numberOf(at),
    contents: '免费印章一套（四枚）',
    hasOriginals: false,
    weightGrams: 300,
    recipient: holder.legalName,
    phone: holder.phone,
    address: holder.address,
    carrierCode: isSent ? CARRIER : '',
    trackingNo: isSent ? trackingOf(at) : '',
    handOver: isSent ? `JJ2026-${day.slice(5).replace('-', '')}` : '',
    courierName: isSent ? COURIER : '',
    clerk: isSent ? CLERK : '',
    steps: listWay(story).join('|'),
  };
}

/** 以往的免费印章: a month that is settled, one that is open, and a set in each trouble there can be. */
export const makePastSets = (): Table<(typeof setColumns)[number]> => ({
  columns: setColumns,
  rows: listStories().map(makeSet),
});

const monthColumns = [
  'month',
  'confirmedOn',
  'invoiceNumber',
  'invoicedOn',
  'paidOn',
  'voucher',
] as const;

export const makePastMonths = (): Table<(typeof monthColumns)[number]> => ({
  columns: monthColumns,
  rows: [
    {
      month: '2026-10',
      confirmedOn: '2026-11-03',
      invoiceNumber: '30261103',
      invoicedOn: '2026-11-03',
      paidOn: '2026-11-12',
      voucher: '记-2026-1101',
    },
  ],
});

export const makePastParcels = (): Table<(typeof parcelColumns)[number]> => ({
  columns: parcelColumns,
  rows: listStories().filter(isByCourier).map(makeParcel),
});
