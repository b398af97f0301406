import { useText } from '#modules/casework/matters/web/parts.ts';
import { useCall, usePages } from '#web/client/index.ts';
import {
  Action,
  ActionLink,
  Card,
  EmptyState,
  ProblemNotice,
  PublicPage,
  TimeText,
  To,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../../contract.ts';
import { StateTag } from '../../parts/CaseTags.tsx';
import { messages } from '../messages.ts';
import { sayNext } from './say-next.ts';

import './own.css';

const PAGE = 20;

/** One's applications, the newest first, and what waits to be finished. */
export function OwnCasesPage() {
  const t = useWords(messages);
  return (
    <PublicPage
      title={t('myCases')}
      lead={t('myCasesLead')}
      actions={<ActionLink to="/matters">{t('findMatter')}</ActionLink>}
    >
      <Drafts />
      <Cases />
    </PublicPage>
  );
}

function Drafts() {
  const t = useWords(messages);
  const text = useText();
  const { data } = useCall(routes.listDrafts);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Card title={t('drafts')}>
      <ul className="ow-own-cases">
        {data.items.map((draft) => (
          <li key={draft.id}>
            <div>
              <strong>{text(draft.matterName)}</strong>
              <small>
                {t('savedAt')} <TimeText at={draft.savedAt} />
              </small>
            </div>
            <ActionLink look="strong" to={`/apply/${draft.matterId}`}>
              {t('goOn')}
            </ActionLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Cases() {
  const t = useWords(messages);
  const text = useText();
  const pages = usePages(routes.listOwn, {}, { limit: PAGE });
  if (pages.problem !== null)
    return <ProblemNotice problem={pages.problem} onRetry={pages.repeat} />;
  if (!pages.isLoading && pages.rows.length === 0)
    return (
      <EmptyState
        title={t('noCases')}
        hint={t('noCasesHint')}
        actions={
          <ActionLink look="strong" to="/matters">
            {t('findMatter')}
          </ActionLink>
        }
      />
    );
  return (
    <Card>
      <ul className="ow-own-cases" aria-busy={pages.isLoading}>
        {pages.rows.map((one) => (
          <li key={one.id}>
            <div>
              <To to={`/me/cases/${one.id}`}>{text(one.matterName)}</To>
              <p>{sayNext(one, t)}</p>
              <small className="ow-own-number">
                <span>{one.caseNo}</span>
                <TimeText at={one.submittedAt} />
              </small>
            </div>
            <StateTag state={one.state} />
          </li>
        ))}
      </ul>
      <div className="ow-sheet-actions">
        {pages.previous === undefined ? null : (
          <Action onPress={pages.previous}>{t('newer')}</Action>
        )}
        {pages.next === undefined ? null : <Action onPress={pages.next}>{t('older')}</Action>}
      </div>
    </Card>
  );
}
