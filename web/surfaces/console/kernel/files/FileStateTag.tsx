import type { FileState } from '#kernel/files/contract.ts';

import { StatusTag } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';

/** Whether a file can be opened, and why not. */
export function FileStateTag({ state }: { readonly state: FileState }) {
  const t = useWords(messages);
  switch (state) {
    case 'quarantined':
      return <StatusTag tone="bad">{t('quarantined')}</StatusTag>;
    case 'awaiting-scan':
      return <StatusTag tone="warn">{t('awaitingScan')}</StatusTag>;
    case 'available':
      return <StatusTag tone="good">{t('available')}</StatusTag>;
    case 'destroyed':
      return <StatusTag tone="idle">{t('destroyed')}</StatusTag>;
  }
}
