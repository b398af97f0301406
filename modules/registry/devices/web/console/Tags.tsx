import { StatusTag, type Tone } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Health, Severity } from '../../contract.ts';
import { messages } from '../messages.ts';

/** How each health looks; the shape differs too. */
export const healthTones = {
  online: 'good',
  silent: 'bad',
  faulty: 'bad',
  locked: 'warn',
  unenrolled: 'idle',
  'out-of-service': 'idle',
} as const satisfies Readonly<Record<Health, Tone>>;

export function HealthTag({ health }: { readonly health: Health }) {
  const t = useWords(messages);
  return <StatusTag tone={healthTones[health]}>{t(`health.${health}`)}</StatusTag>;
}

const severityTones = { critical: 'bad', major: 'warn', minor: 'idle' } as const satisfies Readonly<
  Record<Severity, Tone>
>;

export function SeverityTag({ severity }: { readonly severity: Severity }) {
  const t = useWords(messages);
  return <StatusTag tone={severityTones[severity]}>{t(`severity.${severity}`)}</StatusTag>;
}
