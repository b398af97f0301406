import { Button } from 'antd';
import { useState } from 'react';

import type { Account } from '#kernel/access/contract-account.ts';
import { permissions, routes } from '#kernel/access/contract.ts';

import { type AnswerTo, useAct, useMay } from '../../../../client/index.ts';
import { ConfirmButton, Field, FormDrawer, useContractForm } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { isLocked } from './AccountState.tsx';
import { messages } from './messages.ts';
import { OneTimePassword } from './OneTimePassword.tsx';

type Drawer = 'edit' | 'status' | 'factors';

/** What the security administrator does with an account. */
export function AccountActs({ account }: { readonly account: Account }) {
  const t = useWords(messages);
  const may = useMay();
  const { id } = account;
  const [open, setOpen] = useState<Drawer | undefined>(undefined);
  const [shown, setShown] = useState<AnswerTo<typeof routes.resetPassword> | undefined>(undefined);
  const reset = useAct(routes.resetPassword, { onDone: setShown });
  const unlock = useAct(routes.unlockAccount);
  const endSessions = useAct(routes.revokeAccountSessions);
  const isStaff = account.kind === 'staff';
  const close = () => setOpen(undefined);
  return (
    <>
      {isLocked(account) ? (
        <ConfirmButton
          onConfirm={() => unlock.mutateAsync({ params: { id } })}
          question={t('unlock')}
          done={t('unlocked')}
        >
          {t('unlock')}
        </ConfirmButton>
      ) : null}
      {may(permissions.revokeSessions) ? (
        <ConfirmButton
          onConfirm={() => endSessions.mutateAsync({ params: { id } })}
          question={t('endSessionsQuestion')}
          consequence={t('endSessionsConsequence')}
          done={t('sessionsEnded')}
        >
          {t('endSessions')}
        </ConfirmButton>
      ) : null}
      {isStaff ? (
        <ConfirmButton
          onConfirm={() => reset.mutateAsync({ params: { id } })}
          question={t('resetPasswordQuestion')}
          consequence={t('resetPasswordConsequence')}
        >
          {t('resetPassword')}
        </ConfirmButton>
      ) : null}
      {account.hasTotp || account.passkeys > 0 ? (
        <Button onClick={() => setOpen('factors')}>{t('resetFactors')}</Button>
      ) : null}
      <Button danger={account.status === 'active'} onClick={() => setOpen('status')}>
        {t(account.status === 'active' ? 'disable' : 'enable')}
      </Button>
      {isStaff ? (
        <Button type="primary" onClick={() => setOpen('edit')}>
          {t('edit')}
        </Button>
      ) : null}
      <EditAccount
        key={`edit ${account.version}`}
        account={account}
        isOpen={open === 'edit'}
        onClose={close}
      />
      <ChangeStatus
        key={account.status}
        account={account}
        isOpen={open === 'status'}
        onClose={close}
      />
      <ResetFactors account={account} isOpen={open === 'factors'} onClose={close} />
      <OneTimePassword shown={shown} onClose={() => setShown(undefined)} />
    </>
  );
}

interface ActDrawerProps {
  readonly account: Account;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function EditAccount({ account, isOpen, onClose }: ActDrawerProps) {
  const t = useWords(messages);
  const { displayName, demandsSecondFactor, version } = account;
  const form = useContractForm(routes.changeAccount, {
    params: { id: account.id },
    initial: { displayName, demandsSecondFactor, version },
    onDone: onClose,
  });
  return (
    <FormDrawer form={form} title={t('editAccount')} isOpen={isOpen} onClose={onClose}>
      <Field form={form} name="displayName" label={t('displayName')} />
      <Field
        form={form}
        name="demandsSecondFactor"
        label={t('demandsFactor')}
        hint={t('demandsFactorHint')}
      />
    </FormDrawer>
  );
}

function ChangeStatus({ account, isOpen, onClose }: ActDrawerProps) {
  const t = useWords(messages);
  const isActive = account.status === 'active';
  const form = useContractForm(routes.setAccountStatus, {
    params: { id: account.id },
    initial: { status: isActive ? 'disabled' : 'active' },
    onDone: onClose,
  });
  const title = t(isActive ? 'disable' : 'enable');
  return (
    <FormDrawer form={form} title={title} submitLabel={title} isOpen={isOpen} onClose={onClose}>
      <p className="ow-form-hint">{t(isActive ? 'disableHint' : 'enableHint')}</p>
      <Field form={form} name="reason" label={t('reason')} hint={t('reasonHint')} />
    </FormDrawer>
  );
}

function ResetFactors({ account, isOpen, onClose }: ActDrawerProps) {
  const t = useWords(messages);
  const form = useContractForm(routes.resetFactors, {
    params: { id: account.id },
    onDone: onClose,
  });
  const title = t('resetFactors');
  return (
    <FormDrawer form={form} title={title} submitLabel={title} isOpen={isOpen} onClose={onClose}>
      <p className="ow-form-hint">{t('resetFactorsHint')}</p>
      <Field form={form} name="reason" label={t('reason')} hint={t('reasonHint')} />
    </FormDrawer>
  );
}
