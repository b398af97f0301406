import { existsSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { BackupError } from './backup-error.ts';

export const SEGMENT = /^[0-9A-F]{24}$/;
const WAL_FILE = /^(?:[0-9A-F]{24}|[0-9A-F]{8}\.history)$/;

const LONGEST_WAIT_MS = 120_000;

/** Resolves when the server has put a finished segment into its archive. */
export async function waitForSegment(archive: string, segment: string): Promise<void> {
  const deadline = performance.now() + LONGEST_WAIT_MS;
  while (!existsSync(join(archive, segment))) {
    if (performance.now() > deadline) {
      throw new BackupError(
        `数据库没有把日志段 ${segment} 归档到“${archive}”，请检查该磁盘是否已满。`,
        `The database did not put the log segment ${segment} into "${archive}"; check that its disk is not full.`,
      );
    }
    await pause(50);
  }
}

/** The files of an archive that a restore reads, oldest first. */
export async function listSegments(archive: string): Promise<string[]> {
  const names = await readdir(archive).catch(() => [] as string[]);
  return names.filter((name) => WAL_FILE.test(name)).toSorted();
}

/** The first segment that a copy needs: its label names it. */
export function firstSegmentOf(label: string): string {
  const found = /^START WAL LOCATION: [0-9A-F]+\/[0-9A-F]+ \(file ([0-9A-F]{24})\)/m.exec(label);
  if (found?.[1] === undefined) throw new Error(`The backup label names no segment: ${label}`);
  return found[1];
}

/**
 * The cluster that wrote a segment: xlp_sysid of its first page header (xlog_internal.h,
 * XLogLongPageHeaderData); undefined when the file has none.
 */
export async function findSystemIdentifier(path: string): Promise<string | undefined> {
  const handle = await open(path, 'r');
  try {
    const header = Buffer.alloc(32);
    const { bytesRead } = await handle.read(header, 0, 32, 0);
    if (bytesRead < 32 || header.readUInt16LE(0) === 0) return undefined;
    return header.readBigUInt64LE(24).toString();
  } finally {
    await handle.close();
  }
}
