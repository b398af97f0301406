import type { ReactNode } from 'react';

import { StatusTag } from '#web/kit/common/index.ts';
import { formatDay } from '#web/kit/format.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import { excludedWords, type PlanUnit, useRoleWords } from '../../contract.ts';
import { messages } from './messages.ts';
import { unitTone } from './tones.ts';

import './plan.css';

interface UnitCardProps {
  readonly unit: PlanUnit;
  /** What can be done with an occupant, by its id. */
  readonly acts?: ReadonlyMap<string, ReactNode>;
  readonly children?: ReactNode;
}

/** One unit of a plan: what it is, how it stands, and who is registered there. */
export function UnitCard({ unit, acts, children }: UnitCardProps) {
  const t = useWords(messages);
  const { language, say } = useLanguage();
  const facts = [
    [t('area'), t('areaOf', { area: unit.areaM2 })],
    [t('validUntil'), unit.validUntil === null ? t('noEnd') : formatDay(unit.validUntil, language)],
    ...(unit.excluded === null
      ? [[t('left'), unit.left === null ? t('noLimit') : t('leftOf', { count: unit.left })]]
      : [[t('excluded'), say(excludedWords[unit.excluded])]]),
  ];
  return (
    <section className="ow-plan-side" aria-live="polite" aria-label={unit.roomNo}>
      <h3>
        {unit.address} <StatusTag tone={unitTone[unit.state]}>{t(unit.state)}</StatusTag>
      </h3>
      {(unit.state === 'suspended' || unit.state === 'expired') && unit.reason !== null ? (
        <p>{say(unit.reason)}</p>
      ) : null}
      <p>{facts.map(([name = '', value = '']) => t('fact', { name, value })).join('　')}</p>
      {unit.occupants.length === 0 ? (
        <p>{t('nobody')}</p>
      ) : (
        <ul className="ow-plan-firms" aria-label={t('occupants')}>
          {unit.occupants.map((one) => (
            <li key={one.id}>
              <strong>{one.name}</strong>
              <small>
                {say(useRoleWords[one.role])} ·{' '}
                {t('since', { day: formatDay(one.since, language) })}
                {one.creditCode === '' ? '' : ` · ${one.creditCode}`}
              </small>
              {one.isUnreachable ? <StatusTag tone="warn">{t('unreachable')}</StatusTag> : null}
              {acts?.get(one.id)}
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
