import { problem } from '#kernel/problems/contract.ts';

export const problems = {
  alreadyHad: problem('seals/already-had', 409, {
    'zh-CN':
      '该企业（{uscc}）已于{day}享受过免费刻章（{number}），每家企业终身一套，不能再次申领。',
    en: 'This firm ({uscc}) had its free set on {day} ({number}); there is one for each firm, for life.',
  }),
  notInDistrict: problem('seals/not-in-district', 409, {
    'zh-CN': '该企业（{uscc}）不是本区登记的企业，不在免费刻章范围内。',
    en: 'This firm ({uscc}) is not registered in this district.',
  }),
  notAFirm: problem('seals/not-a-firm', 409, {
    'zh-CN': '免费刻章面向新设企业；{uscc}不是企业的统一社会信用代码。',
    en: 'Free seals are for new firms; {uscc} is no credit code of a firm.',
  }),
  noLicence: problem('seals/no-licence', 409, {
    'zh-CN': '没有查到该企业有效的营业执照，印文以执照为准，暂不能申领。',
    en: 'No valid business licence was found, and the text of the seals follows it.',
  }),
  tooLate: problem('seals/too-late', 409, {
    'zh-CN': '免费刻章应在{day}前申领，现已超过期限。',
    en: 'The set had to be claimed by {day}.',
  }),
  notDrawable: problem('seals/not-drawable', 409, {
    'zh-CN': '印文“{text}”无法绘制：{reason}',
    en: 'The text “{text}” cannot be drawn: {reason}',
  }),
  notLinked: problem('seals/not-linked', 403, {
    'zh-CN': '请以企业身份登录（由法定代表人或经办人代表企业登录）。',
    en: 'Sign in for the firm, as its legal representative or somebody it authorised.',
  }),
  notAMaker: problem('seals/not-a-maker', 403, {
    'zh-CN': '当前登录的企业不是本中心的刻章单位，或已停止派单。',
    en: 'The firm you sign in for is no maker of this centre, or was suspended.',
  }),
  notInState: problem('seals/not-in-state', 409, {
    'zh-CN': '该套印章目前为“{state}”，不能进行“{act}”。{last}',
    en: 'The set is “{state}” now, so “{act}” cannot be done. {last}',
  }),
  noMaker: problem('seals/no-maker', 409, {
    'zh-CN': '没有可派单的刻章单位：{reason}',
    en: 'No maker can take it: {reason}',
  }),
  numberWrong: problem('seals/number-wrong', 400, {
    'zh-CN': '备案编号“{number}”不符合规定格式（{kind}）。',
    en: 'The filed number “{number}” ({kind}) does not have the form it must have.',
  }),
  numberTaken: problem('seals/number-taken', 409, {
    'zh-CN': '备案编号“{number}”已用于另一枚印章。',
    en: 'The filed number “{number}” is of another seal.',
  }),
  numbersMissing: problem('seals/numbers-missing', 400, {
    'zh-CN': '请为每一枚需备案的印章填写备案编号。',
    en: 'Each seal that is filed needs its number.',
  }),
  wrongWay: problem('seals/wrong-way', 409, {
    'zh-CN': '该套印章由申领人选择快递寄送，请交寄；如改为窗口领取请先变更领取方式。',
    en: 'The firm chose to have it sent. Change the way of collection first.',
  }),
  makerKnown: problem('seals/maker-known', 409, {
    'zh-CN': '该企业已经是刻章单位。',
    en: 'This firm is a maker already.',
  }),
  unknownFirm: problem('seals/unknown-firm', 400, {
    'zh-CN': '没有找到该企业，或它不是企业法人。',
    en: 'There is no such firm in the register.',
  }),
  monthNotOver: problem('seals/month-not-over', 409, {
    'zh-CN': '{month}尚未结束，不能结算。',
    en: '{month} is not over yet.',
  }),
  monthHandedOn: problem('seals/month-handed-on', 409, {
    'zh-CN': '{month}的结算单已提交（{number}），不能更改。',
    en: 'The settlement of {month} was handed on ({number}) and stays as it is.',
  }),
  monthOpen: problem('seals/month-open', 409, {
    'zh-CN': '{month}尚未汇总，请先汇总再提交。',
    en: '{month} was not added up yet.',
  }),
  noContract: problem('seals/no-contract', 409, {
    'zh-CN': '{day}没有正在履行的刻章计量合同，无法结算；请先在合同管理中登记。',
    en: 'No metered contract for seals runs on {day}; register it among the contracts first.',
  }),
  nothingToSettle: problem('seals/nothing-to-settle', 409, {
    'zh-CN': '{month}没有可结算的印章。',
    en: 'There is nothing to settle in {month}.',
  }),
  lineSettled: problem('seals/line-settled', 409, {
    'zh-CN': '该笔已随{month}结算，不能再提争议。',
    en: 'This line was settled with {month}.',
  }),
} as const;
