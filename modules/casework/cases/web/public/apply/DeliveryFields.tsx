import { useId } from 'react';

import { useWords } from '#web/kit/words.ts';

import type { DeliveryWish } from '../../../contract.ts';
import { messages as words } from '../../parts/messages.ts';
import { messages } from './messages.ts';

interface DeliveryFieldsProps {
  readonly ways: ReadonlyArray<DeliveryWish['way']>;
  readonly value: DeliveryWish;
  readonly onChange: (wish: DeliveryWish) => void;
}

/** How somebody receives the result, and where to. */
export function DeliveryFields({ ways, value, onChange }: DeliveryFieldsProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const id = useId();
  return (
    <div className="ow-plain-form">
      <fieldset className="ow-plain-field">
        <legend className="ow-only-read">{t('delivery')}</legend>
        {ways.map((way) => (
          <label key={way} className="ow-plain-option">
            <input
              type="radio"
              name={id}
              checked={way === value.way}
              onChange={() => onChange({ ...value, way })}
            />
            <span>{w(`delivery.${way}`)}</span>
          </label>
        ))}
      </fieldset>
      {value.way === 'courier'
        ? (['recipient', 'phone', 'address'] as const).map((name) => (
            <div key={name} className="ow-plain-field">
              <label htmlFor={`${id}-${name}`}>{t(name)}</label>
              <input
                id={`${id}-${name}`}
                type={name === 'phone' ? 'tel' : 'text'}
                autoComplete={{ recipient: 'name', phone: 'tel', address: 'street-address' }[name]}
                maxLength={name === 'address' ? 200 : 40}
                value={value[name]}
                onChange={(event) => onChange({ ...value, [name]: event.target.value })}
              />
            </div>
          ))
        : null}
    </div>
  );
}
