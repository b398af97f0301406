import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';

import type { Factors } from '#kernel/access/contract-session.ts';
import { routes } from '#kernel/access/contract.ts';

import { announceChange, useAct, useCall, useSession } from '../../../client/index.ts';
import {
  ConfirmButton,
  Notice,
  RowTable,
  Section,
  StatusTag,
  TimeText,
  WithAnswer,
} from '../../../kit/staff/index.ts';
import { browserHasPasskeys } from '../../../kit/staff/sign-in/passkey.ts';
import { PasskeyEnrolment } from '../../../kit/staff/sign-in/PasskeyEnrolment.tsx';
import { RecoveryCodes } from '../../../kit/staff/sign-in/RecoveryCodes.tsx';
import { type Enrolled, TotpEnrolment } from '../../../kit/staff/sign-in/TotpEnrolment.tsx';
import { useWords } from '../../../kit/words.ts';
import { messages } from './messages.ts';

type Way = 'totp' | 'passkey';

/** The second factors of one's own account. */
export function FactorsSection() {
  const t = useWords(messages);
  const cache = useQueryClient();
  const { take } = useSession();
  const answer = useCall(routes.listFactors);
  const [adding, setAdding] = useState<Way | undefined>(undefined);
  const [codes, setCodes] = useState<readonly string[] | undefined>(undefined);
  const finish = (enrolled: Enrolled) => {
    take(enrolled.session);
    setAdding(undefined);
    if (enrolled.recoveryCodes !== null) setCodes(enrolled.recoveryCodes);
    void announceChange(cache, routes.listFactors);
  };
  return (
    <Section title={t('factors')} description={t('factorsHint')}>
      <WithAnswer answer={answer} lines={4}>
        {(factors) => (
          <div className="ow-factors">
            {factors.isDemanded ? <Notice tone="busy" title={t('demanded')} /> : null}
            <Totp factors={factors} onSetUp={() => setAdding('totp')} />
            <Passkeys factors={factors} onAdd={() => setAdding('passkey')} />
            <Recovery factors={factors} onRenewed={setCodes} />
          </div>
        )}
      </WithAnswer>
      <Modal
        open={adding !== undefined}
        title={t(adding === 'passkey' ? 'addPasskey' : 'totp')}
        footer={null}
        width={440}
        destroyOnHidden
        onCancel={() => setAdding(undefined)}
      >
        {adding === 'totp' ? <TotpEnrolment onDone={finish} /> : null}
        {adding === 'passkey' ? <PasskeyEnrolment onDone={finish} /> : null}
      </Modal>
      <Modal
        open={codes !== undefined}
        footer={null}
        closable={false}
        mask={{ closable: false }}
        keyboard={false}
      >
        <RecoveryCodes codes={codes ?? []} onKept={() => setCodes(undefined)} />
      </Modal>
    </Section>
  );
}

function Totp({ factors, onSetUp }: { readonly factors: Factors; readonly onSetUp: () => void }) {
  const t = useWords(messages);
  const remove = useAct(routes.removeTotp);
  return (
    <div className="ow-factor">
      <h3>{t('totp')}</h3>
      {factors.totp === null ? (
        <>
          <StatusTag tone="idle">{t('none')}</StatusTag>
          <Button onClick={onSetUp}>{t('setUp')}</Button>
        </>
      ) : (
        <>
          <span>
            <StatusTag tone="good">{t('enrolled')}</StatusTag>{' '}
            <TimeText at={factors.totp.enrolledAt} />
          </span>
          <ConfirmButton
            danger
            question={t('removeTotp')}
            done={t('removed')}
            onConfirm={() => remove.mutateAsync({})}
          >
            {t('remove')}
          </ConfirmButton>
        </>
      )}
    </div>
  );
}

function Passkeys({ factors, onAdd }: { readonly factors: Factors; readonly onAdd: () => void }) {
  const t = useWords(messages);
  const { session } = useSession();
  const remove = useAct(routes.removePasskey);
  const mayAdd = session.passkeysAvailable && browserHasPasskeys();
  return (
    <>
      <div className="ow-factor">
        <h3>{t('passkeys')}</h3>
        <span>
          {factors.passkeys.length === 0 ? (
            <StatusTag tone="idle">{t('passkeysNone')}</StatusTag>
          ) : null}
        </span>
        <Button disabled={!mayAdd} onClick={onAdd}>
          {t('addPasskey')}
        </Button>
      </div>
      {mayAdd ? null : <p className="ow-form-hint">{t('passkeysUnavailable')}</p>}
      {factors.passkeys.length === 0 ? null : (
        <RowTable
          label={t('passkeys')}
          rows={factors.passkeys}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', title: t('passkeyName'), render: (row) => row.name },
            {
              key: 'created',
              title: t('passkeyCreated'),
              render: (row) => <TimeText at={row.createdAt} />,
            },
            {
              key: 'used',
              title: t('passkeyUsed'),
              render: (row) => <TimeText at={row.lastUsedAt} />,
            },
            {
              key: 'act',
              title: t('acts'),
              render: (row) => (
                <ConfirmButton
                  size="small"
                  danger
                  question={t('removePasskey')}
                  done={t('removed')}
                  onConfirm={() => remove.mutateAsync({ params: { id: row.id } })}
                >
                  {t('remove')}
                </ConfirmButton>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

interface RecoveryProps {
  readonly factors: Factors;
  readonly onRenewed: (codes: readonly string[]) => void;
}

function Recovery({ factors, onRenewed }: RecoveryProps) {
  const t = useWords(messages);
  const renew = useAct(routes.renewRecoveryCodes, {
    onDone: ({ recoveryCodes }) => onRenewed(recoveryCodes),
  });
  if (factors.totp === null && factors.passkeys.length === 0) return null;
  return (
    <div className="ow-factor">
      <h3>{t('recovery')}</h3>
      <StatusTag tone={factors.recoveryCodesLeft > 2 ? 'good' : 'warn'}>
        {t('recoveryLeft', { count: factors.recoveryCodesLeft })}
      </StatusTag>
      <ConfirmButton
        question={t('renewQuestion')}
        consequence={t('renewConsequence')}
        onConfirm={() => renew.mutateAsync({})}
      >
        {t('renew')}
      </ConfirmButton>
    </div>
  );
}
