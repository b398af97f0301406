import { Input } from 'antd';

import { useWords } from '#web/kit/words.ts';

import { memberOf } from '../../fields/input-props.ts';
import { useEditing } from './editing.ts';
import { messages } from './messages.ts';
import type { PartProps } from './part-props.ts';
import { remarksIn } from './places.ts';

/** Words in Chinese and, where there are any, in English. */
export function WordsField({ id, label, value, place, isOptional, onChange }: PartProps) {
  const t = useWords(messages);
  const { isReadOnly, remarks } = useEditing();
  const zh = memberOf(value, 'zh');
  const en = memberOf(value, 'en');
  const change = (next: { readonly zh: string; readonly en: string }) => {
    if (next.zh === '' && next.en === '' && isOptional) return onChange(undefined);
    return onChange({ zh: next.zh, ...(next.en === '' ? {} : { en: next.en }) });
  };
  const inner = remarksIn(remarks, place).filter((remark) => remark.place !== place);
  const common = {
    disabled: isReadOnly,
    autoSize: { minRows: 1, maxRows: 8 },
    'aria-describedby': `${id}-about`,
  };
  return (
    <div className="ow-edit-words">
      <Input.TextArea
        {...common}
        lang="zh-CN"
        value={zh}
        placeholder={t('zh')}
        aria-label={`${label} ${t('zh')}`}
        {...(inner.length > 0 ? { status: 'error' as const } : {})}
        onChange={(event) => change({ zh: event.target.value, en })}
      />
      <Input.TextArea
        {...common}
        lang="en"
        value={en}
        placeholder={t('en')}
        aria-label={`${label} ${t('en')}`}
        onChange={(event) => change({ zh, en: event.target.value })}
      />
      <ul className="ow-edit-remarks">
        {inner.map(({ sentence, weight }) => (
          <li key={sentence} data-weight={weight}>
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}
