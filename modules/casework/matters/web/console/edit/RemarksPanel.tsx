import { Button } from 'antd';

import { Notice } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../editions/messages.ts';
import { itemsOf, type Plain } from './content.ts';
import { sayPlace } from './field-names.ts';
import type { Remark } from './places.ts';
import { sectionOf } from './section-of.ts';

export interface RemarksPanelProps {
  readonly remarks: readonly Remark[];
  readonly content: Plain;
  /** Something is missing that must be there before it can be saved. */
  readonly isUnsavable: boolean;
  readonly onGo: (at: string) => void;
}

/** All that is to be put right, each a way to its place. */
export function RemarksPanel({ remarks, content, isUnsavable, onGo }: RemarksPanelProps) {
  const t = useWords(messages);
  if (remarks.length === 0) return <Notice tone="good" title={t('checksNone')} />;
  const errors = remarks.filter(({ weight }) => weight === 'error');
  const keys = itemsOf(content).map((item) => String(item['key']));
  return (
    <Notice
      tone={errors.length > 0 ? 'bad' : 'warn'}
      isUrgent={false}
      title={isUnsavable ? t('cannotSave', { count: errors.length }) : t('checksHint')}
    >
      <ul className="ow-edit-findings">
        {remarks.map((remark) => (
          <li key={`${remark.place} ${remark.sentence}`} data-weight={remark.weight}>
            <Button type="link" size="small" onClick={() => onGo(sectionOf(remark.place, keys))}>
              {remark.sentence} <small>{sayPlace(remark.place, t.language)}</small>
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
