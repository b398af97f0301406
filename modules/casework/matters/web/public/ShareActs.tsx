import { useState } from 'react';

import { Action } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from './messages.ts';

/** Prints the guide, or copies the address, which keeps the item and the answers. */
export function ShareActs() {
  const t = useWords(messages);
  const [told, setTold] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(globalThis.location.href);
      setTold(t('shared'));
    } catch {
      setTold(t('shareFailed'));
    }
  };
  return (
    <>
      <Action onPress={() => globalThis.print()}>{t('print')}</Action>
      <Action onPress={() => void copy()}>{t('share')}</Action>
      <output className="ow-guide-small">{told}</output>
    </>
  );
}
