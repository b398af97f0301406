import { Pick } from '#modules/casework/premises/contract.ts';
import { useWords } from '#web/kit/words.ts';

import type { FieldOf, OutputProps } from '../input-props.ts';
import { messages } from '../messages.ts';

/** What the case keeps: address, number, version, and the hash of what was filed then. */
export function PremisesOutput({ value }: OutputProps<FieldOf<'premises'>>) {
  const t = useWords(messages);
  const picked = Pick.safeParse(value);
  if (!picked.success) return null;
  const { address, filingNumber, version, hash } = picked.data;
  return (
    <span>
      {address}
      <br />
      <small>{t('filedAs', { number: filingNumber, version, hash: hash.slice(0, 16) })}</small>
    </span>
  );
}
