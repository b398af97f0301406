import { type ReactNode, useEffect, useMemo, useState } from 'react';

import { systemClock } from '#kernel/clock/clock.ts';
import {
  type DeviceSelf,
  type HeartbeatAnswer,
  routes,
  type WaitingOrder,
} from '#modules/registry/devices/contract.ts';
import {
  EnrolPage,
  forgetDeviceKey,
  keepDeviceKey,
  readDeviceKey,
  useHeartbeat,
} from '#modules/registry/devices/web/parts.ts';
import { call } from '#web/client/index.ts';
import { useWords } from '#web/kit/words.ts';

import { deviceLive } from '../live/device-live.ts';
import { shelf } from '../store/shelf.ts';
import { DeviceContext, type DeviceState } from './device-context.ts';
import { LockedNotice, OrderMessage } from './FrameNotices.tsx';
import { messages } from './messages.ts';

import './frame.css';

const SELF = 'device/self';

interface DeviceFrameProps {
  /** Kinds of device that this page is for. */
  readonly kinds: readonly string[];
  readonly children: ReactNode;
}

/**
 * What every page of a hall device stands in: enrolment, heartbeat, orders, lock, one live channel, the server's time.
 * Once it was shown it stays on the screen whatever becomes of the server.
 */
export function DeviceFrame({ kinds, children }: DeviceFrameProps) {
  const [key, setKey] = useState(readDeviceKey);
  if (key === undefined) {
    return (
      <EnrolPage
        onEnrolled={(given) => {
          keepDeviceKey(given);
          setKey(given);
        }}
      />
    );
  }
  return (
    <EnrolledFrame
      key={key}
      deviceKey={key}
      kinds={kinds}
      onForget={() => {
        forgetDeviceKey();
        setKey(undefined);
      }}
    >
      {children}
    </EnrolledFrame>
  );
}

interface EnrolledFrameProps extends DeviceFrameProps {
  readonly deviceKey: string;
  readonly onForget: () => void;
}

function EnrolledFrame({ deviceKey, kinds, onForget, children }: EnrolledFrameProps) {
  const t = useWords(messages);
  const [message, setMessage] = useState<string>();
  const heart = useHeartbeat(deviceKey, async (orders) => {
    for (const order of orders) {
      await obey(order, t(order.act === 'message' ? 'displayed' : 'done'), setMessage);
    }
  });
  const self = useKeptSelf(heart.self);
  const live = deviceLive(deviceKey);
  const now = useServerTime(heart.lastBeat);
  const { beatNow, state } = heart;
  const deviceId = self?.id;
  useEffect(() => {
    if (deviceId === undefined) return undefined;
    return live.follow({ topics: [`device/${deviceId}`], onEvents: beatNow, onReset: beatNow });
  }, [live, deviceId, beatNow]);
  const device = useMemo<DeviceState | undefined>(
    () => self && { self, isOnline: state === 'online', live, now, reportFault },
    [self, state, live, now],
  );
  if (state === 'revoked') {
    return (
      <main className="ow-device-sentence">
        <h1>{t('revoked')}</h1>
        <button type="button" className="ow-hall-button" onClick={onForget}>
          {t('close')}
        </button>
      </main>
    );
  }
  if (!device) {
    return (
      <main className="ow-device-sentence" aria-live="polite">
        <h1>{t(state === 'offline' ? 'offlineNew' : 'starting')}</h1>
      </main>
    );
  }
  const lockReason = heart.lastBeat ? heart.lastBeat.lockReason : device.self.lockReason;
  if (!kinds.includes(device.self.kindCode)) {
    const kind = t.language === 'en' ? device.self.kindNameEn : device.self.kindNameZh;
    return (
      <main className="ow-device-sentence">
        <h1>{t('wrongKind', { kind })}</h1>
      </main>
    );
  }
  return (
    <DeviceContext value={device}>
      {lockReason === null ? children : <LockedNotice reason={lockReason} />}
      {message === undefined ? null : (
        <OrderMessage text={message} onClose={() => setMessage(undefined)} />
      )}
    </DeviceContext>
  );
}

/** Carries an order out and answers it; a message stays until somebody closes it. */
async function obey(
  order: WaitingOrder,
  outcome: string,
  show: (text: string) => void,
): Promise<void> {
  if (order.act === 'message') show(order.text);
  if (order.act === 'self-test') {
    const items = [
      { part: 'network', passed: true, note: '' },
      { part: 'display', passed: screen.width > 0, note: `${screen.width}x${screen.height}` },
    ];
    await call(routes.reportSelfTest, { body: { items }, asksToSignIn: false });
  }
  await call(routes.answerOrder, {
    params: { id: order.id },
    body: { outcome },
    asksToSignIn: false,
  });
  if (order.act === 'restart') globalThis.location.reload();
}

/** A fault that the page found; the same open fault is kept once by the server. */
function reportFault(code: string): void {
  void call(routes.reportOwnFault, { body: { code }, asksToSignIn: false }).catch(() => undefined);
}

/** Who the device is, also before the server has been reached after a reload. */
function useKeptSelf(fresh: DeviceSelf | undefined): DeviceSelf | undefined {
  const [kept, setKept] = useState<DeviceSelf>();
  useEffect(() => {
    if (fresh) void shelf.set(SELF, fresh);
    else void shelf.get(SELF).then((self) => setKept(self as DeviceSelf | undefined));
  }, [fresh]);
  // The heartbeat brings a new object every half minute; only a changed one draws the page anew.
  const text = JSON.stringify(fresh ?? kept);
  return useMemo(() => (text === undefined ? undefined : (JSON.parse(text) as DeviceSelf)), [text]);
}

function useServerTime(beat: HeartbeatAnswer | undefined): () => Date {
  const serverTime = beat?.serverTime;
  return useMemo(() => {
    const ahead =
      serverTime === undefined ? 0 : Date.parse(serverTime) - systemClock.now().getTime();
    return () => new Date(systemClock.now().getTime() + ahead);
  }, [serverTime]);
}
