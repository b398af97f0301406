import { z } from 'zod';

import { useCall } from '#web/client/index.ts';
import {
  ActionLink,
  EmptyState,
  PublicPage,
  useFilters,
  useLanguage,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type PublicGroup, routes } from '../../contract.ts';
import { messages } from './messages.ts';
import { Rules } from './Rules.tsx';

import './appointments.css';

const Filters = z.object({ siteId: z.uuid().optional(), matterId: z.uuid().optional() });

/** What can be booked, by place. */
export function GroupsPage() {
  const t = useWords(messages);
  const [{ matterId, siteId }, setFilters] = useFilters(Filters);
  const query = matterId === undefined ? {} : { matterId };
  const answer = useCall(routes.listPublicGroups, { query });
  return (
    <PublicPage title={t('title')} lead={t('lead')}>
      <WithPublicAnswer answer={answer}>
        {({ items }) => (
          <>
            <Sites items={items} value={siteId} onChange={(id) => setFilters({ siteId: id })} />
            <Groups
              items={items.filter((one) => siteId === undefined || one.siteId === siteId)}
              matterId={matterId}
            />
          </>
        )}
      </WithPublicAnswer>
      <Rules />
    </PublicPage>
  );
}

interface SitesProps {
  readonly items: readonly PublicGroup[];
  readonly value: string | undefined;
  readonly onChange: (siteId: string | undefined) => void;
}

function Sites({ items, value, onChange }: SitesProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const sites = new Map(items.map((one) => [one.siteId, one.site]));
  if (sites.size < 2) return null;
  return (
    <label className="ow-appt-site">
      <span>{t('site')}</span>
      <select
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      >
        <option value="">{t('allSites')}</option>
        {[...sites].map(([id, name]) => (
          <option key={id} value={id}>
            {say(name)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface GroupsProps {
  readonly items: readonly PublicGroup[];
  readonly matterId: string | undefined;
}

function Groups({ items, matterId }: GroupsProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  if (items.length === 0) return <EmptyState title={t('none')} hint={t('noneHint')} />;
  return (
    <ul className="ow-appt-groups">
      {items.map((group) => (
        <li key={group.id} className="ow-card">
          <h2>{say(group.name)}</h2>
          <p>
            {say(group.site)}
            {group.zone === null ? null : (
              <>
                <br />
                {say(group.zone)}
              </>
            )}
          </p>
          {group.closedReason === null ? (
            <ActionLink
              look="strong"
              to={`/appointments/groups/${group.id}`}
              {...(matterId === undefined ? {} : { search: { matterId } })}
            >
              {t('book')}
            </ActionLink>
          ) : (
            <p>{t('pausedBecause', { reason: say(group.closedReason) })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
