import { useCall, useMay } from '#web/client/index.ts';
import { To } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, routes, type WorkList } from '../../../contract.ts';
import { messages } from './messages.ts';

import './queue.css';

/** Which part of the work is shown, with how much there is of it. */
export function WorkLists({ current }: { readonly current: WorkList | 'opinions' }) {
  const t = useWords(messages);
  const may = useMay();
  const { data } = useCall(routes.countCases, undefined, { refreshMs: 60_000 });
  const open = data?.byState.reduce((sum, { count }) => sum + count, 0);
  const lists: ReadonlyArray<{ readonly list: WorkList; readonly count: number | undefined }> = [
    { list: 'own', count: data?.own },
    { list: 'group', count: data?.group },
    { list: 'overdue', count: data?.overdue },
    { list: 'open', count: open },
    { list: 'all', count: undefined },
  ];
  return (
    <nav className="ow-worklists" aria-label={t('lists')}>
      {lists.map(({ list, count }) => (
        <span
          key={list}
          data-current={list === current ? 'yes' : 'no'}
          data-list={(count ?? 0) > 0 ? list : undefined}
        >
          <To to="/cases" search={{ list }}>
            {t(`list.${list}`)} <Count count={count} />
          </To>
        </span>
      ))}
      {may(permissions.advise) ? (
        <span data-current={current === 'opinions' ? 'yes' : 'no'}>
          <To to="/cases/opinions">
            {t('opinions')} <Count count={data?.opinions} />
          </To>
        </span>
      ) : null}
    </nav>
  );
}

function Count({ count }: { readonly count: number | undefined }) {
  const { language } = useWords(messages);
  if (count === undefined) return null;
  return <b>{new Intl.NumberFormat(language).format(count)}</b>;
}
