export interface WindowRun {
  zoneCode: string;
  first: number;
  last: number;
  kind:
    | 'comprehensive'
    | 'specialist'
    | 'issue'
    | 'consultation'
    | 'unresolved'
    | 'cross-province'
    | 'assisted';
  nameZh: string;
  nameEn: string;
  departments: readonly string[];
  /** Windows with a low counter. */
  accessible: readonly number[];
}

const business = [
  'market-regulation',
  'disease-control',
  'health',
  'culture-tourism',
  'science-technology',
  'economy',
  'transport',
  'agriculture',
  'fire-rescue',
  'tobacco',
  'customs',
  'post',
];

const social = [
  'human-resources',
  'talent',
  'civil-affairs',
  'education',
  'housing',
  'veterans',
  'medical-insurance',
  'justice',
  'notary',
  'sports',
  'public-security',
];

const construction = [
  'planning-resources',
  'construction',
  'construction-review',
  'development-reform',
  'ecology',
  'water',
  'greening',
  'emergency',
  'defence-mobilisation',
  'urban-management',
  'meteorology',
  'finance',
];

const specialists = [
  'tax',
  'social-insurance',
  'medical-insurance-service',
  'real-estate-registration',
  'housing-fund',
  'power',
  'water-supply',
  'gas',
  'telecom',
];

const everyone = [...business, ...social, ...construction, ...specialists];

const crossProvince = [
  'market-regulation',
  'tax',
  'public-security',
  'human-resources',
  'civil-affairs',
  'social-insurance',
  'medical-insurance-service',
  'housing-fund',
  'real-estate-registration',
  'transport',
];

/** Departments whose decision is a paper that is handed over at the issue windows. */
const issuing = everyone.filter(
  (code) => !['power', 'water-supply', 'gas', 'telecom'].includes(code),
);

type WindowLine = [
  zoneCode: string,
  first: number,
  last: number,
  kind: WindowRun['kind'],
  nameZh: string,
  nameEn: string,
  departments: readonly string[],
  accessible: readonly number[],
];

const lines: readonly WindowLine[] = [
  ['f1-consultation', 1, 4, 'consultation', '综合咨询', 'General Enquiries', everyone, [1]],
  ['f1-assisted', 5, 8, 'assisted', '帮办服务', 'Assisted Service', everyone, [5, 6]],
  ['f1-unresolved', 9, 9, 'unresolved', '“办不成事”反映', 'Unresolved Matters', everyone, [9]],
  [
    'f1-cross-province',
    10,
    12,
    'cross-province',
    '长三角“跨省通办”',
    'Cross-province Service',
    crossProvince,
    [10],
  ],
  [
    'f1-enterprise',
    13,
    28,
    'comprehensive',
    '企业开办综合',
    'Business Registration',
    business,
    [13, 21],
  ],
  ['f1-tax', 29, 36, 'specialist', '税务', 'Tax', ['tax'], [29]],
  ['f1-issue', 37, 40, 'issue', '统一出件', 'Result Collection', issuing, [37]],
  ['f2-social', 41, 56, 'comprehensive', '社会事务综合', 'Social Affairs', social, [41, 49]],
  [
    'f2-social-insurance',
    57,
    58,
    'specialist',
    '社会保险',
    'Social Insurance',
    ['social-insurance'],
    [57],
  ],
  [
    'f2-social-insurance',
    59,
    60,
    'specialist',
    '医疗保险',
    'Medical Insurance',
    ['medical-insurance-service'],
    [59],
  ],
  [
    'f2-real-estate',
    61,
    70,
    'specialist',
    '不动产登记',
    'Real Estate Registration',
    ['real-estate-registration', 'planning-resources'],
    [61],
  ],
  [
    'f2-housing-fund',
    71,
    74,
    'specialist',
    '公积金',
    'Housing Provident Fund',
    ['housing-fund'],
    [71],
  ],
  [
    'f2-exit-entry',
    75,
    82,
    'specialist',
    '公安出入境',
    'Exit and Entry',
    ['public-security'],
    [75],
  ],
  [
    'f3-construction',
    83,
    92,
    'comprehensive',
    '投资建设综合',
    'Investment and Construction',
    construction,
    [83],
  ],
  ['f3-utilities', 93, 93, 'specialist', '供电服务', 'Power Supply', ['power'], [93]],
  [
    'f3-utilities',
    94,
    94,
    'specialist',
    '供水供气服务',
    'Water and Gas Supply',
    ['water-supply', 'gas'],
    [],
  ],
  ['f3-utilities', 95, 95, 'specialist', '通信服务', 'Telecommunications', ['telecom'], []],
  [
    'f3-agency',
    96,
    97,
    'assisted',
    '产业项目代办',
    'Industrial Project Agency',
    [...construction, 'market-regulation', 'tax', 'power', 'water-supply', 'gas', 'telecom'],
    [96],
  ],
];

/** The 97 windows of the district hall, run by run, in the order of their numbers. */
export const windowRuns: readonly WindowRun[] = lines.map(
  ([zoneCode, first, last, kind, nameZh, nameEn, departments, accessible]) => {
    return { zoneCode, first, last, kind, nameZh, nameEn, departments, accessible };
  },
);
