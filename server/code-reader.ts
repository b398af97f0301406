import { createCodeReader, type ReadCode } from '#modules/registry/parties/index.ts';

import { STANDIN_IDENTITY_PATH } from './kernel-parts.ts';
import type { Foundation } from './kernel.ts';

/** The service that says who shows a code: the configured one, or the stand-in of a demonstration. */
export function codeReader({ config, secrets }: Foundation): ReadCode | undefined {
  const { codeReaderUrl, identity, mode, http } = config;
  if (codeReaderUrl !== undefined)
    return createCodeReader({
      url: codeReaderUrl,
      token: secrets.gatewayToken ?? '',
      issuer: identity.issuer ?? codeReaderUrl,
    });
  if (mode === 'production' || identity.issuer !== undefined) return undefined;
  const issuer = `${http.publicUrl}${STANDIN_IDENTITY_PATH}`;
  return createCodeReader({ url: `${issuer}/codes`, token: secrets.oidcClientSecret, issuer });
}
