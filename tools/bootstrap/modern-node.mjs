import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest Node that runs TypeScript without being asked, by major version: 22.18, 23.6, everything from 24. */
const FIRST_MINOR = { 22: 18, 23: 6 };

/** Programs that can run this project, best first: the one from the npm registry, then the one running now. */
export function listModernNodes(root) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const packages = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`];
  const brought = packages
    .map((name) => join(root, 'node_modules', name, 'bin', program))
    .filter((path) => existsSync(path));
  return isModern(process.versions.node) ? [...brought, process.execPath] : brought;
}

export function isModern(version) {
  const [major, minor] = version.split('.').map(Number);
  return major >= 24 || minor >= (FIRST_MINOR[major] ?? Number.POSITIVE_INFINITY);
}
