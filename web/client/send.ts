import { accessProblems } from '#kernel/access/contract-problems.ts';
import type { Admission } from '#kernel/http/contract.ts';
import { commonProblems } from '#kernel/problems/contract.ts';

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
  /** Who may call the route: on a machine that visitors share it says in whose name the request goes. */
  readonly admission?: Admission | undefined;
}

/** A machine of the centre that visitors use one after the other. */
export interface SharedMachine {
  /** The permissions of the machine itself; every other request goes in the name of the visitor, or of nobody. */
  readonly ownActs: ReadonlySet<string>;
  /** Beginnings of public addresses that it asks in its own name while nobody has signed in. */
  readonly ownPlaces: readonly string[];
  /** The visitor's session, in memory only; undefined while nobody has signed in. */
  readonly visitor: string | undefined;
}

type Ask = () => Promise<boolean>;

let csrfToken: string | undefined;
let deviceKey: string | undefined;
let shared: SharedMachine | undefined;
let askToSignIn: Ask | undefined;
let askForProof: Ask | undefined;
const asking = new Map<Ask, Promise<boolean>>();

/** Keeps the token that every write of this page repeats; the session's answer brings it. */
export function rememberCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** Keeps the key by which a device is known; it goes with every request of the page. */
export function rememberDeviceKey(key: string | undefined): void {
  deviceKey = key;
}

/** Says that visitors share this machine, and who uses it now; undefined for a machine of one's own. */
export function rememberSharedMachine(machine: SharedMachine | undefined): void {
  shared = machine;
}

/** Who asks the person to sign in again when the session has ended; true when they did. */
export function onSessionEnded(ask: Ask | undefined): void {
  askToSignIn = ask;
}

/** Who asks the person to prove once more who they are before a sensitive act; true when they did. */
export function onProofNeeded(ask: Ask | undefined): void {
  askForProof = ask;
}

/** The headers of this page's requests. */
export function headersFor(sending: Sending): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json;q=0.9, */*;q=0.5',
    'accept-language': currentLanguage(),
    ...(sending.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(sending.method === 'GET' || csrfToken === undefined ? {} : { 'x-csrf-token': csrfToken }),
    ...identityOf(sending),
    ...(sending.idempotencyKey === undefined ? {} : { 'idempotency-key': sending.idempotencyKey }),
  };
}

function identityOf({ admission, address }: Sending): Record<string, string> {
  if (deviceKey === undefined) return {};
  const authorization = `Bearer ${deviceKey}`;
  const isOwn = typeof admission === 'object' && shared?.ownActs.has(admission.name) === true;
  if (shared === undefined || isOwn) return { authorization };
  if (shared.visitor !== undefined) return { authorization, 'x-visitor': shared.visitor };
  return shared.ownPlaces.some((place) => address.startsWith(place)) ? { authorization } : {};
}

/** Sends, repeats what may be repeated, and asks the person when the session has ended or a proof is due. */
export async function send(sending: Sending): Promise<Response> {
  try {
    return await sendPatiently(sending);
  } catch (error) {
    if (sending.asksToSignIn === false || !(await askPerson(error))) throw error;
    return sendPatiently(sending);
  }
}

/** Whether the person removed the reason of a refusal. All calls that were refused wait for the same dialog. */
export async function askPerson(error: unknown): Promise<boolean> {
  const ask = findAsk(error);
  if (!ask) return false;
  const open = asking.get(ask) ?? ask();
  asking.set(ask, open);
  try {
    return await open;
  } finally {
    asking.delete(ask);
  }
}

function findAsk(error: unknown): Ask | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  if (error.is(commonProblems.notSignedIn)) return askToSignIn;
  return error.is(accessProblems.proofNeeded) ? askForProof : undefined;
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
