import { isIP } from 'node:net';

const BROWSERS: ReadonlyArray<readonly [string, RegExp]> = [
  ['Edge', /Edg(?:e|A|iOS)?\//],
  ['WeChat 微信', /MicroMessenger\//],
  ['360', /360SE|QihooBrowser/],
  ['QQ', /QQBrowser\//],
  ['Firefox', /Firefox\/|FxiOS\//],
  ['Chrome', /Chrome\/|CriOS\//],
  ['Safari', /Safari\//],
];

const SYSTEMS: ReadonlyArray<readonly [string, RegExp]> = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['UOS / Linux', /Linux|X11/],
];

/** Browser and system as the browser names itself, for people to recognise their own sessions. */
export function toDeviceShown(userAgent: string): string {
  const find = (names: ReadonlyArray<readonly [string, RegExp]>) =>
    names.find(([, pattern]) => pattern.test(userAgent))?.[0];
  return [find(BROWSERS), find(SYSTEMS)].filter((part) => part !== undefined).join(' · ') || '—';
}

/** An address without the part that singles out one machine. */
export function maskIpAddress(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  if (isIP(plain) === 4) return `${plain.split('.').slice(0, 2).join('.')}.*.*`;
  if (isIP(plain) === 6) return `${plain.split(':').slice(0, 3).join(':')}:*`;
  return '*';
}
