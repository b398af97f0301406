import { Button } from 'antd';

import type { RouteContract } from '#kernel/http/contract.ts';
import { download } from '#web/client/index.ts';
import { useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';

interface SheetButtonProps {
  readonly contract: RouteContract;
  readonly query: Readonly<Record<string, unknown>>;
  /** Left out: the usual words for a list. */
  readonly children?: string;
}

/** Fetches a list as a spreadsheet. */
export function SheetButton({ contract, query, children }: SheetButtonProps) {
  const t = useWords(messages);
  const tell = useTell();
  const fetchSheet = () => download(contract, { query }).catch(tell.problem);
  return <Button onClick={() => void fetchSheet()}>{children ?? t('exportSheet')}</Button>;
}
