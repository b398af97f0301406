import type { Words } from '#kernel/problems/contract.ts';

/** One page of the editor: fields of the content, or of one of its items. */
export interface EditSection {
  readonly key: string;
  readonly title: Words;
  readonly fields: readonly string[];
}

export const matterSections: readonly EditSection[] = [
  {
    key: 'basics',
    title: { 'zh-CN': '基本信息', en: 'Basics' },
    fields: [
      'name',
      'summary',
      'keywords',
      'catalogCode',
      'taskCode',
      'localCatalogCode',
      'localTaskCode',
      'taskType',
      'useLevels',
      'powerSource',
      'serviceObjects',
      'themes',
      'isDemonstration',
    ],
  },
  {
    key: 'authority',
    title: { 'zh-CN': '实施主体', en: 'Authority' },
    fields: ['authority', 'entrusted', 'coDepartments'],
  },
  {
    key: 'law',
    title: { 'zh-CN': '依据与限制', en: 'Law and limits' },
    fields: ['legalBasis', 'promiseExcluded', 'quantityLimit', 'intermediaries'],
  },
  {
    key: 'service',
    title: { 'zh-CN': '办理方式与地点', en: 'Ways and places' },
    fields: [
      'applyModes',
      'onlineDepth',
      'onlineUrl',
      'visits',
      'inHall',
      'places',
      'openingNote',
      'consultPhone',
      'supervisePhone',
      'handlingAreas',
      'bookable',
      'payOnline',
      'express',
      'kiosk',
      'acceptedAtWindows',
    ],
  },
];

export const itemSections: readonly EditSection[] = [
  {
    key: 'item',
    title: { 'zh-CN': '办理项与时限', en: 'Item and limits' },
    fields: [
      'key',
      'code',
      'name',
      'kind',
      'projectType',
      'statutory',
      'promised',
      'promisedWhen',
      'extensionDays',
      'specialProcedures',
    ],
  },
  {
    key: 'rules',
    title: { 'zh-CN': '条件与流程', en: 'Conditions and steps' },
    fields: ['conditions', 'steps', 'examination', 'tolerance', 'commitment'],
  },
  { key: 'questions', title: { 'zh-CN': '情形问题', en: 'Questions' }, fields: ['questions'] },
  { key: 'papers', title: { 'zh-CN': '申请材料', en: 'Papers' }, fields: ['papers'] },
  { key: 'form', title: { 'zh-CN': '申请表', en: 'Form' }, fields: ['form'] },
  { key: 'fees', title: { 'zh-CN': '收费', en: 'Fees' }, fields: ['fees'] },
  { key: 'result', title: { 'zh-CN': '审批结果', en: 'Result' }, fields: ['result'] },
  { key: 'faq', title: { 'zh-CN': '常见问题', en: 'Questions and answers' }, fields: ['faq'] },
];

export const bundleSections: readonly EditSection[] = [
  {
    key: 'basics',
    title: { 'zh-CN': '基本信息', en: 'Basics' },
    fields: [
      'code',
      'kind',
      'name',
      'summary',
      'keywords',
      'leadDepartmentCode',
      'leadDepartmentName',
      'basis',
      'serviceObjects',
      'themes',
      'compositeLicence',
      'isDemonstration',
    ],
  },
  {
    key: 'members',
    title: { 'zh-CN': '联办事项', en: 'Members' },
    fields: ['mode', 'members', 'promised'],
  },
  {
    key: 'questions',
    title: { 'zh-CN': '情形问题', en: 'Questions' },
    fields: ['questions', 'commonQuestions'],
  },
  { key: 'form', title: { 'zh-CN': '申请表', en: 'Form' }, fields: ['form'] },
  { key: 'common', title: { 'zh-CN': '共用字段', en: 'Common fields' }, fields: ['commonFields'] },
  { key: 'papers', title: { 'zh-CN': '材料归并', en: 'Merged papers' }, fields: ['materialMerge'] },
  {
    key: 'service',
    title: { 'zh-CN': '流程与地点', en: 'Steps and places' },
    fields: ['steps', 'visits', 'places', 'consultPhone', 'faq'],
  },
];
