import { Card, PublicPage } from '../../kit/public/index.ts';
import { useWords } from '../../kit/words.ts';
import { messages } from './messages.ts';

/** The accessibility statement. */
export function AccessibilityPage() {
  const t = useWords(messages);
  return (
    <PublicPage title={t('accessibility')} lead={t('accessibilityLead')}>
      <Card>
        <div className="ow-prose">
          <p>{t('accessibilityStandard')}</p>
          <h2>{t('accessibilityHow')}</h2>
          <ul>
            <li>{t('accessibilityKeyboard')}</li>
            <li>{t('accessibilityElder')}</li>
            <li>{t('accessibilityReader')}</li>
            <li>{t('accessibilityZoom')}</li>
            <li>{t('accessibilityHall')}</li>
          </ul>
          <h2>{t('accessibilityProblem')}</h2>
          <p>{t('accessibilityContact')}</p>
        </div>
      </Card>
    </PublicPage>
  );
}
