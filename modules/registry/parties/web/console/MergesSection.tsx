import { Button, Modal } from 'antd';
import { useState } from 'react';

import {
  ContractForm,
  DataTable,
  Field,
  StatusTag,
  TimeText,
  useContractForm,
  useSayActor,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Merge, routes } from '../../contract.ts';
import { messages } from './messages.ts';
import { PartyLine } from './PartyLine.tsx';

/** Merges, the newest first, each of which can be taken back. */
export function MergesSection() {
  const t = useWords(messages);
  const sayActor = useSayActor();
  const [undone, undo] = useState<Merge | undefined>(undefined);
  return (
    <>
      <DataTable
        name="parties.merges"
        label={t('merges')}
        hasHeading
        contract={routes.listMerges}
        rowKey={(merge) => merge.id}
        isSearched={false}
        keepsPlace={false}
        limit={20}
        columns={[
          { key: 'into', title: t('into'), render: (merge) => <PartyLine party={merge.into} /> },
          { key: 'from', title: t('from'), render: (merge) => <PartyLine party={merge.from} /> },
          { key: 'reason', title: t('reason'), render: (merge) => merge.reason },
          { key: 'by', title: t('by'), render: (merge) => sayActor(merge.byName) },
          { key: 'at', title: t('at'), render: (merge) => <TimeText at={merge.at} /> },
          {
            key: 'acts',
            title: t('acts'),
            render: (merge) =>
              merge.undoneAt === null ? (
                <Button size="small" onClick={() => undo(merge)}>
                  {t('undo')}
                </Button>
              ) : (
                <StatusTag tone="idle">{t('undone')}</StatusTag>
              ),
          },
        ]}
        empty={{ title: t('noMerges') }}
      />
      {undone === undefined ? null : <UndoModal merge={undone} onClose={() => undo(undefined)} />}
    </>
  );
}

function UndoModal({ merge, onClose }: { readonly merge: Merge; readonly onClose: () => void }) {
  const t = useWords(messages);
  const form = useContractForm(routes.undoMerge, { params: { id: merge.id }, onDone: onClose });
  return (
    <Modal open title={t('undoTitle')} footer={null} onCancel={onClose}>
      <p>{t('undoHint')}</p>
      <ContractForm form={form} submitLabel={t('undo')} onCancel={onClose}>
        <Field form={form} name="reason" label={t('reason')} />
      </ContractForm>
    </Modal>
  );
}
