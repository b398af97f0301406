import { setTimeout as pause } from 'node:timers/promises';

import { systemActor } from '#kernel/access/system-actor.ts';
import { hashPassword, verifyPassword } from '#kernel/crypto/password.ts';

import { openBenchApp } from './bench-app.ts';
import { startChild } from './child.ts';
import { percentile } from './statistics.ts';
import type { BenchContext, Figure, Workload } from './workload.ts';

const STAFF = 500;
const PASSWORD = 'Tk7-mubre-Olive';
const OTHERS_EVERY_MS = 100;

/** A Monday morning: everybody signs in in the same second, from their own machines. */
export const signInHerd: Workload = {
  name: 'sign-in-herd',
  title: '500 of the staff sign in by password at once, while others are served',
  run: async (context) => {
    const count = Math.max(20, Math.round(STAFF * context.scale));
    await addStaff(context, count);
    const bareSeconds = await measureBare(count);
    const server = await startChild('./herd-server.ts', context.connection);
    try {
      return await signInTogether(server.ready, count, bareSeconds, context.say);
    } finally {
      await server.stop();
    }
  },
};

async function addStaff({ database }: BenchContext, count: number): Promise<void> {
  const app = await openBenchApp(database);
  const oneTimePasswordHash = await hashPassword(PASSWORD);
  await database.transaction(async (tx) => {
    for (let number = 0; number < count; number += 1)
      app.running.access.createAccount(tx, systemActor(1, 'bench'), {
        kind: 'staff',
        loginName: `herd-${number}`,
        displayName: `演示 ${number}`,
        oneTimePasswordHash,
      });
  });
  await database.pool.query('UPDATE kernel.account SET must_change_password = false');
  await app.close();
}

/** What the passwords alone cost this machine. */
async function measureBare(count: number): Promise<number> {
  const hash = await hashPassword(PASSWORD);
  const begun = performance.now();
  await Promise.all(Array.from({ length: count }, () => verifyPassword(PASSWORD, hash)));
  return (performance.now() - begun) / 1000;
}

interface Answer {
  readonly status: number;
  readonly ms: number;
}

async function signIn(base: string, number: number): Promise<Answer> {
  const begun = performance.now();
  const status = await fetch(`${base}/api/v1/session`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `10.1.${number >> 8}.${number & 255}`,
    },
    body: JSON.stringify({ loginName: `herd-${number}`, password: PASSWORD }),
  }).then(
    async (answer) => {
      const { signedIn } = (await answer.json()) as { signedIn?: boolean };
      return answer.status === 200 && signedIn !== true ? 0 : answer.status;
    },
    () => 0,
  );
  return { status, ms: performance.now() - begun };
}

async function signInTogether(
  base: string,
  count: number,
  bareSeconds: number,
  say: (line: string) => void,
): Promise<Figure[]> {
  say(`${count} sign-ins; the passwords alone take ${bareSeconds.toFixed(1)} s here`);
  const ending = new AbortController();
  const others = serveOthers(base, ending.signal);
  const begun = performance.now();
  const answers = await Promise.all(
    Array.from({ length: count }, (_, number) => signIn(base, number)),
  );
  const seconds = (performance.now() - begun) / 1000;
  ending.abort();
  const served = await others;
  const times = answers.map(({ ms }) => ms / 1000);
  const none = { atMost: 0 };
  return [
    {
      what: 'without an answer',
      value: answers.filter(({ status }) => status === 0).length,
      unit: '',
      gate: none,
    },
    {
      what: 'refused though the password was right',
      value: answers.filter(({ status }) => status !== 0 && status !== 200).length,
      unit: '',
      gate: none,
    },
    { what: 'until signed in, median', value: percentile(times, 50), unit: 's' },
    { what: 'until signed in, p99', value: percentile(times, 99), unit: 's' },
    {
      what: 'all of it, ratio to the passwords alone',
      value: seconds / bareSeconds,
      unit: '',
      gate: { atMost: 2 },
    },
    {
      what: 'others refused meanwhile',
      value: served.filter(({ status }) => status !== 200).length,
      unit: '',
      gate: none,
    },
    {
      what: 'others served meanwhile, p99',
      value: percentile(
        served.map(({ ms }) => ms),
        99,
      ),
      unit: 'ms',
      gate: { atMost: 1000 },
    },
  ];
}

/** Somebody else asks for what needs the database, again and again. */
async function serveOthers(base: string, signal: AbortSignal): Promise<Answer[]> {
  const answers: Answer[] = [];
  while (!signal.aborted) {
    const begun = performance.now();
    const { status } = await fetch(`${base}/readyz`).catch(() => ({ status: 0 }));
    answers.push({ status, ms: performance.now() - begun });
    await pause(OTHERS_EVERY_MS);
  }
  return answers;
}
