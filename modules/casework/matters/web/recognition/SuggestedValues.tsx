import { useMemo } from 'react';

import { Action, Notice, StatusTag } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  type Answers,
  type Form,
  type FormValues,
  type PrintedLine,
  suggestValues,
  visibleFields,
} from '../../contract.ts';
import { useText } from '../words/use-text.ts';
import { messages } from './messages.ts';

import './recognition.css';

export interface SuggestedValuesProps {
  readonly form: Form;
  readonly answers: Answers;
  readonly values: FormValues;
  readonly lines: readonly PrintedLine[];
  readonly today?: string | undefined;
  readonly onTake: (key: string, value: unknown) => void;
}

const SURE = 0.85;

/** What was read from paper for this form. Each value is taken by the person who looks at it, never by itself. */
export function SuggestedValues(props: SuggestedValuesProps) {
  const { form, answers, values, lines, today, onTake } = props;
  const t = useWords(messages);
  const text = useText();
  const suggested = useMemo(
    () =>
      suggestValues(
        visibleFields(form, answers, values),
        lines,
        today === undefined ? {} : { today },
      ),
    [form, answers, values, lines, today],
  );
  if (suggested.length === 0) return <Notice tone="warn" title={t('none')} />;
  return (
    <section className="ow-recognised">
      <h3>{t('title', { count: suggested.length })}</h3>
      <p>{t('lead')}</p>
      <ul>
        {suggested.map(({ field, value, confidence }) => {
          const now = values[field.key];
          const isTaken = now === value;
          const isEmpty = now === undefined || now === '' || now === null;
          return (
            <li key={field.key}>
              <strong>{text(field.label)}</strong>
              <span>
                {t('read')} <mark>{String(value)}</mark>{' '}
                <StatusTag tone={confidence >= SURE ? 'good' : 'warn'}>
                  {t('sure', { percent: Math.round(confidence * 100) })}
                </StatusTag>
              </span>
              {isTaken ? null : (
                <small>
                  {t('now')} {typeof now === 'string' || typeof now === 'number' ? now : t('empty')}
                </small>
              )}
              {isTaken ? (
                <StatusTag tone="good">{t('taken')}</StatusTag>
              ) : (
                <Action onPress={() => onTake(field.key, value)}>
                  {t(isEmpty ? 'take' : 'replace')}
                </Action>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
