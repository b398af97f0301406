import { AutoComplete, Button } from 'antd';
import { useId, useState } from 'react';

import { useAct } from '#web/client/index.ts';
import { ProblemNotice, stillSuggests, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  routes,
  statesWithReason,
  type Window,
  type WindowState,
  windowTransitions,
} from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { messages } from './messages.ts';

const ACTS = {
  open: 'toOpen',
  paused: 'toPaused',
  closed: 'toClosed',
  offline: 'toOffline',
} as const satisfies Readonly<Record<WindowState, string>>;

/** The buttons for what a window may do from its state; pausing and closing ask for the reason first. */
export function StateActs({ window }: { readonly window: Window }) {
  const t = useWords(messages);
  const w = useWords(words);
  const tell = useTell();
  const [asked, ask] = useState<WindowState>();
  const act = useAct(routes.changeWindowState, {
    onDone: (answer) => {
      ask(undefined);
      tell.done(t('done', { number: answer.number, state: w(`state.${answer.state}`) }));
    },
  });
  const move = (to: WindowState, reason = '') =>
    act.mutate({ params: { id: window.id }, body: { from: window.state, to, reason } });
  return (
    <section>
      <div className="ow-hall-acts">
        {windowTransitions[window.state].map((to) => (
          <Button
            key={to}
            type={to === 'open' ? 'primary' : 'default'}
            danger={to === 'closed'}
            loading={act.isPending && act.variables.body.to === to}
            aria-expanded={statesWithReason.includes(to) ? asked === to : undefined}
            onClick={() => (statesWithReason.includes(to) ? ask(to) : move(to))}
          >
            {t(ACTS[to])}
          </Button>
        ))}
      </div>
      {asked === undefined ? null : (
        <ReasonForm
          key={asked}
          act={t(ACTS[asked])}
          isBusy={act.isPending}
          onConfirm={(reason) => move(asked, reason)}
          onCancel={() => ask(undefined)}
        />
      )}
      <ProblemNotice problem={act.error} />
    </section>
  );
}

const COMMON = ['reasonEquipment', 'reasonAway', 'reasonMeal', 'reasonTraining'] as const;

interface ReasonFormProps {
  readonly act: string;
  readonly isBusy: boolean;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
}

function ReasonForm({ act, isBusy, onConfirm, onCancel }: ReasonFormProps) {
  const t = useWords(messages);
  const id = useId();
  const [reason, setReason] = useState('');
  return (
    <form
      className="ow-hall-reason"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onConfirm(reason.trim());
      }}
    >
      <label htmlFor={id}>{t('reasonFor', { act })}</label>
      <AutoComplete
        id={id}
        ref={(field) => field?.focus()}
        value={reason}
        onChange={setReason}
        showSearch={{ filterOption: stillSuggests }}
        maxLength={200}
        options={COMMON.map((key) => ({ value: t(key) }))}
        aria-describedby={`${id}-hint`}
      />
      <small id={`${id}-hint`}>{t('reasonHint')}</small>
      <div className="ow-hall-acts">
        <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={isBusy}>
          {t('confirm', { act })}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
