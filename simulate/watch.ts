import { z } from 'zod';

import { SCREEN_PATH } from './centre/screen.ts';
import { type Centre, enrolDevices } from './play/centre.ts';
import type { Requests } from './play/requests.ts';
import type { Progress } from './progress.ts';

const Greeting = z.object({
  url: z.string(),
  accounts: z.array(z.object({ loginName: z.string(), password: z.string() })),
});

/** Says where to look on, and as whom. */
export async function invite(
  progress: Progress,
  greeting: string,
  { centre, requests }: { readonly centre: Centre; readonly requests: Requests },
): Promise<void> {
  const { url, accounts } = Greeting.parse(JSON.parse(greeting));
  const hall = centre.lines.find(({ isDistrict }) => isDistrict)?.siteId;
  const manager = centre.pose('device-manager');
  const [screen] = await enrolDevices(
    requests,
    manager,
    'media-player',
    ({ siteId }) => siteId === hall,
  );
  progress.say(`  驾驶舱 cockpit   ${url}/console/hall/live`);
  if (screen !== undefined)
    progress.say(`  叫号屏 display   ${url}${SCREEN_PATH}?key=${screen.deviceKey}`);
  progress.say(`  公众 public      ${url}/queue`);
  for (const { loginName, password } of accounts)
    progress.say(`  登录 sign in     ${loginName}  ${password}  （一次性密码 one-time password）`);
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const INTERRUPTED = 130;

/** Whoever interrupts a day leaves nothing behind: neither a database server nor its folder. */
export function heedInterruption(close: () => Promise<void>): { readonly end: () => void } {
  const give = () => {
    end();
    void close().finally(() => process.exit(INTERRUPTED));
  };
  const end = () => {
    for (const signal of SIGNALS) process.off(signal, give);
  };
  for (const signal of SIGNALS) process.once(signal, give);
  return { end };
}

const HOUR = 3_600_000;

/** The hall stays as the day has left it until somebody has seen enough. */
export async function onceInterrupted(progress: Progress): Promise<void> {
  progress.say('  一日已结束，按 Ctrl-C 关闭 The day is over; press Ctrl-C to close');
  const still = setInterval(() => undefined, HOUR);
  await new Promise((resolve) => {
    for (const signal of SIGNALS) process.once(signal, resolve);
  });
  clearInterval(still);
}
