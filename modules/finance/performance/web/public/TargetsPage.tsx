import { z } from 'zod';

import { useCall } from '#web/client/index.ts';
import { EmptyState, PublicPage, useFilters, WithPublicAnswer } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { DeclarationTable } from '../parts/DeclarationTable.tsx';

const Place = z.object({ year: z.coerce.number().int().optional() });

/** The approved targets of a year: what projects are to reach for their money. */
export function TargetsPage() {
  const t = useWords(messages);
  const [{ year }] = useFilters(Place);
  const answer = useCall(
    routes.getPublishedTargets,
    { query: year === undefined ? {} : { year } },
    { asksToSignIn: false },
  );
  const { data } = answer;
  return (
    <PublicPage
      title={t('publicTitle')}
      crumbs={[{ title: t('budget'), to: '/budget' }]}
      lead={
        data === undefined || data.items.length === 0
          ? undefined
          : t('publicLead', { year: String(data.year) })
      }
    >
      <WithPublicAnswer answer={answer}>
        {(found) =>
          found.items.length === 0 ? (
            <EmptyState title={t('publicNone')} hint={t('publicNoneHint')} />
          ) : (
            <>
              <p className="ow-no-print">
                <a href={`/api/v1/public/performance/${found.year}/pdf`} download>
                  {t('allPdf')}
                </a>{' '}
                <a href={`/api/v1/public/performance/${found.year}/xlsx`} download>
                  {t('allXlsx')}
                </a>
              </p>
              <div lang="zh-CN">
                {found.items.map((target) => (
                  <section key={target.projectCode} aria-label={target.projectName}>
                    <h2>{target.projectName}</h2>
                    <DeclarationTable target={target} />
                  </section>
                ))}
              </div>
            </>
          )
        }
      </WithPublicAnswer>
    </PublicPage>
  );
}
