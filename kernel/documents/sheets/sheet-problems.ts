import { problem, type Words } from '#kernel/problems/contract.ts';

/** Reasons for which a whole file is refused; a bad cell is never one of them. */
export const sheetProblems = {
  notASheet: problem('documents/not-a-sheet', 415, {
    'zh-CN': '文件不是可读取的表格，请上传 xlsx 或 CSV 文件。',
    en: 'The file is not a spreadsheet that can be read; send an xlsx or CSV file.',
  }),
  oldFormat: problem('documents/old-sheet-format', 415, {
    'zh-CN': '不支持旧版 xls 或加密的工作簿，请另存为未加密的 xlsx 文件后重试。',
    en: 'Old xls files and encrypted workbooks cannot be read; save the sheet as an xlsx file without a password.',
  }),
  tooLarge: problem('documents/sheet-too-large', 413, {
    'zh-CN': '表格过大：{what}超过 {limit}，请拆分后分批导入。',
    en: 'The sheet is too large: more than {limit} {what}. Split it and import the parts.',
  }),
  damaged: problem('documents/sheet-damaged', 422, {
    'zh-CN': '表格文件已损坏，无法读取（{where}）。请用表格软件打开并重新保存。',
    en: 'The file is damaged and cannot be read ({where}). Open it in a spreadsheet program and save it again.',
  }),
  unreadableText: problem('documents/sheet-encoding', 422, {
    'zh-CN': '无法识别文件的文字编码，请另存为 UTF-8 或 GB18030 编码的 CSV 文件。',
    en: 'The encoding of the text is not known; save the file as CSV in UTF-8 or GB18030.',
  }),
  noHeadings: problem('documents/sheet-headings-missing', 422, {
    'zh-CN': '未找到表头，缺少以下列：{columns}。请使用系统提供的模板。',
    en: 'These columns are missing: {columns}. Use the template that the system offers.',
  }),
  doubleHeading: problem('documents/sheet-heading-twice', 422, {
    'zh-CN': '表头“{heading}”出现了两次，请删除多余的一列。',
    en: 'The heading “{heading}” appears twice; remove one of the columns.',
  }),
} as const;

/** Reasons for which a cell is refused. */
export const cellReasons = {
  required: { 'zh-CN': '必填，不能为空', en: 'must be filled in' },
  tooLong: { 'zh-CN': '超过 {limit} 个字', en: 'is longer than {limit} characters' },
  number: { 'zh-CN': '应为数字', en: 'must be a number' },
  integer: { 'zh-CN': '应为整数', en: 'must be a whole number' },
  tooSmall: { 'zh-CN': '不能小于 {limit}', en: 'must not be less than {limit}' },
  tooBig: { 'zh-CN': '不能大于 {limit}', en: 'must not be more than {limit}' },
  money: {
    'zh-CN': '应为金额（元），最多两位小数',
    en: 'must be an amount in yuan with at most two decimals',
  },
  date: { 'zh-CN': '应为日期，如 2026-01-31', en: 'must be a date such as 2026-01-31' },
  noSuchDay: { 'zh-CN': '没有这一天', en: 'is a day that does not exist' },
  datetime: {
    'zh-CN': '应为日期和时间，如 2026-01-31 09:30',
    en: 'must be a date and time such as 2026-01-31 09:30',
  },
  choice: { 'zh-CN': '只能填写：{choices}', en: 'must be one of: {choices}' },
  mangledCode: {
    'zh-CN': '超过 15 位的编号被存成了数字，末尾已失真；请把该列设为文本格式后重新填写',
    en: 'is a code of more than 15 digits stored as a number, which has changed its last digits; format the column as text and enter it again',
  },
  codeAsDate: {
    'zh-CN': '编号被表格软件改成了日期；请把该列设为文本格式后重新填写',
    en: 'is a code that the spreadsheet program has turned into a date; format the column as text and enter it again',
  },
  fractionalCode: {
    'zh-CN': '编号不能是带小数的数字',
    en: 'is a code and cannot be a number with decimals',
  },
  formulaError: { 'zh-CN': '公式出错', en: 'is a formula that fails' },
  noResult: {
    'zh-CN': '公式没有保存计算结果，请粘贴为数值',
    en: 'is a formula without a stored result; paste it as a value',
  },
} as const satisfies Record<string, Words>;
