import { useId, useState } from 'react';

import { useWords } from '#web/kit/words.ts';

import { IdCard } from './id-card.ts';
import { messages } from './messages.ts';
import { simulate } from './simulated.ts';

/** A reader and a scanner played by software: what is typed here is told as if the hardware had read it. */
export function SimulatedPorts() {
  return (
    <>
      <SimulatedReader />
      <SimulatedScanner />
    </>
  );
}

function SimulatedReader() {
  const t = useWords(messages);
  const id = useId();
  const [name, setName] = useState('');
  const [identityNo, setIdentityNo] = useState('');
  const [isWrong, setWrong] = useState(false);
  const layOn = () => {
    const card = IdCard.safeParse({ name, identityNo });
    setWrong(!card.success);
    if (card.success) simulate({ card: card.data });
  };
  return (
    <fieldset>
      <legend>{t('card')}</legend>
      <label htmlFor={`${id}-name`}>{t('name')}</label>{' '}
      <input id={`${id}-name`} value={name} onChange={(event) => setName(event.target.value)} />
      <br />
      <label htmlFor={`${id}-number`}>{t('number')}</label>{' '}
      <input
        id={`${id}-number`}
        value={identityNo}
        aria-invalid={isWrong}
        onChange={(event) => setIdentityNo(event.target.value)}
      />
      {isWrong ? <p role="alert">{t('wrongCard')}</p> : null}
      <button type="button" onClick={layOn}>
        {t('layOn')}
      </button>
    </fieldset>
  );
}

function SimulatedScanner() {
  const t = useWords(messages);
  const id = useId();
  const [code, setCode] = useState('');
  return (
    <fieldset>
      <legend>{t('scanner')}</legend>
      <label htmlFor={id}>{t('code')}</label>{' '}
      <input id={id} value={code} onChange={(event) => setCode(event.target.value)} />
      <button
        type="button"
        disabled={code.trim() === ''}
        onClick={() => simulate({ code: code.trim() })}
      >
        {t('scan')}
      </button>
    </fieldset>
  );
}
