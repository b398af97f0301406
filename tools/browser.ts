import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Chinese letters need a font, or pages are measured with boxes in their place. */
const packages = ['chromium', 'fonts-noto-cjk'];

/** Path of the browser that journeys run in; undefined when none is installed. */
export function findChromium(): string | undefined {
  return places.find((path) => existsSync(path));
}

/**
 * The browser, installed from Debian when it is missing. Throws a sentence that says what to do when
 * that is not possible here.
 */
export function getChromium(): string {
  const found = findChromium() ?? installChromium();
  if (found !== undefined) return found;
  throw new Error(
    `The journeys need a browser. Run "apt-get install ${packages.join(' ')}" as root, then npm test again.`,
  );
}

function installChromium(): string | undefined {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  console.log(`Installing ${packages.join(' and ')} from Debian (once) ...`);
  const steps = [
    [...asRoot, 'apt-get', 'update', '-q'],
    [...asRoot, 'apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages],
  ];
  for (const [program = '', ...args] of steps) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const done = spawnSync(program, args, { env, encoding: 'utf8' });
    if (done.status !== 0) {
      console.log(
        (done.stderr ?? done.error?.message ?? '').trim().split('\n').slice(-5).join('\n'),
      );
      return undefined;
    }
  }
  return findChromium();
}
