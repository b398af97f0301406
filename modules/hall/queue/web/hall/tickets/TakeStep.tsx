import { useState } from 'react';

import { maskName } from '#kernel/crypto/mask.ts';
import type { IdCard } from '#web/devices/cards/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import { type BusinessNow, PriorityGroup, priorityWords } from '../../../contract.ts';
import { messages } from '../messages.ts';
import type { Machine } from './use-machine.ts';

interface TakeStepProps {
  readonly business: BusinessNow;
  readonly card: IdCard | undefined;
  readonly machine: Machine;
}

/** The last word before a ticket is drawn: by name or not, with priority or not. */
export function TakeStep({ business, card, machine }: TakeStepProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const [priority, setPriority] = useState<PriorityGroup>();
  const isEnglish = t.language === 'en';
  const needsCard = business.isRealName && card === undefined;
  return (
    <section className="ow-tickets-take">
      <h1>{t('confirmTitle', { business: isEnglish ? business.nameEn : business.nameZh })}</h1>
      <ul className="ow-tickets-facts">
        <li>
          {t('waiting', { count: business.waiting })} ·{' '}
          {business.openWindows === 0
            ? t('noWindowNow')
            : t('minutes', { count: Math.round(business.forecast.minutes) })}
        </li>
        <li>
          {t('zone', {
            floor: business.floor,
            zone: isEnglish ? business.zoneNameEn : business.zoneNameZh,
          })}
        </li>
        <li>{t('windows', { numbers: business.windowNumbers.join(isEnglish ? ', ' : '、') })}</li>
      </ul>
      {business.isRealName ? (
        <output className="ow-tickets-card" data-read={card !== undefined}>
          {card === undefined ? t('realName') : t('cardRead', { holder: maskName(card.name) })}
        </output>
      ) : null}
      <fieldset className="ow-tickets-priority">
        <legend>{t('priorityTitle')}</legend>
        <button
          type="button"
          aria-pressed={priority === undefined}
          onClick={() => setPriority(undefined)}
        >
          {t('priorityNone')}
        </button>
        {PriorityGroup.options.map((group) => (
          <button
            key={group}
            type="button"
            aria-pressed={priority === group}
            onClick={() => setPriority(group)}
          >
            {say(priorityWords[group])}
          </button>
        ))}
      </fieldset>
      <div className="ow-tickets-acts">
        <button
          type="button"
          className="ow-hall-button"
          onClick={() => machine.go({ kind: 'home' })}
        >
          {t('back')}
        </button>
        <button
          type="button"
          className="ow-hall-button"
          data-main
          disabled={needsCard || machine.isBusy}
          onClick={() => machine.take(business.id, card, priority)}
        >
          {t(machine.isBusy ? 'taking' : 'take')}
        </button>
      </div>
    </section>
  );
}
