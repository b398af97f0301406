import { useCentre } from '../../client/session.tsx';
import { useWords } from '../words.ts';
import { messages } from './messages.ts';
import { Shape } from './Shape.tsx';

/** Says on every page of a demonstration centre that its data are invented. */
export function DemonstrationBanner() {
  const t = useWords(messages);
  if (!useCentre().isDemonstration) return null;
  return (
    <aside className="ow-demonstration" aria-label={t('demonstrationLabel')}>
      <Shape tone="warn" />
      <span>{t('demonstration')}</span>
    </aside>
  );
}
