import type { Command } from 'commander';

import { makeSecrets } from '#kernel/config/secrets.ts';

import { createTerminal } from './terminal.ts';

export function addSecretsCommand(program: Command): void {
  program
    .command('secrets')
    .description('生成正式环境所需的密钥 / make the secrets that production needs')
    .action(() => {
      const terminal = createTerminal(program.opts<{ json: boolean }>().json);
      const made = makeSecrets();
      const named = {
        FIELD_KEYS: made.fieldKeys,
        SESSION_KEY: made.sessionKey,
        SIGNING_KEY: made.signingKey,
        OIDC_CLIENT_SECRET: made.oidcClientSecret,
      };
      for (const [name, value] of Object.entries(named)) terminal.say(`${name}=${value}`);
      terminal.result(named);
    });
}
