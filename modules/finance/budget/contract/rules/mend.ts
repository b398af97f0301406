interface Mend {
  readonly zh: string;
  readonly en: string;
}

/** What to do about a broken rule, by its family: who reads it knows which side to touch. */
const FAMILIES: Readonly<Record<string, Mend>> = {
  A: {
    zh: '逐项重新加总；合计由系统生成的，请重新导出该表，手工改过的，改回。',
    en: 'Add the items up again; export the table once more, or undo what was changed by hand.',
  },
  B: {
    zh: '按行核对各列，改正相加不等的一格。',
    en: 'Check the columns of this row and correct the cell that does not add up.',
  },
  C: {
    zh: '两张表出自同一套预算明细，核对明细后一并重新导出，不要只改一张。',
    en: 'Both tables come from the same lines: check these and export both again, not one alone.',
  },
  D: {
    zh: '核对功能分类与经济分类的对应明细、缴费基数和比例，改正不符的一项。',
    en: 'Check the lines behind the function and the economic item, the base and the rate, and correct what differs.',
  },
  E: {
    zh: '以预算表为准改正文字中的数字；表有误的，先改明细再重新生成文字。',
    en: 'Correct the figure in the text by the table; where the table is wrong, correct the lines first.',
  },
  F: {
    zh: '对照项目预算明细，改正项目说明中的金额、比例或期限。',
    en: 'Correct amount, percentage or period in the description of the project by its budget lines.',
  },
  G: {
    zh: '按公开模板补齐或改正。',
    en: 'Complete or correct it as the template of publication has it.',
  },
};

/** Rules whose remedy is not that of their family. */
const OWN: Readonly<Record<string, Mend>> = {
  E17: {
    zh: '按各项目预算重新数出达到门槛的项目，改正文字中的个数。',
    en: 'Count the projects at or above the threshold again and correct the number in the text.',
  },
  G01: {
    zh: '把目录与表名改为同一名称。',
    en: 'Give the entry of the contents and the table the same name.',
  },
  G02: {
    zh: '在表前写明编制部门和金额单位。',
    en: 'Say the department and the unit of amounts above the table.',
  },
  G03: {
    zh: '在空表下加注，说明本年度没有此项预算。',
    en: 'Add a note below the empty table that there is no such budget in the year.',
  },
  G04: {
    zh: '在正文补上目录所列的部分；确实没有的，从目录中删去。',
    en: 'Add the section that the contents promise, or take it out of the contents.',
  },
  G05: {
    zh: '统一绩效目标表的名称：目录、项目说明和表名用同一名称。',
    en: 'Use one name for the table of targets: in the contents, the projects and above the table.',
  },
};

const ANY: Mend = {
  zh: '对照预算明细核实两处数值，改正其中错误的一处。',
  en: 'Check both values against the budget lines and correct the wrong one.',
};

/** How to mend a breach of a rule. */
export function mendOf(rule: string): Mend {
  return OWN[rule] ?? FAMILIES[rule.slice(0, 1)] ?? ANY;
}
