import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';

import { isComplete, isInstalled } from './installed.mjs';
import { withLock } from './lock.mjs';
import { runNpm } from './npm.mjs';
import { diskFull, Failure, withProgress, write } from './say.mjs';

// statfsSync came with Node 18.15.
const { existsSync, readFileSync, rmSync, statfsSync, writeFileSync } = fs;

const STAMP = 'node_modules/.onewindow-installed';
// npm's own record of what it installed, which it writes last.
const RECORD = 'node_modules/.package-lock.json';

// Unpacked the packages take about 0.8 GB; when they replace earlier ones, that space is there already.
const FIRST_BYTES = 1.2e9;
const AGAIN_BYTES = 0.3e9;

const CLEAN = ['ci', '--ignore-scripts'];
// A lock written behind a mirror that lacks packages for other systems: `npm ci` refuses it for want of packages that
// it would not install here. This installs the same versions and leaves the lock as it is.
const LENIENT = ['install', '--no-save', '--ignore-scripts'];

/** Makes node_modules match package-lock.json. Costs one hash when it already does. */
export async function ensureInstalled(root) {
  const wanted = readLockHash(root);
  if (readStamp(root) === wanted) return;
  // Somebody who ran npm themselves need not wait for a second installation.
  if (isInstalled(root)) return writeStamp(root, wanted);
  const onWait = () => write('等待另一个进程完成安装 · Waiting for another process to install …\n');
  await withLock(join(root, '.cache', 'install.lock'), onWait, async () => {
    if (readStamp(root) === wanted) return;
    checkSpace(root);
    await withProgress('安装依赖', 'Installing dependencies', () => install(root));
    writeStamp(root, wanted);
  });
}

async function install(root) {
  // As `npm ci` does: what an interrupted installation left is not built upon.
  rmSync(join(root, 'node_modules'), { recursive: true, force: true });
  try {
    await runNpm(root, isComplete(root) ? CLEAN : LENIENT);
  } catch (error) {
    rmSync(join(root, RECORD), { force: true });
    throw error;
  }
}

// On a full disk npm goes on for minutes, leaves files cut short and reports success.
function checkSpace(root) {
  const { bavail, bsize } = statfsSync?.(root) ?? { bavail: Number.POSITIVE_INFINITY, bsize: 1 };
  const needed = existsSync(join(root, 'node_modules')) ? AGAIN_BYTES : FIRST_BYTES;
  if (bavail * bsize < needed) throw diskFull();
}

function readLockHash(root) {
  try {
    const lock = readFileSync(join(root, 'package-lock.json'));
    return `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}`;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new Failure(
      `“${root}”缺少 package-lock.json，程序不完整。请重新下载。`,
      `"${root}" has no package-lock.json: the program is incomplete. Download it again.`,
    );
  }
}

function readStamp(root) {
  if (!existsSync(join(root, RECORD))) return undefined;
  try {
    return readFileSync(join(root, STAMP), 'utf8');
  } catch {
    return undefined;
  }
}

function writeStamp(root, text) {
  try {
    writeFileSync(join(root, STAMP), text);
  } catch (error) {
    // Installed by an administrator for others to use: they look at the packages each time instead.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  }
}
