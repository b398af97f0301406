import type { Locale, Words } from '#kernel/problems/contract.ts';

import type { Dossier, DossierItem } from '../../contract/dossier.ts';

const words = {
  title: { 'zh-CN': '卷内目录', en: 'Contents of the dossier' },
  caseNo: { 'zh-CN': '办件编号', en: 'Case number' },
  matter: { 'zh-CN': '事项', en: 'Matter' },
  closed: { 'zh-CN': '归档', en: 'Archived' },
  kept: { 'zh-CN': '保管期限', en: 'Kept' },
  forEver: { 'zh-CN': '永久', en: 'for ever' },
  digest: { 'zh-CN': '案卷校验值（SM3）', en: 'Digest (SM3)' },
  no: { 'zh-CN': '件号', en: 'No.' },
  name: { 'zh-CN': '题名', en: 'Title' },
  number: { 'zh-CN': '文号', en: 'Number' },
  by: { 'zh-CN': '责任者', en: 'By' },
  on: { 'zh-CN': '日期', en: 'Date' },
  count: { 'zh-CN': '份数', en: 'Count' },
  content: { 'zh-CN': '内容校验值', en: 'Digest of the content' },
} as const satisfies Readonly<Record<string, Words>>;

const STYLE =
  'body{font:14px/1.6 sans-serif;margin:2em}table{border-collapse:collapse;width:100%}' +
  'th,td{border:1px solid #888;padding:4px 8px;text-align:left;vertical-align:top}' +
  'code{font-size:11px;word-break:break-all}';

/** The list of contents as a page that opens anywhere, without the software. */
export function toContentsPage(dossier: Dossier, matter: Words, locale: Locale): string {
  const say = (key: keyof typeof words) => words[key][locale];
  const { years, until } = dossier.retention;
  const facts = [
    [say('caseNo'), dossier.caseNo],
    [say('matter'), matter[locale]],
    [say('closed'), `${dossier.archivedAt} ${dossier.archivedBy}`],
    [say('kept'), years === null ? say('forEver') : `${years} (${until ?? ''})`],
    [say('digest'), dossier.digest],
  ];
  const columns = ['no', 'name', 'number', 'by', 'on', 'count', 'content'] as const;
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${say('title')}</title><style>${STYLE}</style>
<h1>${say('title')}</h1>
<table>${facts.map(([name = '', value = '']) => `<tr><th>${escape(name)}</th><td>${escape(value)}</td></tr>`).join('')}</table>
<p></p>
<table><tr>${columns.map((key) => `<th>${say(key)}</th>`).join('')}</tr>
${dossier.items.map((item) => toRow(item, locale)).join('\n')}
</table></html>
`;
}

const toRow = ({ no, name, number, by, on, count, digest }: DossierItem, locale: Locale) =>
  `<tr>${[
    String(no),
    locale === 'en' ? (name.en ?? name.zh) : name.zh,
    number,
    by,
    on ?? '',
    String(count),
  ]
    .map((text) => `<td>${escape(text)}</td>`)
    .join('')}<td><code>${digest}</code></td></tr>`;

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escape = (text: string) => text.replaceAll(/[&<>"]/gu, (sign) => ESCAPED[sign] ?? sign);
