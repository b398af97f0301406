import { currentLanguage } from '../kit/language.tsx';
import { ApiProblem, clientProblem, clientProblems, readProblem } from './problem.ts';

/** A request as it goes over the wire. */
export interface Sending {
  readonly method: string;
  readonly address: string;
  readonly body?: unknown;
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly asksToSignIn?: boolean | undefined;
}

let csrfToken: string | undefined;
let askToSignIn: (() => Promise<boolean>) | undefined;
let asking: Promise<boolean> | undefined;

/** Keeps the token that every write of this page repeats; the session's answer brings it. */
export function rememberCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** Who asks the person to sign in again when the session has ended; true when they did. */
export function onSessionEnded(ask: (() => Promise<boolean>) | undefined): void {
  askToSignIn = ask;
}

/** The headers of this page's requests. */
export function headersFor(sending: Sending): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json;q=0.9, */*;q=0.5',
    'accept-language': currentLanguage(),
    ...(sending.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(sending.method === 'GET' || csrfToken === undefined ? {} : { 'x-csrf-token': csrfToken }),
    ...(sending.idempotencyKey === undefined ? {} : { 'idempotency-key': sending.idempotencyKey }),
  };
}

/** Sends, repeats what may be repeated, and asks for a new sign-in when the session has ended. */
export async function send(sending: Sending): Promise<Response> {
  try {
    return await sendPatiently(sending);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401 || sending.asksToSignIn === false)
      throw error;
    if (!(await signInAgain())) throw error;
    return sendPatiently(sending);
  }
}

/** All calls that were refused wait for the same dialog. */
export async function signInAgain(): Promise<boolean> {
  if (!askToSignIn) return false;
  asking ??= askToSignIn().finally(() => {
    asking = undefined;
  });
  return asking;
}

const PAUSES_MS = [300, 1200];
const WORTH_REPEATING: ReadonlySet<number> = new Set([0, 502, 503, 504]);

async function sendPatiently(sending: Sending): Promise<Response> {
  const mayRepeat = sending.method === 'GET' || sending.idempotencyKey !== undefined;
  for (const pause of mayRepeat ? PAUSES_MS : []) {
    try {
      return await sendOnce(sending);
    } catch (error) {
      if (!(error instanceof ApiProblem) || !WORTH_REPEATING.has(error.status)) throw error;
      await wait(pause, sending.signal);
    }
  }
  return sendOnce(sending);
}

async function sendOnce(sending: Sending): Promise<Response> {
  const answer = await reach(sending);
  if (answer.ok) return answer;
  throw readProblem(answer.status, await readJson(answer));
}

async function reach(sending: Sending): Promise<Response> {
  try {
    return await fetch(sending.address, {
      method: sending.method,
      headers: headersFor(sending),
      credentials: 'same-origin',
      redirect: 'error',
      ...(sending.body === undefined ? {} : { body: JSON.stringify(sending.body) }),
      ...(sending.signal === undefined ? {} : { signal: sending.signal }),
    });
  } catch (error) {
    sending.signal?.throwIfAborted();
    throw clientProblem(clientProblems.offline, error);
  }
}

async function readJson(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    return undefined;
  }
}

async function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new DOMException('Stopped', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
