import { useId } from 'react';

import { Card } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { HandlingItem } from '../../contract.ts';
import { useLimitWords } from '../words/use-limit-words.ts';
import { useText } from '../words/use-text.ts';
import { messages } from './messages.ts';

import '../questions/questions.css';

export interface ItemChoiceProps {
  readonly items: readonly HandlingItem[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** Which item of the matter; nothing to choose when there is one. */
export function ItemChoice({ items, chosen, onChoose }: ItemChoiceProps) {
  const t = useWords(messages);
  const say = useText();
  const sayLimit = useLimitWords();
  const id = useId();
  if (items.length < 2) return null;
  return (
    <Card>
      <fieldset className="ow-ask-question">
        <legend>
          <h2>{t('chooseItem')}</h2>
        </legend>
        <div className="ow-ask-options">
          {items.map((item) => (
            <label key={item.key} data-chosen={item.key === chosen ? 'yes' : 'no'}>
              <input
                type="radio"
                name={id}
                checked={item.key === chosen}
                onChange={() => onChoose(item.key)}
              />
              <span>
                {say(item.name)}
                <small className="ow-guide-small">{sayLimit(item.promised)}</small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </Card>
  );
}
