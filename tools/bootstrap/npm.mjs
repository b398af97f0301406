import { spawn } from 'node:child_process';
import { basename } from 'node:path';

import { forwardSignals } from './child.mjs';
import { Failure, toFailure } from './say.mjs';

const QUIET = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=warn', '--include=optional'];

/** Runs npm without its noise. Throws a Failure that says what to do, with the end of npm's words, when it fails. */
export async function runNpm(root, args) {
  const [command, ...first] = findNpm();
  const child = spawn(command, [...first, ...args, ...QUIET], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: command === 'npm' && process.platform === 'win32',
  });
  const output = [];
  child.stdout.on('data', (bytes) => output.push(bytes));
  child.stderr.on('data', (bytes) => output.push(bytes));
  const forwarding = forwardSignals(child);
  const ended = await new Promise((resolve) => {
    child.once('error', (error) => resolve({ error }));
    child.once('close', (code) => resolve({ code }));
  });
  forwarding.end();
  const interrupted = forwarding.getExitCode();
  if (interrupted !== undefined) {
    throw new Failure(
      '安装已中断，下次启动会重新安装。',
      'The installation was interrupted; the next start repeats it.',
      { exitCode: interrupted },
    );
  }
  const said = Buffer.concat(output).toString();
  // A file that cannot be written is only a warning to npm.
  if (ended.code !== 0 || said.includes('TAR_ENTRY_ERROR')) throw explain(said, ended.error);
}

// npm tells its scripts where it is; otherwise it is on the path beside Node.
function findNpm() {
  const path = process.env.npm_execpath ?? '';
  return basename(path) === 'npm-cli.js' ? [process.execPath, path] : ['npm'];
}

function explain(output, error) {
  const detail = output.trim().split('\n').slice(-20).join('\n');
  if (error?.code === 'ENOENT') {
    return new Failure(
      '找不到 npm。请安装 Node.js 附带的 npm 后重试。',
      'npm was not found. Install npm, which comes with Node.js, and try again.',
    );
  }
  const code = /\b(ENOSPC|EDQUOT|EACCES|EPERM|EROFS)\b/.exec(output)?.[1];
  const known = toFailure({ code }, detail);
  if (known !== undefined) return known;
  if (
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED)\b/.test(
      output,
    )
  ) {
    return new Failure(
      '无法连接 npm 软件源，依赖没有装全。请检查网络或代理，或用 npm config set registry 换一个软件源后重试。',
      'The npm registry cannot be reached, so dependencies are incomplete. Check the network or proxy, or choose another registry with npm config set registry, and try again.',
      { detail },
    );
  }
  if (/\bEUSAGE\b/.test(output)) {
    return new Failure(
      'package.json 与 package-lock.json 不一致。请运行 npm install --ignore-scripts，或恢复这两个文件后重试。',
      'package.json and package-lock.json do not agree. Run npm install --ignore-scripts, or restore both files, and try again.',
      { detail },
    );
  }
  return new Failure(
    '依赖安装失败，原因见上。请处理后重试，或在程序目录手动运行 npm ci --ignore-scripts。',
    "The installation of dependencies failed; the reason is above. Put it right and try again, or run npm ci --ignore-scripts in the program's folder.",
    { detail },
  );
}
