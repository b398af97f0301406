import { Button, Descriptions, Form, Input, Modal } from 'antd';
import { useState } from 'react';

import { routes, type StoredFile } from '#kernel/files/contract.ts';

import { useAct } from '../../../../client/index.ts';
import { ConfirmButton, formatBytes, useLanguage } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { FileStateTag } from './FileStateTag.tsx';
import { messages } from './messages.ts';

const REASON_LIMIT = 200;

interface DecideModalProps {
  readonly file: StoredFile;
  readonly onClose: () => void;
}

/** Releases or destroys a withheld file; both want a reason. */
export function DecideModal({ file, onClose }: DecideModalProps) {
  const t = useWords(messages);
  const [typed, setTyped] = useState('');
  const release = useAct(routes.releaseFile, { onDone: onClose });
  const destroy = useAct(routes.destroyFile, { onDone: onClose });
  const reason = typed.trim();
  const input = { params: { id: file.id }, body: { reason } };
  return (
    <Modal
      open
      title={t('handleTitle', { name: file.name })}
      onCancel={onClose}
      footer={
        <div className="ow-form-buttons">
          <ConfirmButton
            disabled={reason === ''}
            question={t('releaseQuestion')}
            consequence={t('releaseConsequence')}
            done={t('released')}
            onConfirm={() => release.mutateAsync(input)}
          >
            {t('release')}
          </ConfirmButton>
          <ConfirmButton
            danger
            type="primary"
            disabled={reason === ''}
            question={t('destroyQuestion')}
            consequence={t('destroyConsequence')}
            done={t('destroyDone')}
            onConfirm={() => destroy.mutateAsync(input)}
          >
            {t('destroy')}
          </ConfirmButton>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      }
    >
      <Facts file={file} />
      <Form layout="vertical">
        <Form.Item label={t('reason')} htmlFor="quarantine-reason" required extra={t('reasonHint')}>
          <Input.TextArea
            id="quarantine-reason"
            value={typed}
            maxLength={REASON_LIMIT}
            showCount
            autoSize={{ minRows: 2, maxRows: 6 }}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function Facts({ file }: { readonly file: StoredFile }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  return (
    <Descriptions
      column={1}
      size="small"
      items={[
        { key: 'state', label: t('state'), children: <FileStateTag state={file.state} /> },
        { key: 'why', label: t('why'), children: file.stateReason },
        { key: 'type', label: t('mediaType'), children: file.mediaType },
        { key: 'size', label: t('size'), children: formatBytes(file.sizeBytes, language) },
        { key: 'by', label: t('uploadedBy'), children: file.uploadedByName },
      ]}
    />
  );
}
