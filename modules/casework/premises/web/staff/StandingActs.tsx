import { Button, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';

import { useAct } from '#web/client/index.ts';
import { ProblemNotice, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Filing, Ground, groundWords, routes } from '../../contract.ts';
import { messages } from './messages.ts';

/** Suspension, resumption and revocation of what is filed. */
export function StandingActs({ filing }: { readonly filing: Filing }) {
  const may = (act: Filing['mayDo'][number]) => filing.mayDo.includes(act);
  return (
    <>
      {may('suspend') ? <Stop filing={filing} act="suspend" /> : null}
      {may('resume') ? <Stop filing={filing} act="resume" /> : null}
      {may('revoke') ? <Stop filing={filing} act="revoke" /> : null}
    </>
  );
}

const ROUTES = {
  suspend: routes.suspendFiling,
  resume: routes.resumeFiling,
  revoke: routes.revokeFiling,
} as const;

interface StopProps {
  readonly filing: Filing;
  readonly act: 'suspend' | 'resume' | 'revoke';
}

function Stop({ filing, act }: StopProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [ground, setGround] = useState<Ground>('title-dispute');
  const [reason, setReason] = useState('');
  const doing = useAct(ROUTES[act], {
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button danger={act !== 'resume'} onClick={() => setOpen(true)}>
        {t(act)}
      </Button>
      <Modal
        open={isOpen}
        title={t(act)}
        okText={t(act)}
        okButtonProps={{
          danger: act !== 'resume',
          disabled: reason.trim().length < 2,
          loading: doing.isPending,
        }}
        onCancel={() => setOpen(false)}
        onOk={() =>
          doing.mutate({
            params: { id: filing.id },
            body: { version: filing.version, ground, reason: reason.trim() },
          })
        }
      >
        <ProblemNotice problem={doing.error} />
        {act === 'resume' ? null : (
          <p>
            <label htmlFor={`${id}-ground`}>{t('ground')}</label>
            <Select
              id={`${id}-ground`}
              value={ground}
              style={{ width: '100%' }}
              options={Ground.options.map((value) => ({ value, label: say(groundWords[value]) }))}
              onChange={(value: Ground) => setGround(value)}
            />
          </p>
        )}
        <p>
          <label htmlFor={`${id}-reason`}>{t('reason')}</label>
          <Input.TextArea
            id={`${id}-reason`}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </p>
      </Modal>
    </>
  );
}
