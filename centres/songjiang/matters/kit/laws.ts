import type { LegalBasis } from './shapes.ts';

/**
 * One article that a matter rests on. `duty` says in our own words what it asks for; it is not the
 * wording of the law, and says so by its first word.
 */
export const law = (name: string, article: string, duty: string): LegalBasis => ({
  law: name,
  article,
  text: `要点：${duty}`,
});

const permits = '《中华人民共和国行政许可法》';
const market = '《中华人民共和国市场主体登记管理条例》';
const shanghai = '《上海市优化营商环境条例》';

export const permitDeadline = law(
  permits,
  '第四十二条',
  '除当场决定的外，自受理之日起二十日内作出决定；二十日内不能作出的，经本行政机关负责人批准可以延长十日，并告知理由。',
);

export const permitExamination = law(
  permits,
  '第三十四条',
  '材料齐全、符合法定形式，能够当场作出决定的，当场作出；需要对材料的实质内容进行核实的，指派两名以上工作人员核查。',
);

export const permitChange = law(
  permits,
  '第四十九条',
  '被许可人要求变更许可事项的，向作出决定的行政机关提出，符合条件的依法办理变更。',
);

export const permitRenewal = law(
  permits,
  '第五十条',
  '需要延续有效期的，在有效期届满三十日前提出；逾期未作决定的，视为准予延续。',
);

export const permitCancellation = law(
  permits,
  '第七十条',
  '有效期届满未延续、法人终止等情形的，行政机关依法办理行政许可注销手续。',
);

export const registrationDuty = (article: string, duty: string): LegalBasis =>
  law(market, article, duty);

export const marketDeadline = law(
  market,
  '第十九条',
  '登记机关对申请材料进行形式审查，材料齐全、符合法定形式的当场登记；不能当场登记的在三个工作日内登记，情形复杂的经负责人批准再延长三个工作日。',
);

export const marketPapers = law(
  market,
  '第十六条',
  '申请登记应当提交申请书、申请人资格文件和自然人身份证明、住所或者主要经营场所相关文件、章程或者合伙协议等材料。',
);

export const shanghaiSpeed = law(
  shanghai,
  '第三十一条',
  '企业设立登记申请材料齐全、符合法定形式的当场登记；不能当场登记的在一个工作日内登记。',
);

export const shanghaiPromise = law(
  shanghai,
  '第二十七条、第二十九条',
  '一次告知条件和材料，申请人书面承诺符合条件的可以直接作出决定；直接涉及公共安全、生态环境和人身健康、财产安全以及可以当场办结的事项不适用。',
);

export const shanghaiIndustryLicence = law(
  shanghai,
  '第十七条',
  '推行“一业一证”，行业综合许可证集成的许可信息与原许可证件具有同等效力，在全市有效。',
);
