import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether node_modules holds what package-lock.json asks for, by npm's own record of what it installed, which it
 * writes when it has finished.
 */
export function isInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    return found === undefined ? mayBeAbsent(entry) : found.version === entry.version;
  });
}

/** Whether package-lock.json knows every optional package that the packages in it name, as `npm ci` demands. */
export function isComplete(root) {
  const wanted = readPackages(join(root, 'package-lock.json')) ?? {};
  return Object.entries(wanted).every(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).every((name) => isFoundFrom(path, name, wanted)),
  );
}

// Node's own search: below the package itself, then below each folder above it.
function isFoundFrom(path, name, packages) {
  for (
    let folder = path;
    ;
    folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))
  ) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

// npm leaves out an optional package that is not for this system, and what only such a package needs. Those that name
// this very system are the runtime, the database and the like, which the program cannot do without.
function mayBeAbsent(entry) {
  if (entry.optional !== true && entry.devOptional !== true && entry.peer !== true) return false;
  const isForThis = isNamed(entry.os, process.platform) && isNamed(entry.cpu, process.arch);
  return !isForThis || (entry.libc !== undefined && !isNamed(entry.libc, 'glibc'));
}

function isNamed(list, value) {
  return list !== undefined && [list].flat().includes(value);
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
