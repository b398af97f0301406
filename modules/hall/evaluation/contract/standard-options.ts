import type { OptionSet, RatingOption } from './options.ts';

const rows: ReadonlyArray<readonly [code: string, zh: string, en: string]> = [
  ['510', '一窗受理一次办结', 'One window, done in one visit'],
  ['511', '可以先受理后补材料', 'Accepted first, papers could follow'],
  ['512', '不用提交证明', 'No certificates asked for'],
  ['513', '可以全程网上办理', 'Could be done wholly online'],
  ['514', '可以使用手机办理', 'Could be done by phone'],
  ['515', '可以就近办理', 'Could be done nearby'],
  ['516', '无需材料直接办理', 'Done without any papers'],
  ['517', '服务热情效率高', 'Warm and efficient service'],
  ['406', '填写一张表单就可完成申报', 'One form was enough'],
  ['407', '在线提交材料窗口核验', 'Papers sent online, checked at the window'],
  ['408', '一张清单告知全部申报材料', 'One list named all papers'],
  ['409', '用告知承诺减免申报材料', 'A promise stood in for papers'],
  ['410', '可以在线预约办理', 'Could be booked online'],
  ['411', '跑大厅一次办完', 'One trip to the hall'],
  ['412', '可以使用自助机办理', 'Could be done at a kiosk'],
  ['413', '服务态度较好', 'Good service'],
  ['307', '一次性告知需要补正的材料', 'Told at once what to correct'],
  ['308', '提供申报材料样本', 'Samples of papers were given'],
  ['309', '在承诺的时间内办结', 'Done within the promised time'],
  ['310', '办事指南指引准确', 'The guide was accurate'],
  ['311', '按办事指南要求的材料即可办理', 'The papers in the guide were enough'],
  ['312', '可以快递送达', 'Could be sent by courier'],
  ['313', '跑动次数与承诺的一致', 'As many trips as promised'],
  ['314', '服务态度一般', 'Ordinary service'],
  ['207', '没有提供材料样本', 'No samples of papers'],
  ['208', '没有提供材料清单', 'No list of papers'],
  ['209', '未在承诺时间内办结', 'Not done within the promised time'],
  ['210', '同样内容的证明材料被要求多次提交', 'The same proof asked for several times'],
  ['211', '承诺网办但无法在线办理', 'Promised online, not possible online'],
  [
    '212',
    '在线预约办理后到实体大厅重复取号排队',
    'Booked online, had to take a number and queue again',
  ],
  ['213', '窗口人员业务不熟练', 'Staff did not know the work well'],
  ['214', '服务态度生硬', 'Brusque service'],
  ['108', '在办事指南之外增加新的审批条件', 'Conditions added beyond the guide'],
  ['109', '需提供办事指南之外的申报材料', 'Papers asked for beyond the guide'],
  ['110', '无理由超过法定办理时间', 'Beyond the statutory time without a reason'],
  ['111', '办事指南提供样本有错', 'The sample in the guide was wrong'],
  ['112', '承诺在线收取申报材料实际无法收取', 'Promised to take papers online, could not be taken'],
  ['113', '多头跑窗口和部门', 'Sent from window to window'],
  ['114', '跑动次数与承诺的不一致', 'More trips than promised'],
  ['115', '服务态度差效率低', 'Bad and slow service'],
];

/** The national standard options, eight to each grade. */
export const standardOptions: readonly RatingOption[] = rows.map(([code, textZh, textEn]) => ({
  code,
  textZh,
  textEn,
}));

/** The set that every centre begins with; it is never stored. */
export const standardSet: OptionSet = {
  version: 1,
  name: '全国统一评价指标',
  basis: '国家政务服务“好差评”评价指标',
  validFrom: '2020-01-01',
  options: [...standardOptions],
  createdAt: null,
};
