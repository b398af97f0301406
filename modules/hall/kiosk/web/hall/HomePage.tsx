import { useId, useState } from 'react';

import { useSession } from '#web/client/index.ts';
import { useElder } from '#web/kit/elder.tsx';
import { Action, To } from '#web/kit/public/index.ts';
import { useGo } from '#web/kit/routing/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';

type Tile = 'guide' | 'apply' | 'progress' | 'query' | 'licences' | 'tickets' | 'rate';

const TILES: ReadonlyArray<{ readonly name: Tile; readonly to: string; readonly isBasic?: true }> =
  [
    { name: 'guide', to: '/matters', isBasic: true },
    { name: 'apply', to: '/start', isBasic: true },
    { name: 'progress', to: '/me/cases', isBasic: true },
    { name: 'tickets', to: '/tickets', isBasic: true },
    { name: 'licences', to: '/me/licences' },
    { name: 'query', to: '/query' },
    { name: 'rate', to: '/rate' },
  ];

/** What a kiosk can do. In the elder mode the four that most people come for, larger. */
export function HomePage() {
  const t = useWords(messages);
  const { isElder } = useElder();
  const { session } = useSession();
  const isKnown = session.actor.kind === 'citizen';
  // The search above them is the way to the guides; the elder mode has no search, and fewer tiles.
  const tiles = TILES.filter((tile) => (isElder ? tile.isBasic : tile.name !== 'guide'));
  return (
    <article className="ow-kiosk-home">
      <header>
        <h1>{isKnown ? t('hello', { name: session.actor.name }) : t('welcome')}</h1>
        <p>{t(isKnown ? 'knownLead' : 'welcomeLead')}</p>
      </header>
      {isElder ? null : <Find />}
      <ul className="ow-kiosk-tiles">
        {tiles.map(({ name, to }) => (
          <li key={name}>
            <To to={to} className="ow-kiosk-tile">
              <strong>{t(name)}</strong>
              <span>{t(`${name}Hint`)}</span>
            </To>
          </li>
        ))}
      </ul>
    </article>
  );
}

/** Plain words lead to the guides. */
function Find() {
  const t = useWords(messages);
  const id = useId();
  const go = useGo();
  const [typed, setTyped] = useState('');
  return (
    <search className="ow-kiosk-find">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go('/matters', typed.trim() === '' ? {} : { search: { search: typed.trim() } });
        }}
      >
        <label htmlFor={id}>{t('guideHint')}</label>
        <input
          id={id}
          type="search"
          value={typed}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Action look="strong" submits>
          {t('guide')}
        </Action>
      </form>
    </search>
  );
}
