import type { ImportPreview, PlannedChange } from '#kernel/imports/contract.ts';

import { type RowColumn, Section, StatusTag, useLanguage } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { CellText } from './FaultsTable.tsx';
import { GrowingTable } from './GrowingTable.tsx';
import { messages } from './messages.ts';
import type { Sheet } from './sheet.ts';

interface ChangesTableProps {
  readonly sheet: Sheet;
  readonly preview: ImportPreview;
  readonly isDone: boolean;
}

/** What the sheet makes and changes, with each cell before and after. */
export function ChangesTable({ sheet, preview, isDone }: ChangesTableProps) {
  const t = useWords(messages);
  if (preview.changes.length === 0) return null;
  const title = t(isDone ? 'appliedChanges' : 'changes');
  const columns: ReadonlyArray<RowColumn<PlannedChange>> = [
    { key: 'row', title: t('row'), align: 'end', width: '5rem', render: (change) => change.row },
    {
      key: 'act',
      title: t('act'),
      width: '7rem',
      render: ({ act }) => (
        <StatusTag tone={act === 'create' ? 'good' : 'busy'}>{t(act)}</StatusTag>
      ),
    },
    { key: 'key', title: t('key'), width: '14rem', render: (change) => change.key },
    {
      key: 'content',
      title: t('content'),
      render: (change) => <Cells sheet={sheet} change={change} />,
    },
  ];
  return (
    <Section title={title}>
      <GrowingTable
        label={title}
        rows={preview.changes}
        total={preview.createCount + preview.updateCount}
        rowKey={(change) => String(change.row)}
        columns={columns}
      />
    </Section>
  );
}

function Cells({ sheet, change }: { readonly sheet: Sheet; readonly change: PlannedChange }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const titles = new Map(sheet.fields.map((field) => [field.key, say(field.title)]));
  return (
    <dl className="ow-import-cells">
      {change.fields.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{titles.get(field) ?? field}</dt>
          <dd>
            {change.act === 'create' ? null : (
              <>
                <del>
                  <CellText>{before}</CellText>
                </del>
                <span className="ow-only-read">{t('becomes')}</span>
                <span aria-hidden="true"> → </span>
              </>
            )}
            <ins>
              <CellText>{after}</CellText>
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
