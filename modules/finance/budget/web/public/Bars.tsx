import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';
import { type Share, showShare, showYuan } from './shares.ts';

interface BarsProps {
  readonly title: string;
  readonly shares: readonly Share[];
  readonly total: bigint;
  readonly onOpen: (share: Share) => void;
}

/** Amounts as bars of the whole, the largest first: each says its amount and share in words too, and opens its lines. */
export function Bars({ title, shares, total, onOpen }: BarsProps) {
  const t = useWords(messages);
  return (
    <section className="ow-budget-bars">
      <h3>{title}</h3>
      <ul>
        {shares.map((share) => (
          <li key={share.key}>
            <button type="button" onClick={() => onOpen(share)}>
              <span className="ow-budget-bar-name">{share.name}</span>
              <span className="ow-budget-bar-amount">
                {t('yuan', { amount: showYuan(share.fen) })}
                <small>{t('share', { percent: showShare(share.fen, total) })}</small>
              </span>
              <span className="ow-budget-track" aria-hidden="true">
                <span
                  className="ow-budget-bar"
                  style={{ inlineSize: `${showShare(share.fen, total)}%` }}
                />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
