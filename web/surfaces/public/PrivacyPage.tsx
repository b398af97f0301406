import { Card, PublicPage } from '../../kit/public/index.ts';
import { useWords } from '../../kit/words.ts';
import { messages } from './messages.ts';

/** What is collected, what for, how it is kept, and the visitor's rights. */
export function PrivacyPage() {
  const t = useWords(messages);
  return (
    <PublicPage title={t('privacy')} lead={t('privacyLead')}>
      <Card>
        <div className="ow-prose">
          <h2>{t('privacyWhat')}</h2>
          <p>{t('privacyWhatText')}</p>
          <h2>{t('privacyHow')}</h2>
          <p>{t('privacyHowText')}</p>
          <h2>{t('privacyCookies')}</h2>
          <p>{t('privacyCookiesText')}</p>
          <h2>{t('privacyRights')}</h2>
          <p>{t('privacyRightsText')}</p>
        </div>
      </Card>
    </PublicPage>
  );
}
