import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

import { errnoOf } from './errors.ts';

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Makes the symbolic links of the libraries in `native`, the package's folder or a copy of it. npm packages cannot hold
 * links, and the package's own script, which would make them, may be blocked. Where it is not allowed nothing happens:
 * running a program tells whether that matters.
 */
export function repairLinks(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Link[];
  for (const { source, target } of links) {
    const link = join(native, relative('native', target));
    if (existsSync(link)) continue;
    try {
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      // EEXIST: another process made it just now.
      if (!['EEXIST', 'EACCES', 'EPERM', 'EROFS'].includes(errnoOf(error))) throw error;
    }
  }
}

/** Copies the programs to `target` such that every account may run them and only the owner may change them. */
export function copyBinaries(native: string, target: string): void {
  if (!existsSync(dirname(target))) {
    mkdirSync(dirname(target), { recursive: true });
    chmodSync(dirname(target), 0o755);
  }
  const draft = mkdtempSync(`${target}.`);
  try {
    // Headers and static libraries are of no use to a running server.
    const isNeeded = (path: string): boolean =>
      !path.endsWith('.a') && basename(path) !== 'pkgconfig';
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
    repairLinks(draft);
    openToAll(draft);
    rmSync(target, { recursive: true, force: true });
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

/** Whether `target` is a copy that no other user made or could have changed. */
export function isTrustedCopy(target: string): boolean {
  const found = lstatSync(target, { throwIfNoEntry: false });
  return (
    found !== undefined &&
    found.isDirectory() &&
    found.uid === process.getuid?.() &&
    (found.mode & 0o022) === 0
  );
}

function openToAll(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, (lstatSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}
