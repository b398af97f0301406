import { Field } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../../contract.ts';
import { ActDrawer, type ActFormProps } from './ActDrawer.tsx';
import { messages } from './messages.ts';
import { DEFAULT_REMEDY } from './official-texts.ts';

export function AskWithdrawalForm(props: ActFormProps) {
  const t = useWords(messages);
  return (
    <ActDrawer {...props} act="ask-withdrawal" contract={routes.askWithdrawal}>
      {(form) => <Field form={form} name="reason" label={t('reason')} />}
    </ActDrawer>
  );
}

export function ContinueForm(props: ActFormProps) {
  const t = useWords(messages);
  return (
    <ActDrawer {...props} act="continue-handling" contract={routes.continueHandling}>
      {(form) => <Field form={form} name="reason" label={t('reason')} />}
    </ActDrawer>
  );
}

export function TerminateForm(props: ActFormProps) {
  const t = useWords(messages);
  const grounds = [
    'correction-overdue',
    'supplement-overdue',
    'applicant-gone',
    'matter-ended',
  ] as const;
  return (
    <ActDrawer {...props} act="terminate" contract={routes.terminateCase}>
      {(form) => (
        <>
          <Field
            form={form}
            name="ground"
            label={t('ground')}
            options={grounds.map((ground) => ({ value: ground, label: t(`ground.${ground}`) }))}
          />
          <Field form={form} name="reason" label={t('reason')} hint={t('reasonShown')} />
        </>
      )}
    </ActDrawer>
  );
}

export function TransferForm(props: ActFormProps) {
  const t = useWords(messages);
  return (
    <ActDrawer {...props} act="transfer" contract={routes.transferCase}>
      {(form) => (
        <>
          <Field form={form} name="authority" label={t('authority')} />
          <Field form={form} name="reason" label={t('reason')} hint={t('reasonShown')} />
        </>
      )}
    </ActDrawer>
  );
}

export function RevokeForm(props: ActFormProps) {
  const t = useWords(messages);
  const grounds = [
    'abuse-of-office',
    'beyond-powers',
    'procedure',
    'unqualified',
    'other-revocable',
    'fraud',
  ] as const;
  const initial = { remedy: DEFAULT_REMEDY };
  return (
    <ActDrawer {...props} act="revoke" contract={routes.revokeCase} initial={initial}>
      {(form) => (
        <>
          <Field
            form={form}
            name="ground"
            label={t('ground')}
            options={grounds.map((ground) => ({ value: ground, label: t(`revoke.${ground}`) }))}
          />
          <Field form={form} name="reason" label={t('reason')} hint={t('reasonShown')} />
          <Field form={form} name="remedy" label={t('remedy')} />
        </>
      )}
    </ActDrawer>
  );
}

export function DecideAgainForm(props: ActFormProps) {
  const t = useWords(messages);
  return (
    <ActDrawer {...props} act="decide-again" contract={routes.decideAgain}>
      {(form) => <Field form={form} name="reason" label={t('reason')} hint={t('reasonShown')} />}
    </ActDrawer>
  );
}

export function InspectForm(props: ActFormProps) {
  const t = useWords(messages);
  return (
    <ActDrawer {...props} act="inspect" contract={routes.inspectPromise}>
      {(form) => (
        <>
          <Field
            form={form}
            name="result"
            label={t('inspection')}
            options={(['kept', 'rectify', 'broken'] as const).map((result) => ({
              value: result,
              label: t(`inspection.${result}`),
            }))}
          />
          <Field form={form} name="opinion" label={t('inspectionText')} />
          <Field form={form} name="rectifyBy" label={t('rectifyBy')} />
        </>
      )}
    </ActDrawer>
  );
}
