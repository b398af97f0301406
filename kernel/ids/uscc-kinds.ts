import type { Words } from '../problems/contract.ts';

/** 登记管理部门 and 机构类别 by the first two characters of a code (GB 32100-2015, tables 1 and 2). */
export const USCC_KINDS: Readonly<Record<string, Words>> = {
  '11': { 'zh-CN': '机关', en: 'State organ' },
  '12': { 'zh-CN': '事业单位', en: 'Public institution' },
  '13': {
    'zh-CN': '中央编办直接管理机构编制的群众团体',
    en: 'Mass organisation under the central staffing office',
  },
  '21': { 'zh-CN': '外国常驻新闻机构', en: 'Resident office of foreign media' },
  '31': { 'zh-CN': '律师执业机构', en: 'Law firm' },
  '32': { 'zh-CN': '公证处', en: 'Notary office' },
  '33': { 'zh-CN': '基层法律服务所', en: 'Grass-roots legal service office' },
  '34': { 'zh-CN': '司法鉴定机构', en: 'Forensic institution' },
  '35': { 'zh-CN': '仲裁委员会', en: 'Arbitration commission' },
  '41': { 'zh-CN': '外国在华文化中心', en: 'Foreign cultural centre' },
  '51': { 'zh-CN': '社会团体', en: 'Social organisation' },
  '52': { 'zh-CN': '民办非企业单位', en: 'Private non-enterprise unit' },
  '53': { 'zh-CN': '基金会', en: 'Foundation' },
  '61': {
    'zh-CN': '外国旅游部门常驻代表机构',
    en: 'Representative office of a foreign tourism authority',
  },
  '62': {
    'zh-CN': '港澳台地区旅游部门常驻内地（大陆）代表机构',
    en: 'Representative office of a Hong Kong, Macao or Taiwan tourism authority',
  },
  '71': { 'zh-CN': '宗教活动场所', en: 'Place of religious activity' },
  '72': { 'zh-CN': '宗教院校', en: 'Religious school' },
  '81': { 'zh-CN': '基层工会', en: 'Grass-roots trade union' },
  '91': { 'zh-CN': '企业', en: 'Enterprise' },
  '92': { 'zh-CN': '个体工商户', en: 'Individual business' },
  '93': { 'zh-CN': '农民专业合作社', en: 'Farmers’ cooperative' },
  A1: { 'zh-CN': '军队事业单位', en: 'Military institution' },
  N1: { 'zh-CN': '组级集体经济组织', en: 'Group-level collective economic organisation' },
  N2: { 'zh-CN': '村级集体经济组织', en: 'Village collective economic organisation' },
  N3: { 'zh-CN': '乡镇级集体经济组织', en: 'Township collective economic organisation' },
  Y1: { 'zh-CN': '其他组织', en: 'Other organisation' },
};

/** The name of the kind of body, or undefined when the standard leaves the two characters to "others" (9) or does not list them. */
export function findUsccKindName(kind: string): Words | undefined {
  return Object.hasOwn(USCC_KINDS, kind) ? USCC_KINDS[kind] : undefined;
}
