import { writeSync } from 'node:fs';

/** Something the person at the keyboard can put right. Both sentences say how. */
export class Failure extends Error {
  constructor(zh, en, { detail = '', exitCode = 1 } = {}) {
    super(en);
    this.zh = zh;
    this.en = en;
    this.detail = detail;
    this.exitCode = exitCode;
  }
}

/** Shows why it did not work and sets the exit code. */
export function fail(error) {
  if (error instanceof Failure) {
    if (error.detail !== '') write(`${error.detail}\n\n`);
    write(`${error.zh}\n${error.en}\n`);
    process.exitCode = error.exitCode;
  } else {
    const failure = toFailure(error);
    if (failure !== undefined) return fail(failure);
    write(`${error?.stack ?? error}\n`);
    process.exitCode = 1;
  }
}

/** The sentence for a failure of the file system or of npm's, by its code; undefined for any other. */
export function toFailure(error, detail = '') {
  const code = error?.code;
  const path = error?.path ?? '';
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return new Failure(
      `没有权限写入${path === '' ? '程序目录' : `“${path}”`}。请把程序目录的权限授予当前用户（chown -R），或把程序放到可写的目录。`,
      `Cannot write to ${path === '' ? "the program's folder" : `"${path}"`}. Give this user permission for the program's folder (chown -R), or move the program to a writable one.`,
      { detail },
    );
  }
  if (['ENOSPC', 'EDQUOT'].includes(code)) return diskFull(detail);
  return undefined;
}

export function diskFull(detail = '') {
  return new Failure(
    '磁盘已满。请至少腾出 2 GB 空间后重试。',
    'The disk is full. Free at least 2 GB and try again.',
    { detail },
  );
}

/** Shows one line while `work` runs: with the seconds on a terminal, start and end elsewhere. */
export async function withProgress(zh, en, work) {
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  const isTerminal = process.stderr.isTTY === true;
  const draw = () => write(`\r${zh} · ${en} … ${seconds()} s`);
  let timer;
  if (isTerminal) {
    draw();
    timer = setInterval(draw, 1000);
  } else {
    write(`${zh} · ${en} …\n`);
  }
  try {
    const result = await work();
    const took = ((performance.now() - started) / 1000).toFixed(1);
    write(`${isTerminal ? '\r' : ''}${zh} · ${en} … ✓ ${took} s\n`);
    return result;
  } catch (error) {
    if (isTerminal) write('\n');
    throw error;
  } finally {
    clearInterval(timer);
  }
}

// Beside the program's own output, which another program may be reading; at once, because an exit may follow.
export function write(text) {
  try {
    writeSync(2, text);
  } catch {
    // A closed or full pipe must not stop the start.
  }
}
