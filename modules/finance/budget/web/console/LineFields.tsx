import { Button, Select } from 'antd';
import { useId, useMemo } from 'react';

import { parseTypedYuan } from '#kernel/money/fen.ts';
import { useWords } from '#web/kit/words.ts';

import {
  Fund,
  fundWords,
  type LineShape,
  type Registers,
  Source,
  sourceWords,
  SpendingKind,
} from '../../contract.ts';
import { messages } from './messages.ts';

/** A line while it is typed; its id stays whatever is typed as its key. */
export interface TypedLine extends LineShape {
  readonly id: string;
  readonly isNew: boolean;
}

interface LineFieldsProps {
  readonly rows: readonly TypedLine[];
  readonly registers: Registers | undefined;
  readonly onChange: (row: TypedLine) => void;
  readonly onRemove: (id: string) => void;
}

const COLUMNS = [
  'key',
  'fund',
  'source',
  'kind',
  'functionItem',
  'economicItem',
  'project',
  'part',
  'amount',
] as const;

/** Lines as a table of fields: codes are chosen from the registers of the year, or typed. */
export function LineFields({ rows, registers, onChange, onRemove }: LineFieldsProps) {
  const t = useWords(messages);
  const id = useId();
  const names = useMemo(() => namesOf(registers), [registers]);
  return (
    <section
      className="ow-budget-editor"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-label={t('lines')}
    >
      <CodeList id={`${id}function`} options={registers?.function ?? []} />
      <CodeList id={`${id}economic`} options={registers?.economic ?? []} />
      <CodeList id={`${id}projects`} options={registers?.projects ?? []} />
      <table>
        <thead>
          <tr>
            {COLUMNS.map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
            <th scope="col">
              <span className="ow-only-read">{t('removeLine')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fields
              key={row.id}
              row={row}
              lists={id}
              names={names}
              onChange={onChange}
              onRemove={() => onRemove(row.id)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Names = ReadonlyMap<string, string>;

/** What each code of the year is called; codes of the registers never meet, since each has its own length. */
function namesOf(registers: Registers | undefined): Names {
  const all = [
    ...(registers?.function ?? []),
    ...(registers?.economic ?? []),
    ...(registers?.projects ?? []),
  ];
  return new Map(all.map(({ code, name }) => [code, name]));
}

function CodeList({
  id,
  options,
}: {
  readonly id: string;
  readonly options: Registers['function'];
}) {
  return (
    <datalist id={id}>
      {options.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </datalist>
  );
}

interface FieldsProps {
  readonly row: TypedLine;
  readonly lists: string;
  readonly names: Names;
  readonly onChange: (row: TypedLine) => void;
  readonly onRemove: () => void;
}

type TextKey = 'key' | 'functionCode' | 'economicCode' | 'projectId';

function Fields({ row, lists, names, onChange, onRemove }: FieldsProps) {
  const t = useWords(messages);
  const nameOf = (what: string) => t('ofLine', { key: row.key, what });
  const text = (key: TextKey, what: string, list?: string) => (
    <td>
      <input
        aria-label={nameOf(what)}
        className="ow-budget-code"
        value={row[key]}
        {...(list === undefined ? {} : { list: `${lists}${list}` })}
        title={names.get(row[key]) ?? ''}
        onChange={(event) => onChange({ ...row, [key]: event.target.value.trim() })}
      />
      {list === undefined || row[key] === '' ? null : (
        <small className="ow-budget-name" title={names.get(row[key])}>
          {names.get(row[key]) ?? t('unknownCode')}
        </small>
      )}
    </td>
  );
  return (
    <tr data-new={row.isNew ? 'yes' : undefined}>
      {row.isNew ? text('key', t('key')) : <th scope="row">{row.key}</th>}
      <td>
        <Select
          aria-label={nameOf(t('fund'))}
          value={row.fund}
          options={Fund.options.map((value) => ({ value, label: fundWords[value][t.language] }))}
          onChange={(fund) => onChange({ ...row, fund })}
        />
      </td>
      <td>
        <Select
          aria-label={nameOf(t('source'))}
          value={row.source}
          options={Source.options.map((value) => ({
            value,
            label: sourceWords[value][t.language],
          }))}
          onChange={(source) => onChange({ ...row, source })}
        />
      </td>
      <td>
        <Select
          aria-label={nameOf(t('kind'))}
          value={row.kind}
          options={SpendingKind.options.map((value) => ({
            value,
            label: t(value === 'basic' ? 'basic' : 'projectKind'),
          }))}
          onChange={(kind) => onChange({ ...row, kind })}
        />
      </td>
      {text('functionCode', t('functionItem'), 'function')}
      {text('economicCode', t('economicItem'), 'economic')}
      {text('projectId', t('project'), 'projects')}
      <td>
        <input
          aria-label={nameOf(t('part'))}
          className="ow-budget-wide"
          value={row.part}
          onChange={(event) => onChange({ ...row, part: event.target.value })}
        />
      </td>
      <td>
        <input
          className="ow-budget-amount-input"
          inputMode="decimal"
          aria-label={t('amountOf', { key: row.key })}
          aria-invalid={!parseTypedYuan(row.amount).ok}
          value={row.amount}
          onChange={(event) => onChange({ ...row, amount: event.target.value })}
        />
      </td>
      <td>
        <Button aria-label={t('removeLineOf', { key: row.key })} onClick={onRemove}>
          {t('removeLine')}
        </Button>
      </td>
    </tr>
  );
}
