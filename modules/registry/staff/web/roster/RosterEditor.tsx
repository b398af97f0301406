import { Button, Input } from 'antd';
import { useState } from 'react';

import { addDays } from '#kernel/clock/day.ts';
import { useAct, useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import {
  EmptyState,
  formatDay,
  KeepUnsaved,
  Notice,
  PrintFrame,
  ProblemNotice,
  useTell,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type RosterPerson, type RosterWeek, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { PersonPicker } from '../parts/PersonPicker.tsx';
import { useNameOf } from '../parts/use-places.ts';
import { type Draft, narrow, NO_DRAFT } from './draft.ts';
import { messages } from './messages.ts';
import { RosterGrid } from './RosterGrid.tsx';

interface EditorProps {
  readonly week: RosterWeek;
  readonly mayPlan: boolean;
}

/** The grid of a week with the changes that are not saved yet. */
export function RosterEditor({ week, mayPlan }: EditorProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const tell = useTell();
  const [draft, setDraft] = useState<Draft>(NO_DRAFT);
  const [text, setText] = useState('');
  const [added, setAdded] = useState<readonly RosterPerson[]>([]);
  const act = useAct(routes.saveRoster, {
    onDone: () => {
      setDraft(NO_DRAFT);
      tell.done(t('saved'));
    },
  });
  const save = () => act.mutate({ body: { siteId: week.siteId, cells: [...draft.values()] } });
  const known = new Set(week.people.map((person) => person.id));
  const everybody = [...added.filter((person) => !known.has(person.id)), ...week.people];
  const people = narrow(everybody, text);
  const shownDays = w('shownDays', {
    from: formatDay(week.monday, t.language),
    to: formatDay(addDays(week.monday, 6), t.language),
  });
  return (
    <>
      <div className="ow-staff-bar">
        <Input
          className="ow-staff-find"
          allowClear
          value={text}
          placeholder={t('find')}
          aria-label={t('find')}
          onChange={(event) => setText(event.target.value)}
        />
        <Button onClick={() => globalThis.print()}>{t('print')}</Button>
        <output>{t('shown', { shown: people.length, count: everybody.length })}</output>
        {mayPlan ? <AddPerson onAdd={(person) => setAdded([person, ...added])} /> : null}
        {draft.size === 0 ? null : (
          <>
            <Button type="primary" loading={act.isPending} onClick={save}>
              {t('save', { count: draft.size })}
            </Button>
            <Button onClick={() => setDraft(NO_DRAFT)}>{t('discard')}</Button>
          </>
        )}
      </div>
      <ProblemNotice problem={act.error} />
      <Conflicts week={week} />
      {everybody.length === 0 ? (
        <EmptyState title={t('none')} hint={t('noneHint')} />
      ) : (
        <PrintFrame title={`${t('roster')} ${shownDays}`}>
          <RosterGrid
            week={week}
            people={people}
            draft={draft}
            onDraft={mayPlan ? setDraft : undefined}
          />
        </PrintFrame>
      )}
      <KeepUnsaved isDirty={draft.size > 0 && !act.isPending} />
    </>
  );
}

function Conflicts({ week }: { readonly week: RosterWeek }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  if (week.conflicts.length === 0) return null;
  return (
    <Notice tone="warn" title={t('conflicts', { count: week.conflicts.length })}>
      <ul>
        {week.conflicts.slice(0, 20).map((one) => (
          <li key={`${one.personId} ${one.day} ${one.shiftCode}`}>{say(one.sentence)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function AddPerson({ onAdd }: { readonly onAdd: (person: RosterPerson) => void }) {
  const t = useWords(messages);
  const nameOf = useNameOf();
  const [chosen, choose] = useState<string | null>(null);
  const { data } = useCall(
    routes.getPerson,
    { params: { id: chosen ?? '' } },
    { enabled: chosen !== null },
  );
  const add = () => {
    if (data === undefined) return;
    const own = data.windows.find(({ part }) => part === 'a');
    onAdd({
      ...data,
      windowId: own?.windowId ?? null,
      windowNumber: own?.windowNumber ?? null,
      awayOn: [],
    });
    choose(null);
  };
  return (
    <>
      <PersonPicker value={chosen} onChange={choose} label={t('addPerson')} />
      <Button disabled={data === undefined || chosen === null} onClick={add}>
        {data === undefined || chosen === null
          ? t('addPerson')
          : `${t('addPerson')} ${nameOf(data)}`}
      </Button>
    </>
  );
}
