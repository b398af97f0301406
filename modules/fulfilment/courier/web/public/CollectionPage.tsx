import { useId, useState } from 'react';

import { routes as caseRoutes } from '#modules/casework/cases/contract.ts';
import { useAct, useCall } from '#web/client/index.ts';
import {
  Action,
  ActionLink,
  Card,
  EmptyState,
  ProblemNotice,
  PublicPage,
  useGo,
  useLanguage,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages } from './messages.ts';

const OPEN = new Set([
  'submitted',
  'received',
  'correcting',
  'corrected',
  'accepted',
  'reviewing',
  'special',
]);

interface Choice {
  readonly id: string;
  readonly label: string;
}

/** The applicant has papers of an open case fetched from home. */
export function CollectionPage() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const cases = useCall(caseRoutes.listOwn, { query: { limit: 100 } });
  return (
    <PublicPage
      title={t('collect')}
      lead={t('collectLead')}
      crumbs={[{ title: t('back'), to: '/me/parcels' }]}
    >
      <WithPublicAnswer answer={cases}>
        {({ items }) => {
          const choices = items
            .filter(({ state }) => OPEN.has(state))
            .map(({ id, caseNo, matterName }) => ({
              id,
              label: `${caseNo} ${language === 'en' ? (matterName.en ?? matterName.zh) : matterName.zh}`,
            }));
          return choices.length === 0 ? (
            <EmptyState
              title={t('noCases')}
              hint={t('noCasesHint')}
              actions={<ActionLink to="/me/cases">{t('toCases')}</ActionLink>}
            />
          ) : (
            <CollectionForm choices={choices} />
          );
        }}
      </WithPublicAnswer>
    </PublicPage>
  );
}

const NAMES = ['contents', 'recipient', 'phone', 'address'] as const;
const MOST = { contents: 200, recipient: 60, phone: 20, address: 200 } as const;
const FILLED_AS = {
  contents: 'off',
  recipient: 'name',
  phone: 'tel',
  address: 'street-address',
} as const;

function CollectionForm({ choices }: { readonly choices: readonly Choice[] }) {
  const t = useWords(messages);
  const go = useGo();
  const id = useId();
  const [caseId, setCaseId] = useState(choices[0]?.id ?? '');
  const [filled, setFilled] = useState({ contents: '', recipient: '', phone: '', address: '' });
  const order = useAct(routes.orderCollection, {
    onDone: (parcel) => go(`/me/parcels/${parcel.id}`),
  });
  const { contents, ...contact } = filled;
  return (
    <Card>
      <form
        className="ow-plain-form"
        onSubmit={(event) => {
          event.preventDefault();
          order.mutate({ body: { caseId, contents, contact } });
        }}
      >
        <div className="ow-plain-field">
          <label htmlFor={`${id}-case`}>{t('forCase')}</label>
          <select
            id={`${id}-case`}
            value={caseId}
            onChange={(event) => setCaseId(event.target.value)}
          >
            {choices.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}
              </option>
            ))}
          </select>
        </div>
        {NAMES.map((name) => (
          <div key={name} className="ow-plain-field">
            <label htmlFor={`${id}-${name}`}>{t(name)}</label>
            <input
              id={`${id}-${name}`}
              required
              type={name === 'phone' ? 'tel' : 'text'}
              autoComplete={FILLED_AS[name]}
              maxLength={MOST[name]}
              {...(name === 'contents' ? { placeholder: t('contentsHint') } : {})}
              value={filled[name]}
              onChange={(event) => setFilled({ ...filled, [name]: event.target.value })}
            />
          </div>
        ))}
        <ProblemNotice problem={order.error} />
        <div className="ow-sheet-actions">
          <Action look="strong" submits isBusy={order.isPending}>
            {t('submit')}
          </Action>
        </div>
      </form>
    </Card>
  );
}
