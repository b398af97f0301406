import { useEffect, useMemo, useRef, useState } from 'react';

import { DeviceFrame, OldNotice } from '#web/devices/frame/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Call, type DeviceHall, USUAL_VOLUME, type WindowNow } from '../../../contract.ts';
import { HallHeader } from '../HallHeader.tsx';
import { messages, type SayHall } from '../messages.ts';
import { ofOwnZone, useHall } from '../use-hall.ts';
import { type CallMemory, createCallMemory } from './call-memory.ts';
import { NoticeStrip } from './NoticeStrip.tsx';
import { useVoice, type Voice } from './use-voice.ts';

import '../hall.css';
import './display.css';

/** 叫号屏: who is called where, the last calls, how many wait, and the voice. */
export function DisplayPage() {
  return (
    <DeviceFrame kinds={['media-player', 'calling-display', 'information-screen']}>
      <Display />
    </DeviceFrame>
  );
}

const LAST_CALLS = 5;
/** A call that is found later than this on the board is not spoken any more. */
const LATE_MS = 60_000;

function Display() {
  const t = useWords(messages);
  const [hall, setHall] = useState<DeviceHall>();
  const voice = useVoice({
    saysYao: hall?.saysYao ?? false,
    saysEnglish: hall?.saysEnglish ?? false,
    volume: hall?.volume ?? USUAL_VOLUME,
  });
  const [memory] = useState(createCallMemory);
  const { say } = voice;
  const kept = useHall((calls, whole) =>
    say(memory.takeNew(whole ? ofOwnZone({ ...whole, calls: [...calls] }).calls : calls)),
  );
  const shown = useMemo(() => kept.value && ofOwnZone(kept.value), [kept.value]);
  if (shown !== hall) setHall(shown);
  useLateCalls(shown, kept.isOld, memory, say);
  return (
    <div className="ow-hall-wide ow-display">
      <HallHeader hall={shown} isTouched={false} />
      <OldNotice kept={kept} />
      <main aria-busy={shown === undefined}>
        <h1 className="ow-only-read">{t('displayTitle')}</h1>
        {shown === undefined ? null : (
          <>
            <Newest calls={shown.calls} />
            <WindowTable windows={shown.windows} calls={shown.calls} />
            <Waiting hall={shown} />
          </>
        )}
      </main>
      <NoticeStrip notices={shown?.notices ?? []} />
      <Spoken voice={voice} />
    </div>
  );
}

/** Calls that came while the live channel was away are seen on the board and said late, those of the last minute. */
function useLateCalls(
  hall: DeviceHall | undefined,
  isOld: boolean,
  memory: CallMemory,
  say: Voice['say'],
): void {
  const hasBegun = useRef(false);
  useEffect(() => {
    if (!hall || isOld) return;
    const missed = memory.takeNew(hall.calls);
    const isFirst = !hasBegun.current;
    hasBegun.current = true;
    if (isFirst) return;
    const age = (call: Call) => Date.parse(hall.at) - Date.parse(call.at);
    say(missed.filter((call) => age(call) < LATE_MS).toReversed());
  }, [hall, isOld, memory, say]);
}

function Newest({ calls }: { readonly calls: readonly Call[] }) {
  const t = useWords(messages);
  const [newest, ...others] = calls.slice(0, LAST_CALLS);
  return (
    <section className="ow-display-calls">
      {newest === undefined ? (
        <p className="ow-display-none">{t('noCalls')}</p>
      ) : (
        <p
          key={`${newest.ticketId}/${newest.times}`}
          className="ow-display-newest"
          data-ticket={newest.number}
        >
          <strong>{newest.number}</strong>
          <span>{t('windowOf', { number: newest.windowNumber })}</span>
        </p>
      )}
      <h2>{t('lastCalls')}</h2>
      <ol>
        {others.map((call) => (
          <li key={call.ticketId}>
            <strong>{call.number}</strong>
            <span>{t('windowOf', { number: call.windowNumber })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const SHOWN_WINDOWS = 18;
const PAGE_MS = 8000;

/** So many windows as fit, the next ones after a while. */
function useTurn(count: number): number {
  const pages = Math.max(1, Math.ceil(count / SHOWN_WINDOWS));
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (pages === 1) return undefined;
    const timer = setInterval(() => setTurn((former) => former + 1), PAGE_MS);
    return () => clearInterval(timer);
  }, [pages]);
  return turn % pages;
}

function WindowTable({
  windows,
  calls,
}: {
  readonly windows: readonly WindowNow[];
  readonly calls: readonly Call[];
}) {
  const t = useWords(messages);
  const newest = calls[0]?.windowId;
  const open = windows.filter(({ state }) => state !== 'offline' && state !== 'closed');
  const all = open.length === 0 ? windows : open;
  const first = useTurn(all.length) * SHOWN_WINDOWS;
  const shown = all.slice(first, first + SHOWN_WINDOWS);
  return (
    <section className="ow-display-windows" data-many={all.length > 12}>
      <h2 className="ow-only-read">{t('window')}</h2>
      <ul>
        {shown.map((window) => (
          <li key={window.id} data-state={window.state} data-newest={window.id === newest}>
            <span className="ow-display-window">{t('windowOf', { number: window.number })}</span>
            <strong>{window.ticketNumber ?? sayState(t, window)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sayState(t: SayHall, window: WindowNow): string {
  switch (window.state) {
    case 'paused':
      return t('paused');
    case 'closed':
      return t('closed');
    case 'offline':
      return t('offlineWindow');
    case 'idle':
    case 'calling':
    case 'serving':
      return '—';
  }
}

const SHOWN_LINES = 6;

/** Where people wait comes first, then lines whose windows are open. */
const inOrder = (lines: DeviceHall['businesses']) =>
  lines
    .toSorted(
      (left, right) =>
        right.waiting - left.waiting ||
        Number(right.openWindows > 0) - Number(left.openWindows > 0),
    )
    .slice(0, SHOWN_LINES);

function Waiting({ hall }: { readonly hall: DeviceHall }) {
  const t = useWords(messages);
  return (
    <section className="ow-display-waiting">
      <h2>{t('waitingBy')}</h2>
      <ul>
        {inOrder(hall.businesses).map((business) => (
          <li key={business.id}>
            <span>
              {business.letter} {t.language === 'en' ? business.nameEn : business.nameZh}
            </span>
            <strong>{t('waiting', { count: business.waiting })}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is being said, for those who do not hear it. */
function Spoken({ voice }: { readonly voice: Voice }) {
  const t = useWords(messages);
  const { now, said } = voice.state;
  return (
    <footer className="ow-display-spoken">
      <output aria-label={t('saying')} data-said={said.at(-1)?.sentence ?? ''}>
        {now === undefined ? '' : now.sentence}
      </output>
      {now === undefined ? <span>{t('listen')}</span> : null}
      <ol className="ow-only-read" data-spoken>
        {said.map((utterance) => (
          <li key={utterance.serial} lang={utterance.language}>
            {utterance.sentence}
          </li>
        ))}
      </ol>
      {voice.volume === 0 ? <span>{t('quiet')}</span> : null}
      {voice.isAudible ? null : (
        <button type="button" onClick={voice.wake}>
          {t('muted')}
        </button>
      )}
    </footer>
  );
}
