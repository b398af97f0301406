import { useCall } from '#web/client/index.ts';
import {
  ActionLink,
  EmptyState,
  Notice,
  PublicPage,
  To,
  useLanguage,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type OwnLicence, type OwnLicences, routes } from '../../contract.ts';
import { LicenceTag } from '../parts/LicenceTag.tsx';
import { messages as words } from '../parts/messages.ts';
import { useValidity } from '../parts/use-validity.ts';
import { EndsSoon } from './EndsSoon.tsx';
import { messages } from './messages.ts';

import './licences.css';

/** The licences of whoever signed in, the ones that end soon first. */
export function WalletPage() {
  const t = useWords(messages);
  const answer = useCall(routes.listOwnLicences);
  return (
    <PublicPage title={t('wallet')} lead={t('walletLead')}>
      <WithPublicAnswer answer={answer}>{(wallet) => <Wallet wallet={wallet} />}</WithPublicAnswer>
    </PublicPage>
  );
}

function Wallet({ wallet }: { readonly wallet: OwnLicences }) {
  const t = useWords(messages);
  const { holder, actingPerson, items } = wallet;
  const live = items.filter(({ state }) => state === 'valid' || state === 'suspended');
  const past = items.filter((item) => !live.includes(item));
  const order = (item: OwnLicence) => (item.endsSoon ? (item.daysLeft ?? 0) : Infinity);
  return (
    <>
      {actingPerson === null ? null : (
        <Notice tone="busy" title={t('actingFor', { firm: holder, person: actingPerson })} />
      )}
      {items.length === 0 ? <EmptyState title={t('none')} hint={t('noneHint')} /> : null}
      <Cards items={live.toSorted((a, b) => order(a) - order(b))} />
      {past.length === 0 ? null : (
        <details className="ow-lic-past">
          <summary>
            {t('past')} ({past.length})
          </summary>
          <Cards items={past} />
        </details>
      )}
    </>
  );
}

function Cards({ items }: { readonly items: readonly OwnLicence[] }) {
  return (
    <ul className="ow-lic-cards">
      {items.map((licence) => (
        <li key={licence.id}>
          <LicenceCard licence={licence} />
        </li>
      ))}
    </ul>
  );
}

function LicenceCard({ licence }: { readonly licence: OwnLicence }) {
  const t = useWords(messages);
  const w = useWords(words);
  const { say } = useLanguage();
  const validity = useValidity();
  const to = `/me/licences/${licence.id}`;
  return (
    <article className="ow-lic-card" data-state={licence.state}>
      <header>
        <h2>
          <To to={to}>{say(licence.kind.name)}</To>
        </h2>
        <LicenceTag state={licence.state} />
      </header>
      <p className="ow-lic-holder">{licence.holder.name}</p>
      <dl>
        <div>
          <dt>{w('number')}</dt>
          <dd>{licence.number}</dd>
        </div>
        <div>
          <dt>{w('validity')}</dt>
          <dd>{validity(licence)}</dd>
        </div>
        <div>
          <dt>{w('authority')}</dt>
          <dd>{say(licence.authority)}</dd>
        </div>
      </dl>
      <EndsSoon licence={licence} />
      <footer>
        {licence.state === 'valid' ? (
          <ActionLink look="strong" to={to} search={{ show: 'yes' }}>
            {t('show')}
          </ActionLink>
        ) : null}
        <ActionLink to={to}>{t('open')}</ActionLink>
      </footer>
    </article>
  );
}
