import { useEffect, useMemo, useRef, useState } from 'react';

import { DeviceFrame, OldNotice, Simulator } from '#web/devices/frame/index.ts';
import { readSetting, writeSetting } from '#web/kit/settings.ts';
import { useWords } from '#web/kit/words.ts';

import type { Call, DeviceHall, WindowNow } from '../../../contract.ts';
import { HallHeader } from '../HallHeader.tsx';
import { messages, type SayHall } from '../messages.ts';
import { ofOwnZone, useHall } from '../use-hall.ts';
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

const ENGLISH = 'display.english';
const LAST_CALLS = 5;

function Display() {
  const t = useWords(messages);
  const [saysEnglish, setEnglish] = useState(() => readSetting(ENGLISH) === 'on');
  const [saysYao, setYao] = useState(false);
  const voice = useVoice({ saysYao, saysEnglish });
  const kept = useHall((calls, whole) => voice.say(whole ? ofZone(calls, whole) : calls));
  const whole = kept.value;
  const hall = useMemo(() => whole && ofOwnZone(whole), [whole]);
  const yao = hall?.saysYao ?? false;
  if (yao !== saysYao) setYao(yao);
  useLateCalls(hall, kept.isOld, voice);
  return (
    <div className="ow-hall-wide ow-display">
      <HallHeader hall={hall} isTouched={false} />
      <OldNotice kept={kept} />
      <main aria-busy={hall === undefined}>
        {hall === undefined ? null : (
          <>
            <Newest calls={hall.calls} />
            <WindowTable windows={hall.windows} calls={hall.calls} />
            <Waiting hall={hall} />
          </>
        )}
      </main>
      <Spoken voice={voice} />
      <Simulator>
        <label>
          <input
            type="checkbox"
            checked={saysEnglish}
            onChange={(event) => {
              setEnglish(event.target.checked);
              writeSetting(ENGLISH, event.target.checked ? 'on' : 'off');
            }}
          />{' '}
          {t('englishToo')}
        </label>
      </Simulator>
    </div>
  );
}

/** The calls that this screen is to speak. */
function ofZone(calls: readonly Call[], hall: DeviceHall): readonly Call[] {
  return ofOwnZone({ ...hall, calls: [...calls] }).calls;
}

/** Calls that came while the live channel was away are seen on the board and said late, those of the last minute. */
function useLateCalls(hall: DeviceHall | undefined, isOld: boolean, voice: Voice): void {
  const known = useRef<Set<string> | undefined>(undefined);
  const { say } = voice;
  useEffect(() => {
    if (!hall || isOld) return;
    const keys = hall.calls.map(({ ticketId, times }) => `${ticketId}/${times}`);
    const before = known.current;
    known.current = new Set(keys);
    if (!before) return;
    const missed = hall.calls.filter(
      (call) =>
        !before.has(`${call.ticketId}/${call.times}`) &&
        Date.parse(hall.at) - Date.parse(call.at) < 60_000,
    );
    say(missed.toReversed());
  }, [hall, isOld, say]);
}

function Newest({ calls }: { readonly calls: readonly Call[] }) {
  const t = useWords(messages);
  const [newest, ...others] = calls.slice(0, LAST_CALLS);
  return (
    <section className="ow-display-calls">
      <h1 className="ow-only-read">{t('displayTitle')}</h1>
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

function Waiting({ hall }: { readonly hall: DeviceHall }) {
  const t = useWords(messages);
  return (
    <section className="ow-display-waiting">
      <h2>{t('waitingBy')}</h2>
      <ul>
        {hall.businesses.slice(0, 6).map((business) => (
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
