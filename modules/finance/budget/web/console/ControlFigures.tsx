import { Button, Select } from 'antd';
import { useState } from 'react';

import { parseTypedYuan, toYuanText } from '#kernel/money/fen.ts';
import { useAct, useCall, useMay } from '#web/client/index.ts';
import { ProblemNotice, RowTable, Section, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  type BudgetVersion,
  type ControlFigure,
  permissions,
  type Registers,
  routes,
} from '../../contract.ts';
import { showAmount } from './LinesTable.tsx';
import { messages } from './messages.ts';

/** 一下: the figures that came down, by total, kind or project. */
export function ControlFigures({ version }: { readonly version: BudgetVersion }) {
  const t = useWords(messages);
  const mayEdit = useMay()(permissions.approve) && version.state === 'draft';
  const registers = useCall(routes.getRegisters, { params: { year: version.year } });
  if (mayEdit) return <Editor version={version} registers={registers.data} />;
  return (
    <Section title={t('figures')}>
      <RowTable
        label={t('figures')}
        rows={version.controlFigures}
        rowKey={(row) => row.scope}
        empty={{ title: t('noFigures') }}
        columns={[
          {
            key: 'scope',
            title: t('scope'),
            render: (row) => sayScope(row.scope, registers.data, t),
          },
          {
            key: 'amount',
            title: t('amount'),
            align: 'end',
            render: (row) => showAmount(row.amount),
          },
        ]}
      />
    </Section>
  );
}

function sayScope(
  scope: string,
  registers: Registers | undefined,
  t: (key: 'whole' | 'basic' | 'projectKind') => string,
): string {
  if (scope === 'total') return t('whole');
  if (scope === 'basic') return t('basic');
  if (scope === 'project') return t('projectKind');
  return `${scope} ${registers?.projects.find(({ code }) => code === scope)?.name ?? ''}`;
}

interface EditorProps {
  readonly version: BudgetVersion;
  readonly registers: Registers | undefined;
}

function Editor({ version, registers }: EditorProps) {
  const t = useWords(messages);
  const tell = useTell();
  const [rows, setRows] = useState<readonly ControlFigure[]>(version.controlFigures);
  const save = useAct(routes.setControlFigures, { onDone: () => tell.done(t('saved')) });
  const scopes = [
    'total',
    'basic',
    'project',
    ...(registers?.projects ?? []).map((one) => one.code),
  ];
  const free = scopes.filter((scope) => !rows.some((row) => row.scope === scope));
  const isRight = rows.every(({ amount }) => parseTypedYuan(amount).ok);
  const change = (index: number, row: ControlFigure) =>
    setRows((former) => former.map((one, at) => (at === index ? row : one)));
  const figures = rows.map((row) => {
    const read = parseTypedYuan(row.amount);
    return { ...row, amount: read.ok ? toYuanText(read.value) : row.amount };
  });
  return (
    <Section
      title={t('figures')}
      actions={
        <Button
          type="primary"
          loading={save.isPending}
          disabled={!isRight}
          onClick={() =>
            save.mutate({
              params: { id: version.id },
              body: { version: version.version, figures },
            })
          }
        >
          {t('saveFigures')}
        </Button>
      }
    >
      <p>{t('figuresHint')}</p>
      {save.error ? <ProblemNotice problem={save.error} /> : null}
      <ul className="ow-budget-figures">
        {rows.map((row, index) => {
          const name = sayScope(row.scope, registers, t);
          return (
            <li key={row.scope}>
              <Select
                aria-label={t('scopeOf', { row: index + 1 })}
                value={row.scope}
                options={[row.scope, ...free].map((value) => ({
                  value,
                  label: sayScope(value, registers, t),
                }))}
                onChange={(scope) => change(index, { ...row, scope })}
              />
              <input
                className="ow-budget-amount-input"
                inputMode="decimal"
                aria-label={t('amountOf', { key: name })}
                aria-invalid={!parseTypedYuan(row.amount).ok}
                value={row.amount}
                onChange={(event) => change(index, { ...row, amount: event.target.value })}
              />
              <Button
                aria-label={t('removeLineOf', { key: name })}
                onClick={() => setRows((former) => former.filter((_, at) => at !== index))}
              >
                {t('removeLine')}
              </Button>
            </li>
          );
        })}
      </ul>
      <Button
        disabled={free.length === 0}
        onClick={() =>
          setRows((former) => [...former, { scope: free[0] ?? 'total', amount: '0.00' }])
        }
      >
        {t('addFigure')}
      </Button>
    </Section>
  );
}
