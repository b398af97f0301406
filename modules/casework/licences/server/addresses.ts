import {
  findVerificationCode,
  type VerificationCode,
} from '#kernel/documents/verification-code.ts';
import { isCode, normaliseCode } from '#kernel/ids/token.ts';

const VERIFY = '/verify/licence/';
const SHOWN = '/verify/shown/';

const below = (publicUrl: string, path: string) => `${publicUrl.replace(/\/+$/, '')}${path}`;

/** The address on the licence by which anybody checks it. */
export function verifyUrl(publicUrl: string, token: string): string {
  return below(publicUrl, `${VERIFY}${token}`);
}

/** The address in the code that a holder shows. */
export function showingUrl(publicUrl: string, code: string): string {
  return below(publicUrl, `${SHOWN}${code}`);
}

/** The token that a typed code or a scanned address holds. */
export function findToken(text: string): VerificationCode | undefined {
  return findVerificationCode(lastPart(text, VERIFY));
}

/** The one-time code that a typed text or a scanned address holds. */
export function findShownCode(text: string): string | undefined {
  const code = normaliseCode(lastPart(text, SHOWN));
  return isCode(code) ? code : undefined;
}

function lastPart(text: string, path: string): string {
  const at = text.lastIndexOf(path);
  const rest = at < 0 ? text : text.slice(at + path.length);
  return rest.split(/[?#]/)[0] ?? '';
}
