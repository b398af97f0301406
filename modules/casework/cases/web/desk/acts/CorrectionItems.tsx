import { Button, Input, Select } from 'antd';

import { useText } from '#modules/casework/matters/web/parts.ts';
import { useWords } from '#web/kit/words.ts';

import type { CasePaper, TellCorrection } from '../../../contract.ts';
import { messages } from './messages.ts';

import './acts.css';

type Item = TellCorrection['items'][number];

const NONE: readonly Item[] = [];

interface CorrectionItemsProps {
  readonly papers: readonly CasePaper[];
  /** From the second notice on each item says what brought it about. */
  readonly isLater: boolean;
  readonly value?: readonly Item[];
  readonly onChange?: (items: readonly Item[]) => void;
}

/** All that one notice asks for: which paper, what is wrong, how to put it right. */
export function CorrectionItems({ papers, isLater, value = NONE, onChange }: CorrectionItemsProps) {
  const t = useWords(messages);
  const text = useText();
  const options = papers.map((paper) => ({ value: paper.key, label: text(paper.name) }));
  const set = (index: number, part: Partial<Item>) =>
    onChange?.(value.map((item, at) => (at === index ? { ...item, ...part } : item)));
  return (
    <ol className="ow-acts-items">
      {value.map((item, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- items are told apart by their place only
        <li key={index}>
          <Caption text={t('paper')} />
          <Select
            aria-label={t('paper')}
            placeholder={t('wholeForm')}
            allowClear
            {...(item.paperKey === undefined ? {} : { value: item.paperKey })}
            options={options}
            onChange={(paperKey?: string) => set(index, { paperKey })}
          />
          <Caption text={t('defect')} />
          <Input.TextArea
            aria-label={t('defect')}
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={500}
            value={item.defect}
            onChange={(event) => set(index, { defect: event.target.value })}
          />
          <Caption text={t('howToFix')} />
          <Input.TextArea
            aria-label={t('howToFix')}
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={500}
            value={item.howToFix}
            onChange={(event) => set(index, { howToFix: event.target.value })}
          />
          {isLater ? (
            <>
              <Caption text={t('consequenceOf')} />
              <Select
                aria-label={t('consequenceOf')}
                {...(item.consequenceOf === undefined ? {} : { value: item.consequenceOf })}
                options={options}
                onChange={(consequenceOf: string) => set(index, { consequenceOf })}
              />
            </>
          ) : null}
          <Button
            type="text"
            aria-label={t('removeItem', { number: index + 1 })}
            onClick={() => onChange?.(value.filter((_, at) => at !== index))}
          >
            ×
          </Button>
        </li>
      ))}
      <li>
        <Button onClick={() => onChange?.([...value, { defect: '', howToFix: '' }])}>
          {t('addItem')}
        </Button>
      </li>
    </ol>
  );
}

/** What a control is for, for the eye: its name for readers stands on the control itself. */
function Caption({ text }: { readonly text: string }) {
  return <small aria-hidden="true">{text}</small>;
}
