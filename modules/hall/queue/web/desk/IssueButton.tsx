import { Button, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';

import { useAct } from '#web/client/index.ts';
import { ProblemNotice, useLanguage, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { PriorityGroup, priorityWords, routes, type ServiceNow } from '../../contract.ts';
import { messages } from '../messages.ts';

const NOTHING = { name: '', identityNo: '', mobile: '' };

/** A ticket for somebody who cannot draw one: by hand, with whoever drew it on record. */
export function IssueButton({ line }: { readonly line: ServiceNow }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const tell = useTell();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [given, setGiven] = useState(NOTHING);
  const [priority, setPriority] = useState<PriorityGroup | ''>('');
  const issue = useAct(routes.issueTicket, {
    onDone: ({ number, waitingAhead }) => {
      tell.done(t('issuedNumber', { number, count: waitingAhead }));
      setGiven(NOTHING);
      setPriority('');
      setOpen(false);
    },
  });
  const name = language === 'en' ? line.nameEn : line.nameZh;
  const holder = Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) =>
      value.trim() === '' ? [] : [[key, value.trim()]],
    ),
  );
  return (
    <>
      <Button
        size="small"
        disabled={line.notTaking !== null}
        aria-label={`${t('issue')} ${name}`}
        onClick={() => setOpen(true)}
      >
        {t('issue')}
      </Button>
      <Modal
        open={isOpen}
        title={t('issueFor', { line: name })}
        okText={t('issue')}
        cancelText={t('cancel')}
        confirmLoading={issue.isPending}
        onCancel={() => setOpen(false)}
        onOk={() =>
          issue.mutate({
            body: {
              businessId: line.id,
              ...(Object.keys(holder).length === 0 ? {} : { holder }),
              ...(priority === '' ? {} : { priority }),
            },
          })
        }
      >
        <ProblemNotice problem={issue.error} />
        {(['name', 'identityNo', 'mobile'] as const).map((field) => (
          <p key={field}>
            <label htmlFor={`${id}-${field}`}>{t(field)}</label>
            <Input
              id={`${id}-${field}`}
              autoComplete="off"
              value={given[field]}
              onChange={(event) => setGiven({ ...given, [field]: event.target.value })}
            />
          </p>
        ))}
        <p>
          <label htmlFor={`${id}-priority`}>{t('priority')}</label>
          <Select<PriorityGroup | ''>
            id={`${id}-priority`}
            style={{ width: '100%' }}
            value={priority}
            onChange={setPriority}
            options={[
              { value: '', label: t('noPriority') },
              ...PriorityGroup.options.map((value) => ({
                value,
                label: priorityWords[value][language],
              })),
            ]}
          />
        </p>
      </Modal>
    </>
  );
}
