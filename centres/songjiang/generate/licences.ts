import { listCitizens, type Party } from './citizens.ts';
import { listFirms } from './firms.ts';
import { makeRepresentatives } from './parties.ts';
import { type Dice, itemAt, makeDice } from './random.ts';
import { addDays, readTable, type Table } from './table.ts';

const columns = [
  'kindCode',
  'number',
  'holderIdentifierKind',
  'holderIdentifier',
  'departmentCode',
  'authorityCode',
  'issuedOn',
  'validFrom',
  'validUntil',
  'content',
  'members',
] as const;

type Column = (typeof columns)[number];
type Row = Partial<Record<Column, string>>;

/** The demonstration begins on this day; ends of validity are set around it. */
const TODAY = '2026-11-23';

interface Holder {
  readonly party: Party;
  readonly head: string;
  readonly dice: Dice;
}

interface Issued {
  readonly kind: string;
  readonly department: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly validUntil?: string;
  readonly content: Readonly<Record<string, string>>;
  readonly members?: readonly string[];
}

/** Licences that firms and citizens hold when the centre opens its books; some of them end soon, one has ended. */
export function makeLicences(): Table<Column> {
  const codes = new Map(
    readTable('organisation/departments.csv', ['code', 'uscc']).map((row) => [row.code, row.uscc]),
  );
  const heads = new Map(
    makeRepresentatives().rows.flatMap((row) =>
      row.kind === 'legal-representative' ? [[row.principalNo, row.representativeNo] as const] : [],
    ),
  );
  const citizens = listCitizens();
  const names = new Map(citizens.map((one) => [one.partyNo, one.nameZh]));
  const firms = listFirms().filter((firm) => firm.identifierKind === 'uscc');
  const rows = firms.flatMap((party, index) => {
    const head = names.get(String(heads.get(party.partyNo) ?? '')) ?? '';
    const holder = { party, head, dice: makeDice(`licences ${party.partyNo}`) };
    return listOfFirm(holder, index + 1).map((issued) => toRow(party, issued, codes));
  });
  const homes = citizens
    .filter((one) => one.identifierKind === '111' && one.guardianNo === undefined)
    // Land is registered where it lies.
    .filter((one) => one.divisionCode.startsWith('310117'))
    .filter((_one, index) => index % 9 === 0)
    .map((party, index) => toRow(party, makeTitle(party, index + 1), codes));
  return { columns, rows: [...rows, ...homes] };
}

/** From when to when: so many years to a last day, or from shortly after a firm began when it is younger than that. */
function spanOf(
  party: Party,
  until: string,
  years: number,
): { issuedOn: string; validUntil: string } {
  const issuedOn = addDays(moveYears(until, -years), 1);
  const earliest = addDays(party.establishedOn ?? '2000-01-04', 8);
  if (issuedOn >= earliest) return { issuedOn, validUntil: until };
  const first = earliest < TODAY ? earliest : addDays(TODAY, -3);
  return { issuedOn: first, validUntil: addDays(moveYears(first, years), -1) };
}

function moveYears(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}

function toRow(party: Party, issued: Issued, codes: ReadonlyMap<string, string>): Row {
  const { issuedOn, validUntil: until } = issued;
  return {
    kindCode: issued.kind,
    number: issued.number,
    holderIdentifierKind: party.identifierKind ?? '',
    holderIdentifier: party.identifierNumber ?? '',
    departmentCode: issued.department,
    authorityCode: codes.get(issued.department) ?? '',
    issuedOn,
    validFrom: issuedOn,
    ...(until === undefined ? {} : { validUntil: until }),
    content: Object.entries(issued.content)
      .map(([key, text]) => `${key}=${text}`)
      .join(';;'),
    members: (issued.members ?? []).join('|'),
  };
}

/** Days from the beginning to the end of a validity: soon for some, so that reminders have something to say. */
const ENDS = [25, 6, 55, 84, 400, 700, 1100, -12, 1500, 900] as const;

function listOfFirm(holder: Holder, order: number): Issued[] {
  const { party } = holder;
  const name = party.nameZh;
  // What the market regulator registers: 91 companies, 92 sole traders, 93 cooperatives.
  const isBusiness = /^9[123]/.test(party.identifierNumber ?? '');
  const licences = isBusiness ? [makeBusinessLicence(holder, order)] : [];
  const until = addDays(TODAY, itemAt(ENDS, order % ENDS.length));
  if (/餐饮|面馆|早餐|水果|便利/.test(name)) licences.push(...makeFood(holder, order, until));
  if (name.includes('人力资源')) licences.push(makeService(holder, order, until));
  if (name.includes('物流')) licences.push(makeTransport(holder, order, until));
  if (/烟酒|便利/.test(name)) licences.push(makeTobacco(holder, order, until));
  if (name.includes('理发')) licences.push(makeHygiene(holder, order, until));
  return licences;
}

const serial = (order: number, digits: number) => String(order).padStart(digits, '0');

function makeBusinessLicence({ party, head, dice }: Holder, order: number): Issued {
  const since = party.establishedOn ?? '2020-01-06';
  const isCompany = party.organisationKind === 'company';
  return {
    kind: 'business-licence',
    department: 'market-regulation',
    number: `27000000${since.replaceAll('-', '')}${serial(order, 4)}`,
    issuedOn: since,
    content: {
      companyType: typeOf(party),
      legalRepresentative: head,
      ...(isCompany ? { registeredCapital: `人民币${dice.between(1, 50) * 10}万元整` } : {}),
      establishedOn: toChineseDay(since),
      address: party.address,
      businessScope: `${scopeOf(party.nameZh)}（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）`,
    },
  };
}

function typeOf({ organisationKind, nameZh }: Party): string {
  if (organisationKind === 'sole-trader') return '个体工商户';
  if (organisationKind === 'cooperative') return '农民专业合作社';
  return nameZh.includes('股份') ? '股份有限公司（非上市）' : '有限责任公司（自然人投资或控股）';
}

function scopeOf(name: string): string {
  if (/餐饮|面馆|早餐/.test(name))
    return '许可项目：餐饮服务。一般项目：外卖递送服务；餐饮管理；食用农产品零售。';
  if (name.includes('人力资源'))
    return '许可项目：职业中介活动。一般项目：人力资源服务；企业管理咨询。';
  if (name.includes('物流'))
    return '许可项目：道路货物运输（不含危险货物）。一般项目：装卸搬运；国内货物运输代理。';
  return '一般项目：技术服务、技术开发、技术咨询、技术转让；货物进出口；日用百货销售。';
}

function makeFood({ party, head }: Holder, order: number, until: string): Issued[] {
  const isKitchen = /餐饮|面馆|早餐/.test(party.nameZh);
  const format = isKitchen ? '2' : '1';
  const body = `${format}310117${serial(order, 6)}`;
  const span = spanOf(party, until, 5);
  const food: Issued = {
    kind: 'food-operation',
    department: 'market-regulation',
    number: `JY${body}${checkDigit(body)}`,
    ...span,
    content: {
      format,
      formatName: isKitchen ? '餐饮服务经营者' : '食品销售经营者',
      legalRepresentative: head,
      address: party.address,
      premises: party.address,
      businessItems: isKitchen
        ? '热食类食品制售；冷食类食品制售（仅凉拌）'
        : '预包装食品、散装食品销售',
      supervisor: '上海市松江区市场监督管理局',
    },
  };
  if (!isKitchen || span.validUntil < TODAY) return [food];
  const sign: Issued = {
    kind: 'outdoor-sign',
    department: 'greening',
    number: `松绿容招牌〔2026〕${serial(order, 4)}号`,
    ...spanOf(party, addDays(TODAY, 600 + order), 3),
    content: {
      address: party.address,
      signText: party.nameZh.replace(/^上海/, '').replace(/（演示）$/, ''),
      size: '4.2米×0.9米',
      form: '平行于建筑物外墙',
    },
  };
  const composite: Issued = {
    kind: 'industry-composite',
    department: 'market-regulation',
    number: `HZ31011726${serial(order, 6)}`,
    issuedOn: addDays(span.issuedOn > '2026-03-01' ? span.issuedOn : '2026-03-01', 1),
    content: { industry: '饭店', premises: party.address, legalRepresentative: head },
    members: [`${food.kind}:${food.number}`, `${sign.kind}:${sign.number}`],
  };
  return [food, sign, composite];
}

function makeService({ party, head }: Holder, order: number, until: string): Issued {
  const span = spanOf(party, until, 5);
  return {
    kind: 'hr-services',
    department: 'human-resources',
    number: `（沪）人服证字〔${span.issuedOn.slice(0, 4)}〕第17${serial(order, 8)}号`,
    ...span,
    content: {
      legalRepresentative: head,
      address: party.address,
      scope: '为劳动者介绍用人单位；为用人单位推荐劳动者；组织开展现场招聘会',
    },
  };
}

function makeTransport({ party }: Holder, order: number, until: string): Issued {
  return {
    kind: 'road-transport',
    department: 'transport',
    number: `沪交运管许可松字310117${serial(order, 6)}号`,
    ...spanOf(party, until, 4),
    content: { address: party.address, scope: '道路普通货运' },
  };
}

function makeTobacco({ party, head }: Holder, order: number, until: string): Issued {
  return {
    kind: 'tobacco-retail',
    department: 'tobacco',
    number: `310117${serial(100_000 + order, 6)}`,
    ...spanOf(party, until, 5),
    content: { manager: head, premises: party.address, scope: '卷烟、雪茄烟本店零售' },
  };
}

function makeHygiene({ party, head }: Holder, order: number, until: string): Issued {
  const span = spanOf(party, until, 4);
  return {
    kind: 'public-place-hygiene',
    department: 'disease-control',
    number: `沪松卫公证字〔${span.issuedOn.slice(0, 4)}〕第${serial(order, 6)}号`,
    ...span,
    content: { legalRepresentative: head, premises: party.address, items: '理发店' },
  };
}

function makeTitle(party: Party, order: number): Issued {
  const year = 2015 + (order % 11);
  return {
    kind: 'real-estate-title',
    department: 'real-estate-registration',
    number: `沪（${year}）松字不动产权第${serial(20_000 + order * 7, 6)}号`,
    issuedOn: `${year}-0${1 + (order % 9)}-1${order % 10}`,
    content: {
      coOwnership: '单独所有',
      location: party.address,
      unitNumber: `310117${serial(order, 6)}GB${serial(order * 13, 5)}F00010001`,
      rightKind: '国有建设用地使用权／房屋所有权',
      rightNature: '出让／市场化商品房',
      use: '居住',
      area: `房屋建筑面积${(60 + ((order * 17) % 90)).toString()}.${serial((order * 31) % 100, 2)}平方米`,
      term: '国有建设用地使用权至2075年6月30日止',
    },
  };
}

function toChineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** ISO/IEC 7064 MOD 11,10, as at the end of a 食品经营许可证 number. */
function checkDigit(body: string): string {
  let product = 10;
  for (const digit of body) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}
