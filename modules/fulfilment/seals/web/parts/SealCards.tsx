import { useLanguage } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { materialWords, type Seal, type SealKind, sealKinds } from '../../contract.ts';
import { messages } from './messages.ts';

import './seals.css';

interface SealCardsProps {
  readonly seals: readonly Seal[];
  /** Where the drawing of a kind is. */
  readonly address: (kind: SealKind) => string;
}

/** The four seals with their drawings, all at one scale. */
export function SealCards({ seals, address }: SealCardsProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  return (
    <ul className="ow-seals">
      {seals.map(({ kind, material, text, filedNumber, isRemaking }) => {
        const { title, width, height } = sealKinds[kind];
        return (
          <li key={kind} className="ow-seal">
            <div className="ow-seal-drawing">
              <img
                src={address(kind)}
                alt={`${say(title)}: ${text}`}
                style={{ width: `${width * 3}px`, height: `${height * 3}px` }}
              />
            </div>
            <b>{say(title)}</b>
            <span>
              {t('measure', { width, height })} {say(materialWords[material])}
            </span>
            {filedNumber === null ? null : <code>{filedNumber}</code>}
            {isRemaking ? <em>{t('remake')}</em> : null}
          </li>
        );
      })}
    </ul>
  );
}
