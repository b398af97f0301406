import { useId, useState } from 'react';

import { useAct } from '#web/client/index.ts';
import { Action, ProblemNotice } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes, Way } from '../../contract.ts';
import { messages } from './messages.ts';

const EMPTY = { recipient: '', phone: '', address: '' };
const NAMES = ['recipient', 'phone', 'address'] as const;

/** How the set shall reach the firm, and where to. */
export function ClaimForm({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(messages);
  const id = useId();
  const [way, setWay] = useState<Way>('window');
  const [delivery, setDelivery] = useState(EMPTY);
  const claim = useAct(routes.claimOwn, { onDone });
  const body = { way, delivery: way === 'courier' ? delivery : null };
  return (
    <form
      className="ow-plain-form"
      onSubmit={(event) => {
        event.preventDefault();
        claim.mutate({ body });
      }}
    >
      <fieldset className="ow-plain-field">
        <legend>{t('way')}</legend>
        {Way.options.map((one) => (
          <label key={one} className="ow-plain-option">
            <input type="radio" name={id} checked={one === way} onChange={() => setWay(one)} />
            <span>{t(`way.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {way === 'courier'
        ? NAMES.map((name) => (
            <div key={name} className="ow-plain-field">
              <label htmlFor={`${id}-${name}`}>{t(name)}</label>
              <input
                id={`${id}-${name}`}
                required
                type={name === 'phone' ? 'tel' : 'text'}
                autoComplete={{ recipient: 'name', phone: 'tel', address: 'street-address' }[name]}
                maxLength={name === 'address' ? 120 : 40}
                value={delivery[name]}
                onChange={(event) => setDelivery({ ...delivery, [name]: event.target.value })}
              />
            </div>
          ))
        : null}
      <ProblemNotice problem={claim.error} />
      <div className="ow-sheet-actions">
        <Action look="strong" submits isBusy={claim.isPending}>
          {t('claim')}
        </Action>
        <Action onPress={onDone}>{t('cancel')}</Action>
      </div>
    </form>
  );
}
