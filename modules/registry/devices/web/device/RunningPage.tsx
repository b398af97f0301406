import { useState } from 'react';

import { call } from '#web/client/index.ts';
import { formatTime } from '#web/kit/format.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import { type DeviceSelf, routes, type SelfTestItem, type WaitingOrder } from '../../contract.ts';
import { FaultButtons } from './FaultButtons.tsx';
import { messages } from './messages.ts';
import { partsOf, type SimulatedPart, type Simulation, testSelf } from './self-test.ts';
import { useHeartbeat } from './use-heartbeat.ts';

const ALL_WORK: Simulation = { printer: true, 'card-reader': true, speaker: true };

interface RunningPageProps {
  readonly deviceKey: string;
  readonly onForget: () => void;
}

/** An enrolled device: its state for those who stand before it, and its hardware or the simulator of it. */
export function RunningPage({ deviceKey, onForget }: RunningPageProps) {
  const t = useWords(messages);
  const [message, setMessage] = useState<string>();
  const [simulation, simulate] = useState(ALL_WORK);
  const [tested, setTested] = useState<readonly SelfTestItem[]>([]);
  const test = async (self: DeviceSelf): Promise<string> => {
    const items = testSelf(self.kindCode, simulation);
    setTested(items);
    await call(routes.reportSelfTest, { body: { items }, asksToSignIn: false });
    const failed = items.filter((item) => !item.passed).map((item) => item.part);
    return failed.length === 0
      ? t('testedPassed')
      : t('testedFailed', { parts: failed.join(', ') });
  };
  const obey = async (order: WaitingOrder, self: DeviceSelf): Promise<void> => {
    if (order.act === 'message') setMessage(order.text);
    const outcome =
      order.act === 'self-test' ? await test(self) : t(order.act === 'message' ? 'shown' : 'done');
    await call(routes.answerOrder, {
      params: { id: order.id },
      body: { outcome },
      asksToSignIn: false,
    });
    if (order.act === 'restart') globalThis.location.reload();
  };
  const heart = useHeartbeat(deviceKey, async (orders, self) => {
    for (const order of orders) await obey(order, self);
  });
  const { self, state, lastBeat } = heart;
  return (
    <main className="ow-device" aria-live="polite">
      <Banner state={state} />
      {self === undefined ? null : <Who self={self} at={lastBeat?.serverTime} />}
      {lastBeat?.lockReason == null ? null : (
        <section className="ow-device-locked" role="alert">
          <h2>{t('locked')}</h2>
          <p>{lastBeat.lockReason}</p>
        </section>
      )}
      {message === undefined ? null : (
        <section className="ow-device-message" role="alert">
          <h2>{t('message')}</h2>
          <p>{message}</p>
          <button type="button" onClick={() => setMessage(undefined)}>
            {t('closeMessage')}
          </button>
        </section>
      )}
      {state === 'revoked' ? (
        <button type="button" onClick={onForget}>
          {t('enrol')}
        </button>
      ) : null}
      {self === undefined ? null : (
        <>
          <SelfTest items={tested} onTest={() => void test(self)} />
          <FaultButtons self={self} />
          <Simulator kindCode={self.kindCode} simulation={simulation} onChange={simulate} />
        </>
      )}
    </main>
  );
}

function Banner({ state }: { readonly state: 'connecting' | 'online' | 'offline' | 'revoked' }) {
  const t = useWords(messages);
  return (
    <output className="ow-device-banner" data-state={state}>
      {t(state)}
    </output>
  );
}

function Who({ self, at }: { readonly self: DeviceSelf; readonly at: string | undefined }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const isEnglish = t.language === 'en';
  return (
    <header>
      <h1>{isEnglish ? self.kindNameEn : self.kindNameZh}</h1>
      <p className="ow-device-number">{self.assetNo}</p>
      <p>
        {t('place', {
          site: isEnglish ? self.siteNameEn : self.siteNameZh,
          zone: isEnglish ? self.zoneNameEn : self.zoneNameZh,
        })}{' '}
        {self.windowNumber === null ? '' : t('window', { number: self.windowNumber })}
      </p>
      {at === undefined ? null : <p>{t('lastBeat', { time: formatTime(at, language) })}</p>}
    </header>
  );
}

function SelfTest({
  items,
  onTest,
}: {
  readonly items: readonly SelfTestItem[];
  readonly onTest: () => void;
}) {
  const t = useWords(messages);
  const known = ['network', 'display', 'storage', 'printer', 'card-reader', 'speaker'] as const;
  return (
    <section>
      <h2>{t('selfTest')}</h2>
      <ul className="ow-device-parts">
        {known.flatMap((part) => {
          const item = items.find((candidate) => candidate.part === part);
          if (item === undefined) return [];
          return [
            <li key={part} data-passed={item.passed}>
              {item.passed ? '✓' : '✗'} {t(`part.${part}`)} {t(item.passed ? 'passed' : 'failed')}
            </li>,
          ];
        })}
      </ul>
      <button type="button" onClick={onTest}>
        {t('runTest')}
      </button>
    </section>
  );
}

interface SimulatorProps {
  readonly kindCode: string;
  readonly simulation: Simulation;
  readonly onChange: (simulation: Simulation) => void;
}

function Simulator({ kindCode, simulation, onChange }: SimulatorProps) {
  const t = useWords(messages);
  const parts = partsOf(kindCode);
  if (parts.length === 0) return null;
  const toggle = (part: SimulatedPart) => onChange({ ...simulation, [part]: !simulation[part] });
  return (
    <section className="ow-device-simulator">
      <h2>{t('simulator')}</h2>
      <p>{t('simulatorHint')}</p>
      {parts.map((part) => (
        <button
          key={part}
          type="button"
          aria-pressed={!simulation[part]}
          onClick={() => toggle(part)}
        >
          {t(simulation[part] ? 'works' : 'broken', { part: t(`part.${part}`) })}
        </button>
      ))}
    </section>
  );
}
