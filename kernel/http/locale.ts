import type { IncomingHttpHeaders } from 'node:http';

import type { Locale } from '../problems/contract.ts';

/** The language to answer in: Chinese unless the caller prefers English. */
export function localeOf(headers: IncomingHttpHeaders): Locale {
  const wanted = headers['accept-language'] ?? '';
  const en = wanted.search(/\ben\b/i);
  const zh = wanted.search(/\bzh\b/i);
  return en >= 0 && (zh < 0 || en < zh) ? 'en' : 'zh-CN';
}
