import { Button } from 'antd';
import { useState } from 'react';

import { RowTable, Section, StatusTag } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { AuditReport, Finding, RuleResult } from '../../contract.ts';
import { showAmount } from './LinesTable.tsx';
import { messages } from './messages.ts';

const TONES = { error: 'bad', warning: 'warn', note: 'idle' } as const;

/** A report: what was found, worst first, then every rule with both sides. */
export function AuditView({ report }: { readonly report: AuditReport }) {
  const t = useWords(messages);
  const { document, rules, findings } = report;
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const failed = rules.filter(({ holds }) => holds === false);
  const of = (holds: boolean | null) => rules.filter((rule) => rule.holds === holds).length;
  return (
    <>
      <p className="ow-budget-summary">
        {t('readTables', { tables: document.tables.length, projects: document.projects })}
        {' · '}
        {t('summary', {
          holds: of(true),
          fails: of(false),
          unknown: of(null),
          errors: count('error'),
          warnings: count('warning'),
          notes: count('note'),
        })}
      </p>
      <Section title={t('findings')}>
        {findings.length === 0 ? <p>{t('noFindings')}</p> : <Findings findings={findings} />}
      </Section>
      <Section title={t('rules')}>
        {failed.length === 0 ? null : <Rules rules={failed} />}
        <details>
          <summary>{t('allRules', { count: rules.length })}</summary>
          <Rules rules={rules} />
        </details>
      </Section>
    </>
  );
}

/** The worst of them stand first. */
const SHOWN = 10;

interface Numbered extends Finding {
  readonly id: string;
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useWords(messages);
  const isEnglish = t.language === 'en';
  const [isWhole, setWhole] = useState(false);
  const rows = findings.map((finding, index): Numbered => ({ ...finding, id: String(index) }));
  const hidden = isWhole ? 0 : Math.max(0, rows.length - SHOWN);
  return (
    <>
      <RowTable
        label={t('findings')}
        rows={hidden === 0 ? rows : rows.slice(0, SHOWN)}
        rowKey={(row) => row.id}
        columns={[
          { key: 'rule', title: t('rule'), render: (row) => row.rule },
          {
            key: 'severity',
            title: t('state'),
            render: (row) => <StatusTag tone={TONES[row.severity]}>{t(row.severity)}</StatusTag>,
          },
          {
            key: 'place',
            title: t('place'),
            render: (row) => (
              <>
                {row.line === 0 ? null : t('lineNo', { line: row.line })} {row.place}
                <blockquote className="ow-budget-quote" lang="zh-CN">
                  {row.quote.slice(0, 120)}
                </blockquote>
              </>
            ),
          },
          { key: 'left', title: t('left'), align: 'end', render: (row) => showAmount(row.left) },
          { key: 'right', title: t('right'), align: 'end', render: (row) => showAmount(row.right) },
          {
            key: 'message',
            title: t('explanation'),
            render: (row) =>
              isEnglish ? `${row.messageEn} ${row.mendEn}` : `${row.message} ${row.mend}`,
          },
        ]}
      />
      {hidden === 0 ? null : (
        <Button onClick={() => setWhole(true)}>{t('moreFindings', { count: hidden })}</Button>
      )}
    </>
  );
}

function Rules({ rules }: { readonly rules: readonly RuleResult[] }) {
  const t = useWords(messages);
  const isEnglish = t.language === 'en';
  return (
    <RowTable
      label={t('rules')}
      rows={rules}
      rowKey={(rule) => rule.id}
      columns={[
        { key: 'id', title: t('rule'), render: (rule) => rule.id },
        {
          key: 'title',
          title: t('explanation'),
          render: (rule) => (
            <>
              {isEnglish ? rule.titleEn : rule.title}
              <br />
              <small lang="zh-CN">{rule.formula}</small>
            </>
          ),
        },
        { key: 'left', title: t('left'), align: 'end', render: (rule) => showAmount(rule.left) },
        { key: 'right', title: t('right'), align: 'end', render: (rule) => showAmount(rule.right) },
        {
          key: 'outcome',
          title: t('outcome'),
          render: (rule) => <Outcome holds={rule.holds} />,
        },
      ]}
    />
  );
}

function Outcome({ holds }: { readonly holds: boolean | null }) {
  const t = useWords(messages);
  if (holds === null) return <StatusTag tone="idle">{t('unknown')}</StatusTag>;
  return <StatusTag tone={holds ? 'good' : 'bad'}>{t(holds ? 'holds' : 'fails')}</StatusTag>;
}
