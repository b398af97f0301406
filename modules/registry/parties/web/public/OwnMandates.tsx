import { useState } from 'react';

import {
  Action,
  Card,
  formatDay,
  formatList,
  PlainField,
  PlainForm,
  useLanguage,
  usePlainForm,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Mandate, type OwnIdentity, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { useDepartments } from '../parts/use-departments.ts';
import { messages } from './messages.ts';
import { OwnMandateForm } from './OwnMandateForm.tsx';

/** Who may act for me, and for whom I may act. */
export function OwnMandates({ identity: { mandates } }: { readonly identity: OwnIdentity }) {
  const t = useWords(messages);
  const [isAdding, setAdding] = useState(false);
  return (
    <Card
      title={t('mandates')}
      hint={t('mandatesHint')}
      actions={isAdding ? null : <Action onPress={() => setAdding(true)}>{t('addMandate')}</Action>}
    >
      {mandates.length === 0 ? <p>{t('noMandates')}</p> : null}
      <ul className="ow-days">
        {mandates.map((mandate) => (
          <OwnMandate key={mandate.id} mandate={mandate} />
        ))}
      </ul>
      {isAdding ? <OwnMandateForm onDone={() => setAdding(false)} /> : null}
    </Card>
  );
}

function OwnMandate({ mandate }: { readonly mandate: Mandate }) {
  const t = useWords(messages);
  const w = useWords(words);
  const { language } = useLanguage();
  const { nameOf } = useDepartments();
  const [isRevoking, setRevoking] = useState(false);
  const isLive = mandate.state === 'current' || mandate.state === 'future';
  const scope = mandate.isForAll
    ? w('all')
    : formatList(mandate.departmentCodes.map(nameOf), language);
  const last =
    mandate.validTo === null
      ? w('openEnded')
      : w('until', { day: formatDay(mandate.validTo, language) });
  return (
    <li>
      <span>
        {w(`mandate.${mandate.kind}`)} {mandate.representative.name}{' '}
        <small>
          {t('principal')} {mandate.principal.name} · {scope} ·{' '}
          {formatDay(mandate.validFrom, language)} {last} · {w(`state.${mandate.state}`)}
        </small>
      </span>
      {isLive && !isRevoking ? (
        <Action onPress={() => setRevoking(true)}>{t('revoke')}</Action>
      ) : null}
      {isRevoking ? <RevokeForm mandate={mandate} onDone={() => setRevoking(false)} /> : null}
    </li>
  );
}

function RevokeForm({
  mandate,
  onDone,
}: {
  readonly mandate: Mandate;
  readonly onDone: () => void;
}) {
  const t = useWords(messages);
  const form = usePlainForm(routes.revokeOwnMandate, { params: { id: mandate.id }, onDone });
  return (
    <PlainForm
      form={form}
      submitLabel={t('confirmRevoke')}
      actions={<Action onPress={onDone}>{t('cancel')}</Action>}
    >
      <PlainField form={form} name="reason" label={t('reason')} />
    </PlainForm>
  );
}
