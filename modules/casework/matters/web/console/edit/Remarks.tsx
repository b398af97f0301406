import { StatusTag } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { useEditing } from './editing.ts';
import { messages } from './messages.ts';
import { type Remark, remarksAt } from './places.ts';

/** What is to be put right at a place, in sentences. */
export function RemarksAt({ place, id }: { readonly place: string; readonly id?: string }) {
  const { remarks } = useEditing();
  const own = remarksAt(remarks, place);
  return (
    <ul className="ow-edit-remarks" {...(id === undefined ? {} : { id })}>
      {own.map(({ weight, sentence }) => (
        <li key={sentence} data-weight={weight}>
          {sentence}
        </li>
      ))}
    </ul>
  );
}

/** How many there are, in a tag; nothing when there are none. */
export function RemarkCount({ remarks }: { readonly remarks: readonly Remark[] }) {
  const t = useWords(messages);
  const errors = remarks.filter(({ weight }) => weight === 'error').length;
  if (remarks.length === 0) return null;
  return (
    <StatusTag tone={errors > 0 ? 'bad' : 'warn'}>
      {errors > 0 ? t('errors', { count: errors }) : t('warnings', { count: remarks.length })}
    </StatusTag>
  );
}
