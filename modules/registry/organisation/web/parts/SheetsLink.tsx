import { Button } from 'antd';

import { useGo } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from './messages.ts';

/** Goes to the page that imports and exports one kind of record. */
export function SheetsLink({ kind }: { readonly kind: string }) {
  const t = useWords(messages);
  const go = useGo();
  return <Button onClick={() => go(`/imports/organisation.${kind}`)}>{t('sheets')}</Button>;
}
