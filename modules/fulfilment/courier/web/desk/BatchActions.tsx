import { Button } from 'antd';

import { useAct } from '#web/client/index.ts';
import { useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Parcel, routes } from '../../contract.ts';
import { messages } from './messages.ts';

/** Orders those of the chosen that wait, one after the other; each that fails says why and stays. */
export function OrderAllButton({ rows }: { readonly rows: readonly Parcel[] }) {
  const t = useWords(messages);
  const tell = useTell();
  const order = useAct(routes.orderParcel);
  const waiting = rows.filter(({ state }) => state === 'waiting');
  const orderAll = async () => {
    let count = 0;
    for (const { id } of waiting) {
      try {
        await order.mutateAsync({ params: { id } });
        count += 1;
      } catch (error) {
        tell.problem(error);
      }
    }
    if (count > 0) tell.done(t('ordered', { count }));
  };
  return (
    <Button
      disabled={waiting.length === 0}
      loading={order.isPending}
      onClick={() => void orderAll()}
    >
      {t('orderAll')}
    </Button>
  );
}
