import type { CellFault, ImportPreview } from '#kernel/imports/contract.ts';

import { type RowColumn, Section, useLanguage } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { GrowingTable } from './GrowingTable.tsx';
import { messages } from './messages.ts';
import type { Sheet } from './sheet.ts';

interface FaultsTableProps {
  readonly sheet: Sheet;
  readonly preview: ImportPreview;
}

/** Every cell that is refused: where it stands in the spreadsheet, what is in it, and why. */
export function FaultsTable({ sheet, preview }: FaultsTableProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  if (preview.faults.length === 0) return null;
  const titleOf = (key: string) => {
    const field = sheet.fields.find((one) => one.key === key);
    return field ? say(field.title) : key || t('wholeRow');
  };
  const columns: ReadonlyArray<RowColumn<CellFault>> = [
    { key: 'row', title: t('row'), align: 'end', width: '5rem', render: (fault) => fault.row },
    {
      key: 'field',
      title: t('field1'),
      width: '12rem',
      render: (fault) => titleOf(fault.field),
    },
    {
      key: 'value',
      title: t('value'),
      render: (fault) => <CellText>{fault.value}</CellText>,
    },
    { key: 'reason', title: t('reason'), render: (fault) => say(fault.reason) },
  ];
  return (
    <Section title={t('faults')}>
      <GrowingTable
        label={t('faults')}
        rows={preview.faults}
        total={preview.faultCount}
        rowKey={({ row, field, reason }) => `${row} ${field} ${reason.en}`}
        columns={columns}
      />
    </Section>
  );
}

/** What stands in a cell; that nothing does is said too. */
export function CellText({ children }: { readonly children: string }) {
  const t = useWords(messages);
  return children === '' ? (
    <span className="ow-import-empty">{t('emptyCell')}</span>
  ) : (
    <span className="ow-import-cell">{children}</span>
  );
}
