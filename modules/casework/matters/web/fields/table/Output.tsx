import { isFilled } from '../../../contract.ts';
import { useText } from '../../words/use-text.ts';
import type { FieldOf, OutputProps } from '../input-props.ts';
import { simpleOutputOf } from '../simple-outputs.ts';
import { toRows } from './rows.ts';

/** The rows as a table. */
export function TableOutput({ field, value }: OutputProps<FieldOf<'table'>>) {
  const say = useText();
  return (
    <div className="ow-show-table">
      <table>
        <thead>
          <tr>
            {field.columns.map((column) => (
              <th key={column.key} scope="col">
                {say(column.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {toRows(value).map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a row of a form has no key of its own
            <tr key={index}>
              {field.columns.map((column) => {
                const Output = simpleOutputOf(column);
                const cell = row[column.key];
                return (
                  <td key={column.key} data-name={say(column.label)}>
                    {isFilled(cell) ? <Output field={column} value={cell} /> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
