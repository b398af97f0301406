import type { Severity } from '../finding.ts';

/** A slip of the pen, a word out of use, a sign out of place: what to look for and what to write instead. */
export interface Slip {
  readonly pattern: RegExp;
  readonly right: string;
  readonly severity: Severity;
  readonly zh: string;
  readonly en: string;
}

const slip = (pattern: RegExp, right: string, zh: string, en: string): Slip => ({
  pattern,
  right,
  severity: 'note',
  zh,
  en,
});

/** Slips that are known from published budgets. Kept short: what a spell checker of the office finds needs no entry. */
export const SLIPS: readonly Slip[] = [
  {
    ...slip(
      /非行政许可审批/,
      '行政许可、公共服务事项',
      '“非行政许可审批”类别已于 2015 年取消（国发〔2015〕27号），职责表述过时。',
      'The category was abolished in 2015; the duty is out of date.',
    ),
    severity: 'warning',
  },
  slip(/进项相应/, '进行相应', '“进项”应为“进行”。', 'A slip for 进行.'),
  slip(/索探/, '探索', '“索探”应为“探索”。', 'Characters are swapped.'),
  slip(/有效地建议/, '有效的建议', '“地”应为“的”。', 'A slip of 地 for 的.'),
  slip(/尽可能的利用/, '尽可能地利用', '“的”应为“地”。', 'A slip of 的 for 地.'),
  slip(/电话等立刻服务/, '电话即时响应服务', '“立刻服务”语义不清。', 'The words are unclear.'),
  slip(/公务用车用车/, '公务用车', '“用车”重复。', 'A word is doubled.'),
  slip(/项目项目/, '项目', '“项目”重复。', 'A word is doubled.'),
  slip(
    /(?<![其])其他社会保险缴费/,
    '其他社会保障缴费',
    '与经济科目名称“其他社会保障缴费”不一致。',
    'Not the name of the economic item.',
  ),
  slip(
    /系统中本区新开办企业免费/,
    '系统中为本区新开办企业免费',
    '缺少介词“为”。',
    'A preposition is missing.',
  ),
  slip(
    /运营报告服务基础设施/,
    '运营报告服务、基础设施',
    '并列成分之间缺少顿号。',
    'A comma is missing in a list.',
  ),
  slip(/便民服务共同营造/, '便民服务，共同营造', '缺少逗号。', 'A comma is missing.'),
  slip(
    /主要实施内容：为/,
    '主要实施内容为',
    '“：”多余，与其他项目写法不一致。',
    'A colon too many.',
  ),
  slip(
    /[【[](?:19|20)\d\d[】\]]/,
    '〔 〕',
    '文号年份应使用六角括号〔〕（GB/T 9704-2012）。',
    'The year in a document number stands in 〔 〕 (GB/T 9704-2012).',
  ),
  slip(
    /\d--\d{4}/,
    '—',
    '标准号中的连接号应为一字线“—”，不是两个连字符。',
    'A dash of a standard number is written as two hyphens.',
  ),
  slip(
    /\d\*\d/,
    '×',
    '乘号用了“*”，与他处“×”不一致。',
    'An asterisk stands for a multiplication sign.',
  ),
  slip(/各类pc、/, 'PC', '缩写应大写。', 'An abbreviation in small letters.'),
  slip(
    /政务服务一体机/,
    '政务自助一体机',
    '同一设备名称前后不一致（政务服务一体机、政务自助一体机）。',
    'One device has two names.',
  ),
];
