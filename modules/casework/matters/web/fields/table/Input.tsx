import { useRef } from 'react';

import { useWords } from '#web/kit/words.ts';

import { FieldFrame } from '../../form/FieldFrame.tsx';
import { faultsBelow, type FieldOf, type InputProps } from '../input-props.ts';
import { messages } from '../messages.ts';
import { simpleInputOf } from '../simple-inputs.ts';
import { type Row, toRows, withCell } from './rows.ts';

/** Rows of the same columns, each with its own frame, so that they fit a phone as well. */
export function TableInput(props: InputProps<FieldOf<'table'>>) {
  const { field, id, value, onChange, isDisabled } = props;
  const t = useWords(messages);
  const list = useRef<HTMLDivElement>(null);
  const rows = toRows(value);
  const change = (next: readonly Row[]) => onChange(next.length === 0 ? undefined : next);
  const focusRow = (index: number) =>
    requestAnimationFrame(() => {
      const row = list.current?.children[index];
      row?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
    });
  const isFull = rows.length >= field.most;
  return (
    <div className="ow-fill-table">
      {rows.length === 0 ? <p className="ow-fill-place">{t('noRows')}</p> : null}
      <div ref={list} className="ow-fill-table-rows">
        {rows.map((row, index) => (
          <TableRow
            // oxlint-disable-next-line react/no-array-index-key -- a row of a form has no key of its own
            key={index}
            {...props}
            id={`${id}-${index}`}
            row={row}
            index={index}
            onCell={(key, cell) => change(withCell(rows, index, key, cell))}
            onRemove={() => {
              change(rows.filter((_, place) => place !== index));
              focusRow(Math.max(0, index - 1));
            }}
          />
        ))}
      </div>
      {isDisabled ? null : (
        <div className="ow-fill-row-acts">
          <button
            type="button"
            className="ow-button"
            disabled={isFull}
            onClick={() => {
              onChange([...rows, {}]);
              focusRow(rows.length);
            }}
          >
            {t('addRow')}
          </button>
          {isFull ? (
            <span className="ow-fill-hint">{t('rowsFull', { count: field.most })}</span>
          ) : null}
        </div>
      )}
    </div>
  );
}

interface TableRowProps extends InputProps<FieldOf<'table'>> {
  readonly row: Row;
  readonly index: number;
  readonly onCell: (key: string, value: unknown) => void;
  readonly onRemove: () => void;
}

function TableRow({ field, id, row, index, faults, isDisabled, onCell, onRemove }: TableRowProps) {
  const t = useWords(messages);
  const number = index + 1;
  return (
    <fieldset className="ow-fill-table-row">
      <legend>{t('row', { number })}</legend>
      <div className="ow-fill-cells">
        {field.columns.map((column) => {
          const Input = simpleInputOf(column);
          const below = faultsBelow(faults, `${index}.${column.key}`);
          return (
            <FieldFrame key={column.key} field={column} id={`${id}-${column.key}`} faults={below}>
              {(given) => (
                <Input
                  {...given}
                  field={column}
                  value={row[column.key]}
                  faults={below}
                  isDisabled={isDisabled}
                  onChange={(cell) => onCell(column.key, cell)}
                />
              )}
            </FieldFrame>
          );
        })}
      </div>
      {isDisabled ? null : (
        <button type="button" className="ow-button" data-look="quiet" onClick={onRemove}>
          {t('removeRow', { number })}
        </button>
      )}
    </fieldset>
  );
}
