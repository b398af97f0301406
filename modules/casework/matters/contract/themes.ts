import type { Text } from './text.ts';

/** 主题: how people and firms look for a matter, in the order in which life brings them. */
export const THEMES: Readonly<
  Record<string, { readonly audience: 'person' | 'firm' | 'both'; readonly name: Required<Text> }>
> = {
  birth: { audience: 'person', name: { zh: '生育收养', en: 'Birth and adoption' } },
  household: { audience: 'person', name: { zh: '户籍办理', en: 'Household registration' } },
  education: { audience: 'person', name: { zh: '教育科研', en: 'Education' } },
  employment: { audience: 'person', name: { zh: '就业创业', en: 'Work' } },
  talent: { audience: 'person', name: { zh: '人才服务', en: 'Talent' } },
  'social-security': { audience: 'person', name: { zh: '社会保障', en: 'Social security' } },
  medical: { audience: 'both', name: { zh: '医疗卫生', en: 'Health' } },
  housing: { audience: 'person', name: { zh: '住房公积金', en: 'Housing fund' } },
  'real-estate': { audience: 'both', name: { zh: '不动产登记', en: 'Real estate' } },
  marriage: { audience: 'person', name: { zh: '婚姻登记', en: 'Marriage' } },
  retirement: { audience: 'person', name: { zh: '离职退休', en: 'Retirement' } },
  death: { audience: 'person', name: { zh: '死亡殡葬', en: 'Death' } },
  'setting-up': { audience: 'firm', name: { zh: '设立变更', en: 'Setting up and changes' } },
  permits: { audience: 'firm', name: { zh: '准营准办', en: 'Permits to operate' } },
  food: { audience: 'firm', name: { zh: '食品药品', en: 'Food and drugs' } },
  transport: { audience: 'both', name: { zh: '交通运输', en: 'Transport' } },
  construction: { audience: 'firm', name: { zh: '工程建设', en: 'Construction' } },
  environment: { audience: 'firm', name: { zh: '环保绿化', en: 'Environment' } },
  safety: { audience: 'firm', name: { zh: '消防安全', en: 'Fire and safety' } },
  culture: { audience: 'both', name: { zh: '文化体育', en: 'Culture and sport' } },
  labour: { audience: 'firm', name: { zh: '人力资源', en: 'Staff and labour' } },
  tax: { audience: 'firm', name: { zh: '税收财务', en: 'Taxes' } },
  utilities: { audience: 'both', name: { zh: '公用事业', en: 'Utilities' } },
  qualification: { audience: 'both', name: { zh: '资质认证', en: 'Qualifications' } },
  agriculture: { audience: 'both', name: { zh: '农林牧渔', en: 'Agriculture' } },
  closing: { audience: 'firm', name: { zh: '注销退出', en: 'Closing down' } },
  other: { audience: 'both', name: { zh: '其他', en: 'Other' } },
};

/** What a theme is called; one that is not in the list by its key. */
export function themeName(key: string): Text {
  return THEMES[key]?.name ?? { zh: key, en: key };
}
