import type { HandlingItem, MatterContent } from '#modules/casework/matters/contract.ts';

type Paper = HandlingItem['papers'][number];

const AUTHORITY = '11310117MB0T00015N';

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

/** An item for tests: five papers, one of which may follow, and a form of one field. */
export function anItem(code: string, more: Partial<HandlingItem> = {}): HandlingItem {
  return {
    key: 'new',
    code,
    name: { zh: '公共场所卫生许可新办', en: 'Hygiene permit, first' },
    kind: 'new',
    projectType: '2',
    statutory: { count: 20, unit: 'working-day' },
    promised: { count: 12, unit: 'working-day' },
    promisedWhen: [],
    extensionDays: 10,
    conditions: ['场所符合卫生要求'],
    steps: [{ name: { zh: '受理', en: 'Acceptance' } }],
    papers: [
      aPaper('application', { kind: 'form', isMain: true }),
      aPaper('identity'),
      aPaper('layout', { isDeferrable: true }),
      aPaper('report'),
      aPaper('plan', { necessity: '2' }),
    ],
    questions: [],
    form: {
      sections: [
        {
          key: 'place',
          title: { zh: '场所', en: 'The place' },
          fields: [
            {
              kind: 'text',
              key: 'place-name',
              label: { zh: '名称', en: 'Name' },
              required: true,
              longest: 2_000,
            },
          ],
        },
      ],
    },
    fees: [],
    result: {
      type: '20',
      name: { zh: '卫生许可', en: 'Hygiene permit' },
      validMonths: 48,
      delivery: ['window', 'courier', 'electronic'],
    },
    specialProcedures: [
      { kind: 'testing', mostDays: 30, basis: '《公共场所卫生管理条例》' },
      { kind: 'expert-review', mostDays: 20, basis: '《公共场所卫生管理条例》' },
    ],
    tolerance: { allowed: true, supplementDays: 8 },
    commitment: {
      allowed: true,
      promise: { zh: '承诺符合全部条件', en: 'All conditions are met' },
      inspectWithinDays: 60,
    },
    examination: { people: 2, siteCheck: false, informThirdParties: false },
    faq: [],
    ...more,
  };
}

/** A matter for tests; `serial` makes its code. */
export function aMatter(
  serial: number,
  departmentCode: string,
  item: Partial<HandlingItem> = {},
  more: Partial<MatterContent> = {},
): MatterContent {
  const catalogCode = `000131${String(serial).padStart(3, '0')}000`;
  const taskCode = `${AUTHORITY}4${catalogCode}`;
  return {
    name: { zh: `公共场所卫生许可${serial}`, en: `Hygiene permit ${serial}` },
    summary: { zh: '开店要办的卫生许可', en: 'For places open to the public' },
    keywords: [],
    catalogCode,
    taskCode,
    taskType: '01',
    useLevels: ['4'],
    powerSource: '1',
    authority: { departmentCode, name: '区卫生健康委员会', creditCode: AUTHORITY, nature: '1' },
    coDepartments: [],
    legalBasis: [{ law: '公共场所卫生管理条例', article: '第四条', text: '实行卫生许可证制度。' }],
    serviceObjects: ['1', '2'],
    themes: ['permits'],
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
    promiseExcluded: 'none',
    isDemonstration: true,
    items: [anItem(`${taskCode}01`, item)],
    ...more,
  };
}
