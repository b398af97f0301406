import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

import { localeOf } from '#kernel/http/locale.ts';

import type { Codes } from './codes.ts';
import { codesPage } from './pages/codes.ts';
import type { ListPeople } from './person.ts';
import { securityPolicy } from './provider.ts';

const BODY_LIMIT = 2 * 1024;

export interface CodesDeps {
  readonly codes: Codes;
  readonly people: ListPeople;
  /** The reader shows this as its bearer token. */
  readonly secret: string;
}

/** The page on which imagined people show their codes, and the service that reads one (docs/reference/code-reader.md). */
export async function answerCodes(
  { codes, people, secret }: CodesDeps,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  if (req.method === 'GET') {
    const shown = (await people()).map((person) => ({ person, code: codes.show(person) }));
    res.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': securityPolicy([]),
      'cache-control': 'no-store',
    });
    res.end(codesPage(localeOf(req.headers), shown));
    return;
  }
  const answer = await readCode(codes, secret, req);
  res.writeHead(answer.status, { 'content-type': 'application/json' });
  res.end(JSON.stringify(answer.body));
}

async function readCode(codes: Codes, secret: string, req: IncomingMessage) {
  if (req.method !== 'POST') return { status: 405, body: {} };
  if (req.headers.authorization !== `Bearer ${secret}`) return { status: 401, body: {} };
  if (Number(req.headers['content-length'] ?? Number.NaN) > BODY_LIMIT)
    return { status: 413, body: {} };
  const reading = await codes.read(toCode(await text(req)));
  return reading === undefined ? { status: 404, body: {} } : { status: 200, body: reading };
}

function toCode(body: string): string {
  try {
    const { code } = JSON.parse(body) as { code?: unknown };
    return typeof code === 'string' ? code : '';
  } catch {
    return '';
  }
}
