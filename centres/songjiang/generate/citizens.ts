import { makeCitizenNumber } from './identifiers.ts';
import { makeName, type Part, type PersonName, pickFamily, type Sex } from './names.ts';
import { type Dice, itemAt, makeDice } from './random.ts';
import { addDays, readTable } from './table.ts';

export interface Party {
  partyNo: string;
  kind: 'person' | 'organisation';
  nameZh: string;
  nameEn: string;
  identifierKind?: string;
  identifierNumber?: string;
  sex?: Sex;
  bornOn?: string;
  organisationKind?: string;
  establishedOn?: string;
  phone?: string;
  email?: string;
  divisionCode: string;
  address: string;
  verification: 'none' | 'window' | 'real-name';
  remark?: string;
}

export interface Citizen extends Party {
  sex: Sex;
  bornOn: string;
  /** Of the parent whom a minor lives with. */
  guardianNo?: string;
}

export const towns = readTable('organisation/sites.csv', ['kind', 'nameZh', 'divisionCode'])
  .filter((site) => site.kind === 'town')
  .map((site) => {
    return { code: site.divisionCode, nameZh: site.nameZh.replace('社区事务受理服务中心', '') };
  });

const roads = ['演示东路', '演示西路', '演示南路', '演示北路', '演示一路', '演示二路', '演示新路'];

/** 180 adults, 14 minors each with a parent among them, and 6 from elsewhere. */
export function listCitizens(): Citizen[] {
  const dice = makeDice('songjiang citizens');
  const adults = Array.from({ length: 180 }, (_, at) => makeAdult(dice, at + 1));
  const parents = adults.filter((one) => one.bornOn > '1978' && one.bornOn < '1992');
  const minors = Array.from({ length: 14 }, (_, at) =>
    makeMinor(dice, itemAt(parents, at), 181 + at),
  );
  return [...adults.map(({ family: _family, ...citizen }) => citizen), ...minors, ...visitors()];
}

export function partyNumber(prefix: 'P' | 'O', order: number): string {
  return `${prefix}${String(order).padStart(4, '0')}`;
}

export function makeHome(dice: Dice): { divisionCode: string; address: string } {
  const town = dice.pick(towns);
  const lane = `${dice.between(1, 60) * 8}弄${dice.between(1, 48)}号`;
  const room = `${dice.between(1, 6)}0${dice.between(1, 4)}室`;
  const address = `上海市松江区${town.nameZh}${dice.pick(roads)}${lane}${room}（演示）`;
  return { divisionCode: town.code, address };
}

/** Where a firm sits: a room in a building, or for a shop the ground floor on the street. */
export function makeOffice(dice: Dice, shop = false): { divisionCode: string; address: string } {
  const town = dice.pick(towns);
  const door = String(dice.between(1, 28)).padStart(2, '0');
  const room = shop ? '底层' : `${dice.between(1, 9)}幢${dice.between(1, 8)}${door}室`;
  const house = `${dice.between(1, 200) * 8}号`;
  const address = `上海市松江区${town.nameZh}${dice.pick(roads)}${house}${room}（演示）`;
  return { divisionCode: town.code, address };
}

interface Adult extends Citizen {
  family: Part;
}

function makeAdult(dice: Dice, order: number): Adult {
  const sex = dice.chance(0.49) ? 'male' : 'female';
  const family = pickFamily(dice);
  const name = makeName(dice, sex, family);
  const bornOn = addDays('1938-01-01', dice.between(0, 25_500));
  return {
    ...describe(dice, order, name, sex, bornOn),
    phone: mobileOf(order),
    ...(dice.chance(0.5) ? { email: emailOf(name, order) } : {}),
    ...makeHome(dice),
    verification: dice.pickWeighted([
      ['real-name', 6],
      ['window', 3],
      ['none', 1],
    ]),
    family,
  };
}

function makeMinor(dice: Dice, parent: Adult, order: number): Citizen {
  const sex = dice.chance(0.5) ? 'male' : 'female';
  const bornOn = addDays('2013-01-01', dice.between(0, 4_400));
  return {
    ...describe(dice, order, makeName(dice, sex, parent.family), sex, bornOn),
    divisionCode: parent.divisionCode,
    address: parent.address,
    verification: 'window',
    guardianNo: parent.partyNo,
  };
}

function describe(dice: Dice, order: number, name: PersonName, sex: Sex, bornOn: string) {
  return {
    partyNo: partyNumber('P', order),
    kind: 'person' as const,
    nameZh: name.nameZh,
    nameEn: name.nameEn,
    identifierKind: '111',
    identifierNumber: makeCitizenNumber(bornOn, sex, dice.between(1, 99)),
    sex,
    bornOn,
  };
}

function mobileOf(order: number): string {
  return `1540002${String(order).padStart(4, '0')}`;
}

function emailOf(name: PersonName, order: number): string {
  return `${name.namePinyin.replaceAll(' ', '')}${order}@example.com`;
}

type VisitorLine = [
  nameZh: string,
  nameEn: string,
  sex: Sex,
  bornOn: string,
  identifierKind: string,
  identifierNumber: string,
];

/** Names and documents of other forms: a name with a dot, without a family name, and from abroad. */
function visitors(): Citizen[] {
  const far = { divisionCode: '540000', address: '西藏自治区演示县演示路8号（演示）' };
  const near = {
    divisionCode: '310117003',
    address: '上海市松江区方松街道演示新路88弄6号301室（演示）',
  };
  const lines: VisitorLine[] = [
    ['扎西次仁', 'Tashi Tsering', 'male', '1985-03-12', '111', ''],
    ['卓玛央金', 'Drolma Yangchen', 'female', '1992-08-05', '111', ''],
    ['阿依古丽·买买提江', 'Aygul Memetjan', 'female', '1990-11-23', '111', ''],
    ['金敏瑞', 'KIM MINSEO', 'female', '1988-06-17', '414', 'M00000001'],
    ['陈家辉', 'CHAN KA FAI', 'male', '1979-02-09', '516', 'H00000001'],
    ['林怡君', 'LIN YI-CHUN', 'female', '1994-09-30', '511', '00000001'],
  ];
  return lines.map(([nameZh, nameEn, sex, bornOn, identifierKind, number], at) => {
    const order = 195 + at;
    const identifierNumber = number || makeCitizenNumber(bornOn, sex, 100 + at);
    const home = at < 2 ? far : near;
    const partyNo = partyNumber('P', order);
    const document = { identifierKind, identifierNumber };
    const base = { partyNo, kind: 'person' as const, nameZh, nameEn, ...document, sex, bornOn };
    return { ...base, phone: mobileOf(order), ...home, verification: 'window' as const };
  });
}
