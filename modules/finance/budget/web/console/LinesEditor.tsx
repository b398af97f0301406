import { Button } from 'antd';
import { useDeferredValue, useState } from 'react';

import { parseTypedYuan, toYuanText } from '#kernel/money/fen.ts';
import { useAct, useCall, useMay } from '#web/client/index.ts';
import { ProblemNotice, RowTable, Section, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type BudgetVersion, type LineShape, permissions, routes } from '../../contract.ts';
import { AuditView } from './AuditView.tsx';
import { messages } from './messages.ts';
import { useDraftAudit } from './use-draft-audit.ts';

interface EditorProps {
  readonly version: BudgetVersion;
}

/** The lines of a version; of a draft their amounts can be typed, and every change is audited at once. */
export function LinesEditor({ version }: EditorProps) {
  const t = useWords(messages);
  const tell = useTell();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const may = useMay();
  const isDraft = may(permissions.draft) && version.state === 'draft';
  const save = useAct(routes.saveVersion, { onDone: () => tell.done(t('saved')) });
  const rows = version.rows.map((line) => withTyped(line, typed[line.key]));
  const settled = useDeferredValue(rows);
  return (
    <>
      <Section
        title={t('lines')}
        actions={
          isDraft ? (
            <Button
              type="primary"
              loading={save.isPending}
              onClick={() =>
                save.mutate({
                  params: { id: version.id },
                  body: { version: version.version, rows, facts: version.facts },
                })
              }
            >
              {t('save')}
            </Button>
          ) : undefined
        }
      >
        {save.error ? <ProblemNotice problem={save.error} /> : null}
        <RowTable
          label={t('lines')}
          rows={version.rows}
          rowKey={(row) => row.key}
          columns={[
            { key: 'key', title: t('key'), render: (row) => row.key },
            { key: 'function', title: t('functionItem'), render: (row) => row.functionCode },
            { key: 'economic', title: t('economicItem'), render: (row) => row.economicCode },
            { key: 'project', title: t('project'), render: (row) => row.projectId },
            { key: 'part', title: t('part'), render: (row) => row.part },
            {
              key: 'amount',
              title: t('amount'),
              align: 'end',
              render: (row) =>
                isDraft ? (
                  <AmountInput
                    line={row}
                    text={typed[row.key] ?? row.amount}
                    onChange={(text) => setTyped((former) => ({ ...former, [row.key]: text }))}
                  />
                ) : (
                  row.amount
                ),
            },
          ]}
        />
      </Section>
      <Section title={t('audit')}>
        {version.facts === null ? (
          <p>{t('noFacts')}</p>
        ) : (
          <Audit id={version.id} rows={settled} isDraft={isDraft} />
        )}
      </Section>
    </>
  );
}

/** A line with what was typed; an amount that cannot be read yet leaves the line as it was. */
function withTyped(line: LineShape, text: string | undefined): LineShape {
  const read = text === undefined ? undefined : parseTypedYuan(text);
  return read?.ok === true ? { ...line, amount: toYuanText(read.value) } : line;
}

interface AmountInputProps {
  readonly line: LineShape;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function AmountInput({ line, text, onChange }: AmountInputProps) {
  const t = useWords(messages);
  return (
    <input
      className="ow-budget-amount-input"
      inputMode="decimal"
      aria-label={t('amountOf', { key: line.key })}
      aria-invalid={!parseTypedYuan(text).ok}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface AuditProps {
  readonly id: string;
  readonly rows: readonly LineShape[];
  readonly isDraft: boolean;
}

function Audit({ id, rows, isDraft }: AuditProps) {
  return isDraft ? <DraftAudit id={id} rows={rows} /> : <StoredAudit id={id} />;
}

function DraftAudit({ id, rows }: Omit<AuditProps, 'isDraft'>) {
  const t = useWords(messages);
  const { report, problem, isPending } = useDraftAudit(id, rows);
  return (
    <>
      <p aria-live="polite">{isPending ? t('auditWaits') : t('auditHint')}</p>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {report === undefined ? null : <AuditView report={report} />}
    </>
  );
}

function StoredAudit({ id }: { readonly id: string }) {
  const t = useWords(messages);
  const { data, error } = useCall(routes.auditVersion, { params: { id } });
  if (error) return <ProblemNotice problem={error} />;
  return data === undefined ? <p>{t('auditWaits')}</p> : <AuditView report={data} />;
}
