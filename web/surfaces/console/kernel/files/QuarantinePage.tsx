import { Button } from 'antd';
import { useState } from 'react';

import { routes, type StoredFile } from '#kernel/files/contract.ts';

import {
  type Column,
  DataTable,
  formatBytes,
  Page,
  TimeText,
  useLanguage,
} from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { DecideModal } from './DecideModal.tsx';
import { FileStateTag } from './FileStateTag.tsx';
import { messages } from './messages.ts';

/** Files that are kept apart until somebody releases or destroys them. */
export function QuarantinePage() {
  const t = useWords(messages);
  const [file, setFile] = useState<StoredFile | undefined>(undefined);
  return (
    <Page title={t('quarantine')} description={t('quarantineHint')}>
      <DataTable
        name="files.withheld"
        contract={routes.listWithheld}
        rowKey={(row) => row.id}
        onOpen={setFile}
        columns={useFileColumns(setFile)}
        isSearched={false}
        label={t('quarantineLabel')}
        refreshMs={60_000}
        empty={{ title: t('none'), hint: t('noneHint') }}
      />
      {file ? <DecideModal key={file.id} file={file} onClose={() => setFile(undefined)} /> : null}
    </Page>
  );
}

function useFileColumns(
  decide: (file: StoredFile) => void,
): ReadonlyArray<Column<typeof routes.listWithheld>> {
  const t = useWords(messages);
  const { language } = useLanguage();
  return [
    { key: 'name', title: t('name'), render: (row) => row.name },
    { key: 'state', title: t('state'), render: (row) => <FileStateTag state={row.state} /> },
    { key: 'why', title: t('why'), render: (row) => row.stateReason },
    {
      key: 'size',
      title: t('size'),
      align: 'end',
      render: (row) => formatBytes(row.sizeBytes, language),
    },
    { key: 'uploadedBy', title: t('uploadedBy'), render: (row) => row.uploadedByName },
    {
      key: 'uploadedAt',
      title: t('uploadedAt'),
      render: (row) => <TimeText at={row.uploadedAt} />,
    },
    { key: 'mediaType', title: t('mediaType'), isOptional: true, render: (row) => row.mediaType },
    { key: 'purpose', title: t('purpose'), isOptional: true, render: (row) => row.purpose },
    { key: 'hash', title: t('hash'), isOptional: true, render: (row) => row.hash },
    {
      key: 'act',
      title: t('act'),
      render: (row) => (
        <Button size="small" onClick={() => decide(row)}>
          {t('handle')}
        </Button>
      ),
    },
  ];
}
