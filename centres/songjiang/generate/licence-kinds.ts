import { makeMinistryCode } from './identifiers.ts';
import type { Table } from './table.ts';

const columns = [
  'code',
  'typeCode',
  'nameZh',
  'nameEn',
  'definerZh',
  'holder',
  'role',
  'numberPattern',
  'validityMonths',
  'renewFromDays',
  'layout',
  'duplicate',
  'fields',
  'order',
  'demonstration',
] as const;

type Column = (typeof columns)[number];

interface Kind {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly definer: string;
  readonly number: string;
  readonly months?: number;
  readonly renewFrom?: number;
  readonly fields: readonly string[];
  readonly holder?: 'person' | 'organisation' | 'any';
  readonly role?: 'composite' | 'external';
  readonly layout?: 'portrait';
  readonly duplicate?: false;
}

const head = 'legalRepresentative:法定代表人:Legal representative:rpo';
const premises = 'premises:经营场所:Premises:rpo';
const items = 'businessItems:经营项目:Permitted business:rpo';

const SAMR = '国家市场监督管理总局';
const MOHRSS = '人力资源和社会保障部';

/** The kinds of the centre. Names and fields follow the papers in use; the definers' codes are made up and say so. */
const KINDS: readonly Kind[] = [
  {
    code: 'business-licence',
    zh: '营业执照',
    en: 'Business Licence',
    definer: SAMR,
    number: '27000000{date}{serial:4}',
    holder: 'organisation',
    fields: [
      'companyType:类型:Type:rpo',
      head,
      'registeredCapital:注册资本:Registered capital:po',
      'establishedOn:成立日期:Established on:rpo',
      'address:住所:Registered address:rpo',
      'businessScope:经营范围:Scope of business:rpo',
    ],
  },
  {
    code: 'food-operation',
    zh: '食品经营许可证',
    en: 'Food Operation Permit',
    definer: SAMR,
    number: 'JY{format}310117{serial:6}{check}',
    months: 60,
    renewFrom: 90,
    fields: [
      'format:主体业态代码:Format code:r',
      'formatName:主体业态:Format:rpo',
      head,
      'address:住所:Registered address:r',
      premises,
      items,
      'supervisor:日常监督管理机构:Supervised by:o',
    ],
  },
  {
    code: 'public-place-hygiene',
    zh: '公共场所卫生许可证',
    en: 'Public Place Hygiene Permit',
    definer: '国家疾病预防控制局',
    number: '沪松卫公证字〔{year}〕第{serial:6}号',
    months: 48,
    renewFrom: 30,
    duplicate: false,
    fields: [head, premises, 'items:许可项目:Permitted for:rpo'],
  },
  {
    code: 'road-transport',
    zh: '道路运输经营许可证',
    en: 'Road Transport Operation Permit',
    definer: '交通运输部',
    number: '沪交运管许可松字310117{serial:6}号',
    months: 48,
    renewFrom: 30,
    fields: ['address:地址:Address:rpo', 'scope:经营范围:Scope of business:rpo'],
  },
  {
    code: 'hr-services',
    zh: '人力资源服务许可证',
    en: 'Human Resources Service Permit',
    definer: MOHRSS,
    number: '（沪）人服证字〔{year}〕第17{serial:8}号',
    months: 60,
    renewFrom: 30,
    fields: [head, 'address:住所:Address:rpo', 'scope:服务范围:Services:rpo'],
  },
  {
    code: 'labour-dispatch',
    zh: '劳务派遣经营许可证',
    en: 'Labour Dispatch Permit',
    definer: MOHRSS,
    number: '松人社派许字第{serial:5}号',
    months: 36,
    renewFrom: 60,
    fields: [
      head,
      'address:住所:Address:rpo',
      'registeredCapital:注册资本:Registered capital:rpo',
      'scope:许可经营事项:Permitted for:rpo',
    ],
  },
  {
    code: 'tobacco-retail',
    zh: '烟草专卖零售许可证',
    en: 'Tobacco Retail Permit',
    definer: '国家烟草专卖局',
    number: '310117{serial:6}',
    months: 60,
    renewFrom: 30,
    holder: 'any',
    fields: ['manager:负责人:Manager:ro', premises, 'scope:许可范围:Permitted for:rpo'],
  },
  {
    code: 'entertainment',
    zh: '娱乐经营许可证',
    en: 'Entertainment Operation Permit',
    definer: '文化和旅游部',
    number: '310117{yy}{serial:4}',
    months: 24,
    renewFrom: 30,
    fields: [
      head,
      premises,
      'scope:经营范围:Scope of business:rpo',
      'capacity:核定人数:Permitted number of people:po',
    ],
  },
  {
    code: 'drainage',
    zh: '城镇污水排入排水管网许可证',
    en: 'Permit to Drain into the Sewer',
    definer: '住房和城乡建设部',
    number: '松水务排证字第{yy}{serial:5}号',
    months: 60,
    renewFrom: 30,
    duplicate: false,
    fields: [
      'address:排水户地址:Address:rpo',
      'volume:许可排水量:Permitted volume:rpo',
      'content:主要污染物:Main pollutants:po',
    ],
  },
  {
    code: 'medical-institution',
    zh: '医疗机构执业许可证',
    en: 'Medical Institution Practice Permit',
    definer: '国家卫生健康委员会',
    number: '松卫医证字〔{year}〕第{serial:5}号',
    months: 60,
    renewFrom: 90,
    fields: [
      head,
      'manager:主要负责人:Person in charge:rpo',
      'address:地址:Address:rpo',
      'subjects:诊疗科目:Departments of medicine:rpo',
    ],
  },
  {
    code: 'real-estate-title',
    zh: '不动产权证书',
    en: 'Real Estate Title',
    definer: '自然资源部',
    number: '沪（{year}）松字不动产权第{serial:6}号',
    holder: 'any',
    layout: 'portrait',
    duplicate: false,
    fields: [
      'coOwnership:共有情况:Co-ownership:ro',
      'location:坐落:Location:ro',
      'unitNumber:不动产单元号:Unit number:ro',
      'rightKind:权利类型:Kind of right:rpo',
      'rightNature:权利性质:Nature of right:o',
      'use:用途:Use:rpo',
      'area:面积:Area:ro',
      'term:使用期限:Term of use:o',
    ],
  },
  {
    code: 'construction-permit',
    zh: '建筑工程施工许可证',
    en: 'Construction Permit',
    definer: '住房和城乡建设部',
    number: '310117{date}{serial:2}01',
    layout: 'portrait',
    duplicate: false,
    fields: [
      'project:工程名称:Project:rpo',
      'address:建设地址:Site:rpo',
      'scale:建设规模:Size:rpo',
      'price:合同价格:Contract price:po',
      'surveyor:勘察单位:Surveyor:po',
      'designer:设计单位:Designer:rpo',
      'builder:施工单位:Builder:rpo',
      'supervisor:监理单位:Supervisor:po',
      'term:合同工期:Contract period:po',
    ],
  },
  {
    code: 'fire-safety-opinion',
    zh: '公众聚集场所投入使用、营业前消防安全检查意见书',
    en: 'Fire Safety Opinion before Opening a Public Place',
    definer: '国家消防救援局',
    number: '松消安检字〔{year}〕第{serial:4}号',
    layout: 'portrait',
    duplicate: false,
    fields: [
      'place:场所名称:Place:rpo',
      'address:地址:Address:rpo',
      'nature:场所性质:Kind of place:rpo',
      'area:场所建筑面积:Floor area:po',
      'opinion:检查意见:Opinion:rpo',
    ],
  },
  {
    code: 'outdoor-sign',
    zh: '户外招牌设置决定书',
    en: 'Decision on an Outdoor Sign',
    definer: '上海市绿化和市容管理局',
    number: '松绿容招牌〔{year}〕{serial:4}号',
    months: 36,
    renewFrom: 30,
    layout: 'portrait',
    duplicate: false,
    fields: [
      'address:设置地点:Place:rpo',
      'signText:招牌内容:Text of the sign:rpo',
      'size:规格:Size:rpo',
      'form:设置形式:How it is fixed:po',
    ],
  },
  {
    code: 'industry-composite',
    zh: '行业综合许可证',
    en: 'Composite Industry Permit',
    definer: '上海市人民政府办公厅',
    number: 'HZ310117{yy}{serial:6}',
    duplicate: false,
    fields: ['industry:行业:Industry:rpo', premises, head],
    role: 'composite',
  },
  {
    code: 'resident-identity-card',
    zh: '居民身份证',
    en: 'Resident Identity Card',
    definer: '公安部',
    number: '',
    holder: 'person',
    role: 'external',
    duplicate: false,
    fields: [],
  },
];

export function makeLicenceKinds(): Table<Column> {
  const definers = [...new Set(KINDS.map(({ definer }) => definer))];
  const rows = KINDS.map((kind, index) => ({
    code: kind.code,
    typeCode: `${makeMinistryCode(definers.indexOf(kind.definer) + 1)}${String(index + 1).padStart(3, '0')}`,
    nameZh: kind.zh,
    nameEn: kind.en,
    definerZh: kind.definer,
    holder: kind.holder ?? 'organisation',
    role: kind.role ?? 'issued',
    numberPattern: kind.number,
    validityMonths: kind.months,
    renewFromDays: kind.renewFrom,
    layout: kind.layout ?? 'landscape',
    duplicate: kind.duplicate ?? true,
    fields: kind.fields.join('|'),
    order: index + 1,
    demonstration: true,
  }));
  return { columns, rows };
}
