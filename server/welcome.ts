import type { OpenedAccount } from '#kernel/access/index.ts';

import type { Terminal } from './cli/terminal.ts';

const SURFACES = [
  ['公众 Public', '/'],
  ['工作人员 Staff', '/desk'],
  ['管理 Console', '/console'],
  ['设备 Device', '/hall/device'],
  ['接口 API', '/api/docs'],
] as const;

/** Prints where to go and how to get in. */
export function sayWelcome(
  terminal: Terminal,
  url: string,
  accounts: readonly OpenedAccount[],
): void {
  terminal.say('');
  terminal.table(SURFACES.map(([name, path]) => [name, `${url}${path}`]));
  if (accounts.length > 0) {
    terminal.say(
      '\n  演示账号（一次性密码，首次登录须修改） Demonstration accounts (one-time passwords, changed at first sign-in)\n',
    );
    terminal.table([
      ['账号 login', '密码 password', '人员 person', '角色 role'],
      ...accounts.map((account) => [
        account.loginName,
        account.password,
        account.displayName,
        `${account.roleZh} ${account.roleEn}`,
      ]),
    ]);
  }
  terminal.say('\n  按 Ctrl-C 停止 Press Ctrl-C to stop\n');
  terminal.result({
    url,
    surfaces: Object.fromEntries(SURFACES.map(([name, path]) => [name, `${url}${path}`])),
    accounts,
  });
}
