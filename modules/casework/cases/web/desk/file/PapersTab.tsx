import { useText } from '#modules/casework/matters/web/parts.ts';
import { RowTable, Section, To } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { CaseInFull, CasePaper } from '../../../contract.ts';
import { PaperOrigin, PaperTag } from '../../parts/CaseTags.tsx';
import { FileLinks } from '../../parts/FileLinks.tsx';
import { messages as words } from '../../parts/messages.ts';
import { messages } from './messages.ts';

/** Every paper: how it came, how far it is believed, what the check said, and its files to look at. */
export function PapersTab({ file }: { readonly file: CaseInFull }) {
  const t = useWords(messages);
  const w = useWords(words);
  const text = useText();
  return (
    <Section title={t('papers')}>
      <RowTable
        label={t('papers')}
        rows={file.papers}
        rowKey={(row) => row.key}
        empty={{ title: t('papersNone') }}
        columns={[
          {
            key: 'name',
            title: t('paper'),
            render: (row) => (
              <span className="ow-case-cell">
                {text(row.name)}
                <small>
                  {[row.isMain ? w('main') : '', row.need === 'optional' ? w('optional') : '']
                    .filter((part) => part !== '')
                    .join(' · ')}
                </small>
              </span>
            ),
          },
          { key: 'state', title: t('paperState'), render: (row) => <PaperTag state={row.state} /> },
          { key: 'origin', title: t('origin'), render: (row) => <PaperOrigin paper={row} /> },
          {
            key: 'copies',
            title: t('copies'),
            render: (row) =>
              row.originals + row.copies === 0
                ? w('none')
                : t('copiesOf', { originals: row.originals, copies: row.copies }),
          },
          { key: 'files', title: t('files'), render: (row) => <Evidence paper={row} /> },
          { key: 'note', title: t('note'), render: (row) => row.note },
        ]}
      />
    </Section>
  );
}

function Evidence({ paper }: { readonly paper: CasePaper }) {
  const t = useWords(messages);
  return (
    <>
      {paper.licenceId === null ? null : (
        <To to={`/licences/${paper.licenceId}`}>{t('licencePaper')}</To>
      )}
      <FileLinks fileIds={paper.fileIds} />
    </>
  );
}
