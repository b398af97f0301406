import type { PageKey } from '#web/kit/pages.ts';

import { messages } from './messages.ts';

const does = (key: `key.${string}` & keyof (typeof messages)['zh-CN']) => ({
  'zh-CN': messages['zh-CN'][key],
  en: messages.en[key],
});

/** The keys of a visit, in the order in which they are used. */
export const keys = {
  applicant: { keys: 'F2', does: does('key.applicant') },
  matter: { keys: 'F3', does: does('key.matter') },
  papers: { keys: 'F4', does: does('key.papers') },
  acceptAll: { keys: 'Alt+a', does: does('key.acceptAll') },
  form: { keys: 'F6', does: does('key.form') },
  receive: { keys: 'F8', does: does('key.receive') },
  receiveAccept: { keys: 'F9', does: does('key.receiveAccept') },
} as const satisfies Readonly<Record<string, PageKey>>;
