import { isIP } from 'node:net';

import { siteOrigin } from '../rules/site-origin.ts';

/** For whom passkeys are made: a domain, and the origin at which they are used. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/**
 * The relying party (WebAuthn) of a request. Undefined where passkeys cannot work: at an IP address, or
 * without TLS.
 */
export function toRelyingParty(publicUrl: string, host: string): RelyingParty | undefined {
  const url = new URL(siteOrigin(publicUrl, host));
  const isSecure = url.protocol === 'https:' || url.hostname === 'localhost';
  if (!isSecure || isIP(url.hostname) !== 0 || url.hostname.startsWith('[')) return undefined;
  return { id: url.hostname, origin: url.origin };
}
