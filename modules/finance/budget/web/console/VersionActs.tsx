import { Button, Input, Modal } from 'antd';
import { useState } from 'react';

import { useAct, useMay } from '#web/client/index.ts';
import { ConfirmButton, ProblemNotice, useGo } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type BudgetVersion, permissions, routes } from '../../contract.ts';
import { messages } from './messages.ts';

interface ActsProps {
  readonly version: BudgetVersion;
}

/** What can be done with a version in its state by who looks at it. */
export function VersionActs({ version }: ActsProps) {
  const t = useWords(messages);
  const may = useMay();
  const go = useGo();
  const mayDraft = may(permissions.draft);
  const mayApprove = may(permissions.approve);
  const mayPublish = may(permissions.publish);
  const submit = useAct(routes.submitVersion);
  const publish = useAct(routes.publishVersion);
  const given = { params: { id: version.id }, body: { version: version.version } };
  const problem = submit.error ?? publish.error;
  return (
    <>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <Button onClick={() => go(`/budget/versions/${version.id}/facts`)}>{t('facts')}</Button>
      {mayDraft && version.state === 'draft' ? (
        <ConfirmButton
          type="primary"
          question={t('submitQuestion')}
          done={t('done')}
          onConfirm={() => submit.mutateAsync(given)}
        >
          {t('submit')}
        </ConfirmButton>
      ) : null}
      {mayApprove && version.state === 'submitted' ? (
        <>
          <ReturnAct version={version} />
          <ApproveAct version={version} />
        </>
      ) : null}
      {mayPublish && version.state === 'approved' && !version.isPublished ? (
        <ConfirmButton
          type="primary"
          question={t('publishQuestion')}
          done={t('done')}
          onConfirm={() => publish.mutateAsync(given)}
        >
          {t('publish')}
        </ConfirmButton>
      ) : null}
    </>
  );
}

function ReturnAct({ version }: ActsProps) {
  const t = useWords(messages);
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const act = useAct(routes.returnVersion, { onDone: () => setOpen(false) });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('returnIt')}</Button>
      <Modal
        open={isOpen}
        title={t('returnIt')}
        okText={t('returnIt')}
        cancelText={t('cancel')}
        okButtonProps={{ disabled: reason.trim() === '' }}
        confirmLoading={act.isPending}
        onCancel={() => setOpen(false)}
        onOk={() =>
          act.mutate({
            params: { id: version.id },
            body: { version: version.version, reason },
          })
        }
      >
        {act.error ? <ProblemNotice problem={act.error} /> : null}
        <Input.TextArea
          aria-label={t('reason')}
          value={reason}
          rows={3}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      </Modal>
    </>
  );
}

function ApproveAct({ version }: ActsProps) {
  const t = useWords(messages);
  const [isOpen, setOpen] = useState(false);
  const [document, setDocument] = useState('');
  const [approvedOn, setApprovedOn] = useState('');
  const act = useAct(routes.approveVersion, { onDone: () => setOpen(false) });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('approve')}
      </Button>
      <Modal
        open={isOpen}
        title={t('approve')}
        okText={t('approve')}
        cancelText={t('cancel')}
        okButtonProps={{ disabled: document.trim() === '' || approvedOn === '' }}
        confirmLoading={act.isPending}
        onCancel={() => setOpen(false)}
        onOk={() =>
          act.mutate({
            params: { id: version.id },
            body: { version: version.version, document, approvedOn },
          })
        }
      >
        {act.error ? <ProblemNotice problem={act.error} /> : null}
        <p>
          <Input
            aria-label={t('document')}
            placeholder={t('document')}
            value={document}
            onChange={(event) => setDocument(event.target.value)}
          />
        </p>
        <p>
          <Input
            type="date"
            aria-label={t('approvedOn')}
            value={approvedOn}
            onChange={(event) => setApprovedOn(event.target.value)}
          />
        </p>
      </Modal>
    </>
  );
}
