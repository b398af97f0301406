import { useId, useState } from 'react';

import { addressOf, useAct } from '#web/client/index.ts';
import {
  Action,
  ActionLink,
  Card,
  formatDay,
  formatInstant,
  Notice,
  ProblemNotice,
  useLanguage,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type MakerSet, routes, sealKinds } from '../../contract.ts';
import { SealCards } from '../parts/SealCards.tsx';
import { SetTag } from '../parts/SetTag.tsx';
import { messages } from './messages.ts';

/** One set as its maker works it: what to cut, by when, and the next step. */
export function MakerCard({ set }: { readonly set: MakerSet }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const { id, answerBy, dueOn } = set;
  return (
    <Card>
      <div className="ow-seal-head">
        <h2>{set.firmName}</h2>
        <SetTag set={set} />
      </div>
      <dl className="ow-seal-facts">
        <div>
          <dt>{t('number')}</dt>
          <dd>{set.number}</dd>
        </div>
        <div>
          <dt>{t('due')}</dt>
          <dd>{dueOn === null ? '' : formatDay(dueOn, language)}</dd>
        </div>
      </dl>
      {set.state === 'dispatched' && answerBy !== null ? (
        <Notice tone="busy" title={t('answerBy', { time: formatInstant(answerBy, language) })} />
      ) : null}
      {set.remakeReason === '' ? null : (
        <Notice tone="warn" title={t('remakeReason', { reason: set.remakeReason })} />
      )}
      <SealCards
        seals={set.seals}
        address={(kind) => addressOf(routes.drawForMaker, { params: { id, kind } })}
      />
      <NextStep set={set} />
    </Card>
  );
}

function NextStep({ set }: { readonly set: MakerSet }) {
  const t = useWords(messages);
  const [asked, ask] = useState<'decline' | 'file' | undefined>(undefined);
  const accept = useAct(routes.acceptSet);
  const engrave = useAct(routes.engraveSet);
  const handOver = useAct(routes.handOverSet);
  const input = { params: { id: set.id }, body: { version: set.version } };
  const has = (act: MakerSet['acts'][number]) => set.acts.includes(act);
  if (asked === 'decline') return <DeclineForm set={set} onDone={() => ask(undefined)} />;
  if (asked === 'file') return <FilingForm set={set} onDone={() => ask(undefined)} />;
  return (
    <>
      <ProblemNotice problem={accept.error ?? engrave.error ?? handOver.error} />
      <div className="ow-sheet-actions">
        {has('accept') ? (
          <Action look="strong" isBusy={accept.isPending} onPress={() => accept.mutate(input)}>
            {t('accept')}
          </Action>
        ) : null}
        {has('file') ? (
          <Action look="strong" onPress={() => ask('file')}>
            {t('file')}
          </Action>
        ) : null}
        {has('engrave') ? (
          <Action look="strong" isBusy={engrave.isPending} onPress={() => engrave.mutate(input)}>
            {t('engrave')}
          </Action>
        ) : null}
        {has('hand-over') ? (
          <Action look="strong" isBusy={handOver.isPending} onPress={() => handOver.mutate(input)}>
            {t('handOver')}
          </Action>
        ) : null}
        {has('decline') ? <Action onPress={() => ask('decline')}>{t('decline')}</Action> : null}
        <ActionLink href={addressOf(routes.printForMaker, { params: { id: set.id } })}>
          {t('proof')}
        </ActionLink>
      </div>
    </>
  );
}

interface FormProps {
  readonly set: MakerSet;
  readonly onDone: () => void;
}

function DeclineForm({ set, onDone }: FormProps) {
  const t = useWords(messages);
  const id = useId();
  const [reason, setReason] = useState('');
  const decline = useAct(routes.declineSet, { onDone });
  return (
    <form
      className="ow-plain-form"
      onSubmit={(event) => {
        event.preventDefault();
        decline.mutate({ params: { id: set.id }, body: { version: set.version, reason } });
      }}
    >
      <div className="ow-plain-field">
        <label htmlFor={id}>{t('declineReason')}</label>
        <input
          id={id}
          required
          minLength={2}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <ProblemNotice problem={decline.error} />
      <div className="ow-sheet-actions">
        <Action look="strong" submits isBusy={decline.isPending}>
          {t('decline')}
        </Action>
        <Action onPress={onDone}>{t('cancel')}</Action>
      </div>
    </form>
  );
}

function FilingForm({ set, onDone }: FormProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const id = useId();
  const wanted = set.seals.filter(({ filedNumber }) => filedNumber === null);
  const [numbers, setNumbers] = useState<Readonly<Record<string, string>>>({});
  const file = useAct(routes.fileSet, { onDone });
  return (
    <form
      className="ow-plain-form"
      onSubmit={(event) => {
        event.preventDefault();
        file.mutate({
          params: { id: set.id },
          body: {
            version: set.version,
            numbers: wanted.map(({ kind }) => ({ kind, number: numbers[kind] ?? '' })),
          },
        });
      }}
    >
      <p>{t('fileHint')}</p>
      <div className="ow-seal-numbers">
        {wanted.map(({ kind }) => (
          <div key={kind} className="ow-plain-field">
            <label htmlFor={`${id}-${kind}`}>{say(sealKinds[kind].title)}</label>
            <input
              id={`${id}-${kind}`}
              required
              inputMode="numeric"
              autoComplete="off"
              maxLength={20}
              value={numbers[kind] ?? ''}
              onChange={(event) => setNumbers({ ...numbers, [kind]: event.target.value })}
            />
          </div>
        ))}
      </div>
      <ProblemNotice problem={file.error} />
      <div className="ow-sheet-actions">
        <Action look="strong" submits isBusy={file.isPending}>
          {t('send')}
        </Action>
        <Action onPress={onDone}>{t('cancel')}</Action>
      </div>
    </form>
  );
}
