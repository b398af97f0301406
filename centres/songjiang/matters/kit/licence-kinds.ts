import type { Both } from './words.ts';

/** 证照类型 that these matters issue, or take in the place of a paper. */
export const licenceKinds = {
  'resident-identity-card': '居民身份证 | Resident identity card',
  'business-licence': '营业执照 | Business licence',
  'food-operation': '食品经营许可证 | Food operation licence',
  'public-place-hygiene': '公共场所卫生许可证 | Hygiene licence for public places',
  'hr-services': '人力资源服务许可证 | Human resources service licence',
  'labour-dispatch': '劳务派遣经营许可证 | Labour dispatch licence',
  'construction-permit': '建筑工程施工许可证 | Construction permit',
  'planning-permit': '建设工程规划许可证 | Planning permit for construction works',
  'road-transport': '道路运输经营许可证 | Road transport operation licence',
  'vehicle-licence': '机动车行驶证 | Vehicle licence',
  'fire-safety-opinion':
    '公众聚集场所投入使用、营业前消防安全检查意见书 | Fire safety opinion before opening a public place',
  'tobacco-retail': '烟草专卖零售许可证 | Tobacco retail licence',
  'medical-institution': '医疗机构执业许可证 | Licence to practise as a medical institution',
  entertainment: '娱乐经营许可证 | Entertainment operation licence',
  drainage: '城镇污水排入排水管网许可证 | Licence to discharge into the sewers',
  'real-estate-title': '不动产权证书 | Certificate of real estate ownership',
  'residence-permit': '上海市居住证 | Shanghai residence permit',
  'marriage-certificate': '结婚证 | Marriage certificate',
  'divorce-certificate': '离婚证 | Divorce certificate',
  'household-register': '居民户口簿 | Household register',
  'degree-certificate': '学位证书 | Degree certificate',
  'outdoor-sign': '户外招牌设置决定书 | Decision on an outdoor sign',
  'industry-composite': '行业综合许可证 | Composite industry licence',
} as const satisfies Readonly<Record<string, Both>>;

export type LicenceKind = keyof typeof licenceKinds;
