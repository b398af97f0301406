import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';

import { routes } from '#modules/casework/matters/contract.ts';

import { useCall } from '../../client/index.ts';
import { Action, To, useLanguage } from '../../kit/public/index.ts';
import { useWords } from '../../kit/words.ts';
import { messages } from './messages.ts';

const SUGGESTED = 6;

/** The first thing that a visitor does: say what they want. Below it, what many come for. */
export function FindMatter() {
  const t = useWords(messages);
  const id = useId();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const find = () => {
    const search = typed.trim();
    void navigate({ to: '/matters', search: search === '' ? {} : { search } });
  };
  return (
    <search className="ow-find">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        <label htmlFor={id}>{t('find')}</label>
        <div>
          <input
            id={id}
            type="search"
            value={typed}
            maxLength={100}
            placeholder={t('findHint')}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Action look="strong" submits>
            {t('findAct')}
          </Action>
        </div>
      </form>
      <Suggestions />
    </search>
  );
}

/** Guides in the order in which the search gives them unasked; nothing while it has no answer. */
function Suggestions() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const { data } = useCall(
    routes.searchGuides,
    { query: { limit: SUGGESTED, offset: 0 } },
    { asksToSignIn: false },
  );
  const guides = data?.items.filter(({ isDemonstration }) => !isDemonstration) ?? [];
  if (guides.length === 0) return null;
  return (
    <nav aria-label={t('often')}>
      <span aria-hidden="true">{t('often')}</span>
      <ul>
        {guides.map(({ matterId, kind, name }) => (
          <li key={matterId}>
            <To to={`/${kind === 'bundle' ? 'bundles' : 'matters'}/${matterId}`}>
              {language === 'en' ? name.en : name.zh}
            </To>
          </li>
        ))}
      </ul>
    </nav>
  );
}
