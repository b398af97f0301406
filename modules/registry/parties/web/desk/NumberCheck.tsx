import { useEffect, useState } from 'react';

import { type AnswerTo, call } from '#web/client/index.ts';
import { formatDay, Notice, StatusTag, To, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type IdentifierKind, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { messages } from './messages.ts';

type Check = AnswerTo<typeof routes.checkIdentifier>;

interface NumberCheckProps {
  readonly kind: IdentifierKind | undefined;
  readonly number: string | undefined;
}

const PAUSE_MS = 400;
const SHORTEST = 6;

/** Says while somebody types whether the number can be one, what it tells, and who has it already. */
export function NumberCheck({ kind, number = '' }: NumberCheckProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const check = useCheck(kind, number.trim());
  if (check === undefined) return null;
  if (check === 'waiting') return <p aria-live="polite">{t('checking')}</p>;
  if (!check.isValid)
    return <Notice tone="bad" title={check.reason === null ? '' : say(check.reason)} />;
  return <Valid check={check} />;
}

function Valid({ check }: { readonly check: Check }) {
  const t = useWords(messages);
  const w = useWords(words);
  const { language } = useLanguage();
  const { registered, bornOn, sex } = check;
  if (registered !== null) {
    return (
      <Notice
        tone="warn"
        title={t('alreadyRegistered', { name: registered.name, no: registered.partyNo })}
        actions={<To to={`/parties/${registered.id}`}>{t('openRecord')}</To>}
      />
    );
  }
  return (
    <p aria-live="polite">
      <StatusTag tone="good">{t('numberGood')}</StatusTag>{' '}
      {bornOn === null || sex === null
        ? null
        : t('born', { day: formatDay(bornOn, language), sex: w(`sex.${sex}`) })}
      {check.needsGuardian ? <StatusTag tone="warn">{w('needsGuardian')}</StatusTag> : null}
    </p>
  );
}

function useCheck(kind: IdentifierKind | undefined, number: string): Check | 'waiting' | undefined {
  const [check, setCheck] = useState<{ readonly of: string; readonly answer: Check }>();
  const asked = kind === undefined || number.length < SHORTEST ? undefined : `${kind} ${number}`;
  useEffect(() => {
    if (kind === undefined || asked === undefined) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      call(routes.checkIdentifier, { body: { kind, number }, signal: stop.signal })
        .then((answer) => setCheck({ of: asked, answer }))
        // The form itself is checked again when it is sent; a lost check loses nothing.
        .catch(() => undefined);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, kind, number]);
  if (asked === undefined) return undefined;
  return check?.of === asked ? check.answer : 'waiting';
}
