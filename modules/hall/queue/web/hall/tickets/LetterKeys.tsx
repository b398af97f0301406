import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';

const ROWS = ['ABCDEFGHIJKLM', 'NOPQRSTUVWXYZ'].map((row) => row.split(''));

interface LetterKeysProps {
  readonly letters: string;
  readonly onChange: (letters: string) => void;
}

/** Keys for the first letters of what one looks for; the page has no keyboard of its own. */
export function LetterKeys({ letters, onChange }: LetterKeysProps) {
  const t = useWords(messages);
  return (
    <section className="ow-tickets-keys" aria-label={t('search')}>
      <div className="ow-tickets-typed">
        <span>{t('search')}</span>
        <output>{letters}</output>
        <button type="button" disabled={letters === ''} onClick={() => onChange('')}>
          {t('searchClear')}
        </button>
      </div>
      {ROWS.map((row) => (
        <div key={row[0]} className="ow-tickets-row">
          {row.map((letter) => (
            <button key={letter} type="button" onClick={() => onChange(letters + letter)}>
              {letter}
            </button>
          ))}
        </div>
      ))}
    </section>
  );
}
