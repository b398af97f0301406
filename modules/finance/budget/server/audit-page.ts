import type { AuditReport, Finding, RuleResult } from '../contract.ts';

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** `423,594.00`, of what is written `423594.00`; whatever is no amount stays. */
const group = (text: string): string =>
  /^-?\d+\.\d{2}$/.test(text) ? text.replaceAll(/\B(?=(?:\d{3})+\.)/g, ',') : text;

const SEVERITY = { error: '错误', warning: '风险', note: '提示' } as const;

const STYLE = `body{font:15px/1.6 system-ui,"Noto Sans SC",sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1b2431;background:#fff}
h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.2rem;margin:2rem 0 .5rem}p.sub{margin:0;color:#55606e}
table{border-collapse:collapse;width:100%;font-size:14px}th,td{border-bottom:1px solid #d9dee5;padding:.45rem .5rem;text-align:left;vertical-align:top}
th{background:#f2f5f9;font-weight:600}td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}td.w{white-space:nowrap}td.v{font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.error{color:#a8071a;font-weight:600}.warning{color:#7a4a00;font-weight:600}.note{color:#3f4b5a}
blockquote{margin:.2rem 0;color:#55606e;overflow-wrap:anywhere}.en{color:#55606e}.bad td{background:#fff2f0}
td.error::before{content:"✗ "}td.warning::before{content:"! "}td.note::before{content:"· "}
@media(max-width:48rem){thead{position:absolute;clip-path:inset(50%);inline-size:1px;block-size:1px;overflow:hidden}table,tbody,tr,td{display:block}tr{border-bottom:1px solid #d9dee5;padding:.6rem 0}td,td.n{border:0;padding:.1rem 0;text-align:left;white-space:normal;overflow-wrap:anywhere}td[data-h]:not(:empty)::before{content:attr(data-h) "：";color:#55606e;font-weight:400}td.k{display:inline-block;font-weight:600;margin-inline-end:.75rem}}
@media print{body{margin:0;max-width:none;font-size:11px}table{font-size:10px}tr{break-inside:avoid}}`;

/** The report as one HTML file that needs nothing else. */
export function toAuditPage(report: AuditReport): string {
  const { document, rules, findings } = report;
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const about = [
    document.unit ?? '部门未知',
    document.year === null ? '' : `${document.year} 年`,
    `${document.tables.length} 张表`,
    `${document.projects} 个项目`,
    document.profile === null
      ? '没有登记部门口径，部分规则未评定'
      : `部门口径：${document.profile}`,
  ].filter((text) => text !== '');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>预算审核 ${escape(document.name)}</title><style>${STYLE}</style></head><body><main>
<h1>预算审核：${escape(document.name)}</h1>
<p class="sub">${about.map(escape).join(' · ')}</p>
<p>${rules.length} 条规则：${rules.filter(({ holds }) => holds === true).length} 条成立，${rules.filter(({ holds }) => holds === false).length} 条不成立，${rules.filter(({ holds }) => holds === null).length} 条未评定。
意见 ${findings.length} 条：<span class="error">错误 ${count('error')}</span>，<span class="warning">风险 ${count('warning')}</span>，<span class="note">提示 ${count('note')}</span>。</p>
<h2>审核意见 Findings</h2>
<table><thead><tr><th>规则</th><th>程度</th><th>行</th><th>位置与原文</th><th>两边的值</th><th>说明与改法</th></tr></thead><tbody>
${findings.map(toFindingRow).join('\n')}
</tbody></table>
<h2>勾稽关系 Rules</h2>
<table><thead><tr><th>规则</th><th>内容</th><th>公式</th><th>左</th><th>右</th><th>结果</th><th>比对</th></tr></thead><tbody>
${rules.map(toRuleRow).join('\n')}
</tbody></table>
</main></body></html>
`;
}

function toFindingRow(finding: Finding): string {
  const { rule, severity, line, place, quote, left, right } = finding;
  return `<tr><td class="k">${escape(rule)}</td><td class="k w ${severity}">${SEVERITY[severity]}</td><td class="n" data-h="行">${line === 0 ? '' : line}</td><td>${escape(place)}<blockquote>${escape(quote)}</blockquote></td><td class="v" data-h="两边的值">${escape(group(left))}<br>${escape(group(right))}</td><td>${escape(finding.message)}<br>${escape(finding.mend)}<br><span class="en" lang="en">${escape(finding.messageEn)} ${escape(finding.mendEn)}</span></td></tr>`;
}

function toRuleRow(rule: RuleResult): string {
  const { id, holds, left, right, checked } = rule;
  const outcome = toOutcome(rule);
  return `<tr${holds === false ? ' class="bad"' : ''}><td class="k">${id}</td><td>${escape(rule.title)}<br><span class="en" lang="en">${escape(rule.titleEn)}</span></td><td>${escape(rule.formula)}</td><td class="n" data-h="左">${escape(group(left))}</td><td class="n" data-h="右">${escape(group(right))}</td><td data-h="结果">${escape(outcome)}</td><td class="n" data-h="比对">${checked}</td></tr>`;
}

function toOutcome({ holds, why, failed }: RuleResult): string {
  if (holds === null) return `未评定：${why ?? ''}`;
  return holds ? '成立' : `不成立（${failed} 处）`;
}
