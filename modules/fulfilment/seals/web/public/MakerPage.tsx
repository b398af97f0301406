import { z } from 'zod';

import { useCall } from '#web/client/index.ts';
import {
  Action,
  EmptyState,
  Notice,
  PublicPage,
  useFilters,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { MakerList, routes } from '../../contract.ts';
import { MakerCard } from './MakerCard.tsx';
import { messages } from './messages.ts';

import '../parts/seals.css';

const Filters = z.object({ list: MakerList.optional() });

/** The work of the maker that somebody signed in for, the most urgent first. */
export function MakerPage() {
  const t = useWords(messages);
  const [{ list = 'waiting' }, setFilters] = useFilters(Filters);
  const answer = useCall(routes.listMakerSets, { query: { list } }, { freshMs: 0 });
  return (
    <PublicPage
      title={t('making')}
      lead={t('makingLead')}
      crumbs={[{ title: t('back'), to: '/me/seals' }]}
    >
      <WithPublicAnswer answer={answer}>
        {({ makerName, items, counts }) =>
          makerName === null ? (
            <EmptyState title={t('notMaker')} hint={t('notMakerHint')} />
          ) : (
            <>
              {counts.overdue === 0 ? null : (
                <Notice tone="bad" title={t('overdue', { count: counts.overdue })} />
              )}
              <h2>{makerName}</h2>
              <nav className="ow-seal-tabs" aria-label={t('making')}>
                {MakerList.options.map((one) => (
                  <Action
                    key={one}
                    look={one === list ? 'strong' : 'plain'}
                    onPress={() => setFilters({ list: one })}
                  >
                    {one === 'done' ? t('list.done') : `${t(`list.${one}`)} ${counts[one]}`}
                  </Action>
                ))}
              </nav>
              {items.length === 0 ? (
                <EmptyState title={t(`none.${list}`)} hint={t(`noneHint.${list}`)} />
              ) : null}
              <ul className="ow-seal-list">
                {items.map((set) => (
                  <li key={set.id}>
                    <MakerCard set={set} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </WithPublicAnswer>
    </PublicPage>
  );
}
