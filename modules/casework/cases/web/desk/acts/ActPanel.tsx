import { Button } from 'antd';
import { useState } from 'react';

import { Section, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type CaseAct, type CaseInFull, transitions } from '../../../contract.ts';
import { isOpen } from '../../parts/is-open.ts';
import { actForms, forward } from './act-forms.ts';
import { messages } from './messages.ts';

import './acts.css';

/** What this person can do with the case now, and what stands in the way of the rest. */
export function ActPanel({ file }: { readonly file: CaseInFull }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const [opened, open] = useState<CaseAct | undefined>(undefined);
  const offered = file.mayDo.filter(({ act }) => actForms[act] !== undefined);
  const ready = offered
    .filter(isOpen)
    .toSorted((a, b) => Number(forward.has(b.act)) - Number(forward.has(a.act)));
  const blocked = offered.filter((one) => !isOpen(one));
  const main = ready.find(({ act }) => forward.has(act));
  const ActForm = opened === undefined ? undefined : actForms[opened];
  return (
    <Section title={t('mayDo')}>
      <div className="ow-acts-panel">
        {offered.length === 0 ? <p>{t('mayDoNone')}</p> : null}
        <ul>
          {ready.map(({ act }) => (
            <li key={act}>
              <Button
                block
                type={act === main?.act ? 'primary' : 'default'}
                onClick={() => open(act)}
              >
                {say(transitions[act].title)}
              </Button>
            </li>
          ))}
        </ul>
        {blocked.length === 0 ? null : (
          <details>
            <summary>
              {t('blocked')} ({blocked.length})
            </summary>
            <ul>
              {blocked.map((one) => (
                <li key={one.act}>
                  <strong>{say(transitions[one.act].title)}</strong>
                  {one.blocked === null ? null : <small>{say(one.blocked.reason)}</small>}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {ActForm === undefined ? null : (
        <ActForm key={opened} file={file} onClose={() => open(undefined)} />
      )}
    </Section>
  );
}
