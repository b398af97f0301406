import { useCall } from '#web/client/index.ts';
import {
  Card,
  Facts,
  MaskedText,
  Notice,
  PublicPage,
  TimeText,
  useSayActor,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type OwnIdentity, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { sayAct } from '../parts/say-act.ts';
import { messages } from './messages.ts';
import { OwnContacts } from './OwnContacts.tsx';
import { OwnMandates } from './OwnMandates.tsx';
import { OwnRights } from './OwnRights.tsx';
import { revealOwn } from './reveal-own.ts';

/** What the centre holds on whoever signed in, and what they can do about it. */
export function IdentityPage() {
  const t = useWords(messages);
  const own = useCall(routes.getOwnIdentity);
  return (
    <PublicPage title={t('title')} lead={t('lead')} crumbs={[]}>
      <WithPublicAnswer answer={own}>
        {(identity) => <Whole identity={identity} />}
      </WithPublicAnswer>
    </PublicPage>
  );
}

function Whole({ identity }: { readonly identity: OwnIdentity }) {
  const t = useWords(messages);
  const { party, actingPerson } = identity;
  return (
    <>
      {actingPerson === null ? null : (
        <Notice tone="busy" title={t('actingFor', { firm: party.name, person: actingPerson })} />
      )}
      <div className="ow-cards">
        <Identity identity={identity} />
        <OwnContacts identity={identity} />
        <OwnMandates identity={identity} />
        <History identity={identity} />
        <OwnRights />
      </div>
    </>
  );
}

function Identity({ identity: { party } }: { readonly identity: OwnIdentity }) {
  const t = useWords(messages);
  const w = useWords(words);
  const isPerson = party.kind === 'person';
  return (
    <Card title={t('identity')}>
      <Facts
        facts={[
          {
            name: t('name'),
            value: isPerson ? (
              <MaskedText masked={party.name} onReveal={() => revealOwn('name')} />
            ) : (
              party.name
            ),
          },
          { name: t('kind'), value: w(`kind.${party.kind}`) },
          { name: t('no'), value: party.partyNo },
          { name: t('level'), value: w(`level.${party.verification}`) },
          ...(party.bornOn === null
            ? []
            : [
                {
                  name: t('bornOn'),
                  value: <MaskedText masked={party.bornOn} onReveal={() => revealOwn('born-on')} />,
                },
              ]),
          ...party.identifiers.map((one) => ({
            name: w(`paper.${one.kind}`),
            value: (
              <MaskedText masked={one.masked} onReveal={() => revealOwn('identifier', one.id)} />
            ),
          })),
        ]}
      />
      {party.identifiers.length === 0 ? <p>{t('noPapers')}</p> : null}
    </Card>
  );
}

function History({ identity: { history } }: { readonly identity: OwnIdentity }) {
  const t = useWords(messages);
  const sayActor = useSayActor();
  const w = useWords(words);
  return (
    <Card title={t('history')}>
      {history.length === 0 ? <p>{t('noHistory')}</p> : null}
      <ul className="ow-days">
        {history.map((entry) => (
          <li key={entry.id}>
            <span>
              {sayAct(w, entry.act)} <small>{sayActor(entry.byName)}</small>
            </span>
            <TimeText at={entry.at} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
