import { DownloadOutlined } from '@ant-design/icons';

import { routes } from '#kernel/imports/contract.ts';

import { download, useCall } from '../../../../client/index.ts';
import {
  EmptyState,
  Page,
  RowTable,
  Section,
  useLanguage,
  useParam,
  WithAnswer,
} from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { DownloadButton } from './DownloadButton.tsx';
import { ImportSteps } from './ImportSteps.tsx';
import { messages } from './messages.ts';
import type { Sheet } from './sheet.ts';

/** One sheet: out as it is recorded, an empty one, and in with a preview. */
export function ImportPage() {
  const t = useWords(messages);
  const { say } = useLanguage();
  const name = useParam('importer');
  const answer = useCall(routes.listImporters);
  const sheet = answer.data?.items.find((one) => one.name === name);
  return (
    <Page
      title={sheet ? say(sheet.title) : t('title')}
      description={t('hint')}
      crumbs={[{ title: t('title'), to: '/imports' }]}
      actions={sheet ? <SheetDownloads sheet={sheet} /> : undefined}
    >
      <WithAnswer answer={answer}>
        {() =>
          sheet ? (
            <>
              <ImportSteps key={sheet.name} sheet={sheet} />
              <ColumnsSection sheet={sheet} />
            </>
          ) : (
            <EmptyState title={t('nothing')} hint={t('nothingHint')} />
          )
        }
      </WithAnswer>
    </Page>
  );
}

interface SheetProps {
  readonly sheet: Sheet;
}

function SheetDownloads({ sheet }: SheetProps) {
  const t = useWords(messages);
  const params = { importer: sheet.name };
  const [usual, ...others] = sheet.formats;
  const exportAs = (format: Sheet['formats'][number]) =>
    download(routes.exportSheet, { params, query: { format } });
  return (
    <>
      <DownloadButton onDownload={() => download(routes.templateSheet, { params })}>
        {t('template')}
      </DownloadButton>
      {others.map((format) => (
        <DownloadButton key={format} onDownload={() => exportAs(format)}>
          {t(format)}
        </DownloadButton>
      ))}
      {usual === undefined ? null : (
        <DownloadButton icon={<DownloadOutlined />} onDownload={() => exportAs(usual)}>
          {t(usual)}
        </DownloadButton>
      )}
    </>
  );
}

function ColumnsSection({ sheet }: SheetProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  return (
    <Section title={t('explain')}>
      <RowTable
        label={t('explain')}
        rows={sheet.fields}
        rowKey={(row) => row.key}
        columns={[
          { key: 'title', title: t('column'), render: (row) => say(row.title) },
          { key: 'isKey', title: t('isKey'), render: (row) => (row.isKey ? t('isKey') : '') },
          { key: 'note', title: t('note'), render: (row) => (row.note ? say(row.note) : '') },
        ]}
      />
    </Section>
  );
}
