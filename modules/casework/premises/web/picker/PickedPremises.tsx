import { useEffect } from 'react';

import { useAct } from '#web/client/index.ts';
import { Action, Notice, StatusTag, useLanguage } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Pick, routes, type UseRole } from '../../contract.ts';
import { messages } from './messages.ts';

import './picker.css';

export interface PickedPremisesProps {
  readonly pick: Pick;
  /** Left out where it is only shown. */
  readonly onChange?: () => void;
  /** What is known of the subject: then the register is asked whether it could use the unit. */
  readonly asks?: {
    readonly role: UseRole;
    readonly name: string;
    readonly scope: string;
    readonly isSoleTrader: boolean;
  };
}

/** A unit that was picked: what is kept of it, and every reason against its use while the form is being filled in. */
export function PickedPremises({ pick, onChange, asks }: PickedPremisesProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const check = useAct(routes.checkUse);
  const { mutate } = check;
  const asked = asks === undefined ? '' : JSON.stringify(asks);
  useEffect(() => {
    if (asked === '') return;
    const given = JSON.parse(asked) as NonNullable<PickedPremisesProps['asks']>;
    mutate({
      params: { id: pick.unitId },
      body: { ...given, creditCode: '', version: pick.version },
    });
  }, [asked, pick.unitId, pick.version, mutate]);
  const refusals = check.data?.refusals ?? [];
  return (
    <div className="ow-picked">
      <p>
        <StatusTag tone={refusals.length === 0 ? 'good' : 'bad'}>
          {t(refusals.length === 0 ? 'chosen' : 'cannot')}
        </StatusTag>{' '}
        <strong>{pick.address}</strong>
      </p>
      <p>
        <small>
          {t('filedAs', { number: pick.filingNumber, version: pick.version })} ·{' '}
          {t('snapshot', { hash: pick.hash.slice(0, 16) })}
        </small>
      </p>
      {refusals.length === 0 ? (
        <p>{t('noPaper')}</p>
      ) : (
        <Notice tone="bad" title={t('cannot')}>
          <ul>
            {refusals.map(({ code, message }) => (
              <li key={code}>{say(message)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {onChange === undefined ? null : (
        <Action look="plain" onPress={onChange}>
          {t('change')}
        </Action>
      )}
    </div>
  );
}
