import type { BundleContent, HandlingItem, MatterContent, Paper } from '../contract.ts';

/** A paper for tests: required, in the original, from the applicant. */
export function aPaper(key: string, more: Partial<Paper> = {}): Paper {
  return {
    key,
    name: { zh: `材料${key}`, en: `Paper ${key}` },
    kind: 'proof',
    necessity: '1',
    isMain: false,
    isDeferrable: false,
    form: '1',
    submission: '03',
    source: '10',
    originals: 1,
    copies: 0,
    sheet: 'A4',
    acceptStandards: ['内容完整、签章齐全'],
    ...more,
  };
}

/** The code that the handbook gives as a synthetic one. */
export const TASK_CODE = '11310117MB0T00015N4000131012000';

const QUESTIONS: HandlingItem['questions'] = [
  {
    key: 'way',
    text: { zh: '申请方式？', en: 'Which way?' },
    kind: 'single',
    options: [
      { key: 'ordinary', text: { zh: '一般程序', en: 'Ordinary' } },
      { key: 'promise', text: { zh: '告知承诺', en: 'On a promise' } },
    ],
  },
  {
    key: 'cold',
    text: { zh: '是否制售冷食？', en: 'Cold dishes?' },
    kind: 'single',
    showIf: { question: 'way', chosen: 'ordinary' },
    options: [
      { key: 'yes', text: { zh: '是', en: 'Yes' } },
      { key: 'no', text: { zh: '否', en: 'No' } },
    ],
  },
];

const FORM: HandlingItem['form'] = {
  sections: [
    {
      key: 'shop',
      title: { zh: '经营场所', en: 'The shop' },
      fields: [
        {
          kind: 'text',
          key: 'shop-name',
          label: { zh: '店名', en: 'Name of the shop' },
          required: true,
          longest: 50,
        },
        {
          kind: 'number',
          key: 'area',
          label: { zh: '面积', en: 'Area' },
          required: true,
          least: 1,
          decimals: 2,
          unit: { zh: '平方米', en: 'm²' },
        },
        {
          kind: 'text',
          key: 'cold-room-size',
          label: { zh: '冷食间', en: 'Cold room' },
          required: true,
          showIf: { question: 'cold', chosen: 'yes' },
        },
      ],
    },
  ],
};

/** An item for tests that keeps every rule: one question, papers and a form that hang on it. */
export function anItem(more: Partial<HandlingItem> = {}): HandlingItem {
  return {
    key: 'new',
    code: `${TASK_CODE}01`,
    name: { zh: '食品经营许可新办', en: 'Food business permit, first' },
    kind: 'new',
    projectType: '2',
    statutory: { count: 20, unit: 'working-day' },
    promised: { count: 12, unit: 'working-day' },
    promisedWhen: [
      {
        when: { question: 'way', chosen: 'promise' },
        limit: { count: 5, unit: 'working-day' },
      },
    ],
    extensionDays: 10,
    conditions: ['取得营业执照等合法主体资格'],
    steps: [{ name: { zh: '受理', en: 'Acceptance' } }],
    papers: [
      aPaper('application', { kind: 'form', isMain: true }),
      aPaper('layout', { isDeferrable: true }),
      aPaper('cold-room', { includeIf: { question: 'cold', chosen: 'yes' } }),
      aPaper('licence', { exempt: { by: 'licence' }, licenceKind: 'business-licence' }),
    ],
    questions: QUESTIONS,
    form: FORM,
    fees: [],
    result: {
      type: '10',
      name: { zh: '食品经营许可证', en: 'Food business permit' },
      licenceKind: 'food-permit',
      validMonths: 60,
      delivery: ['window', 'courier', 'electronic'],
    },
    specialProcedures: [],
    tolerance: { allowed: true, supplementDays: 5 },
    commitment: {
      allowed: true,
      promise: { zh: '承诺符合全部条件', en: 'All conditions are met' },
      inspectWithinDays: 60,
    },
    examination: { people: 2, siteCheck: true, informThirdParties: false },
    faq: [],
    ...more,
  };
}

/** A matter for tests that keeps every rule. */
export function aContent(more: Partial<MatterContent> = {}): MatterContent {
  return {
    name: { zh: '食品经营许可', en: 'Food business permit' },
    summary: { zh: '开饭店、卖食品要办的许可', en: 'For restaurants and food shops' },
    keywords: ['开饭店', '卫生证'],
    catalogCode: '000131012000',
    taskCode: TASK_CODE,
    taskType: '01',
    useLevels: ['4'],
    powerSource: '1',
    authority: {
      departmentCode: 'market',
      name: '区市场监督管理局',
      creditCode: TASK_CODE.slice(0, 18),
      nature: '1',
    },
    coDepartments: [],
    legalBasis: [
      {
        law: '中华人民共和国食品安全法',
        article: '第三十五条',
        text: '国家对食品生产经营实行许可制度。',
      },
    ],
    serviceObjects: ['1', '2'],
    themes: ['food', 'permits'],
    applyModes: ['1', '2'],
    visits: { window: 1, online: 0 },
    inHall: true,
    places: [],
    consultPhone: '021-57831234',
    supervisePhone: '12345',
    handlingAreas: ['city'],
    bookable: true,
    payOnline: false,
    express: true,
    kiosk: false,
    acceptedAtWindows: true,
    promiseExcluded: 'none',
    isDemonstration: true,
    items: [anItem()],
    ...more,
  };
}

/** The same matter under another code of the same authority: `serial` makes it. */
export function aContentNumber(serial: number, more: Partial<MatterContent> = {}): MatterContent {
  const catalogCode = `000131${String(serial).padStart(3, '0')}000`;
  const taskCode = `${TASK_CODE.slice(0, 19)}${catalogCode}`;
  return aContent({
    catalogCode,
    taskCode,
    items: [anItem({ code: `${taskCode}01` })],
    ...more,
  });
}

/** A bundle for tests of the items of these codes; their shop name is asked for once. */
export function aBundle(
  itemCodes: readonly string[],
  more: Partial<BundleContent> = {},
): BundleContent {
  const keys = ['one', 'two', 'three'];
  const members = itemCodes.map((itemCode, index) => ({
    key: keys[index] ?? `member-${index}`,
    itemCode,
    after: [],
  }));
  return {
    code: 'KD-001',
    kind: 'one-thing',
    name: { zh: '开店一件事', en: 'Opening a shop, all in one' },
    summary: { zh: '开店要办的一次办完', en: 'All that a shop needs' },
    keywords: ['开店'],
    leadDepartmentCode: 'market',
    leadDepartmentName: '区市场监督管理局',
    serviceObjects: ['1', '2'],
    themes: ['food'],
    mode: 'parallel',
    members,
    questions: [],
    form: {
      sections: [
        {
          key: 'common',
          title: { zh: '店铺', en: 'The shop' },
          fields: [
            {
              kind: 'text',
              key: 'name',
              label: { zh: '店名', en: 'Name of the shop' },
              required: true,
            },
          ],
        },
      ],
    },
    commonFields: [
      { field: 'name', fills: members.map(({ key }) => ({ member: key, field: 'shop-name' })) },
    ],
    commonQuestions: [],
    materialMerge: [
      {
        key: 'application',
        name: { zh: '一件事申请表', en: 'One application' },
        fills: members.map(({ key }) => ({ member: key, paper: 'application' })),
      },
    ],
    steps: [],
    visits: 1,
    places: [],
    consultPhone: '021-57831234',
    faq: [],
    isDemonstration: true,
    ...more,
  };
}
