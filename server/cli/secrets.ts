import { makeSecrets } from '#kernel/config/secrets.ts';

import { createTerminal } from './terminal.ts';

/** Prints fresh secrets, as lines of an environment file. */
export function printSecrets({ json }: { readonly json: boolean }): void {
  const terminal = createTerminal(json);
  const made = makeSecrets();
  const named = {
    FIELD_KEYS: made.fieldKeys,
    SESSION_KEY: made.sessionKey,
    SIGNING_KEY: made.signingKey,
    OIDC_CLIENT_SECRET: made.oidcClientSecret,
  };
  for (const [name, value] of Object.entries(named)) terminal.say(`${name}=${value}`);
  terminal.result(named);
}
