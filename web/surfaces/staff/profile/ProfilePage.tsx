import { Descriptions, Segmented } from 'antd';

import { routes } from '#kernel/access/contract.ts';

import { useCall, usePreferences } from '../../../client/index.ts';
import type { Language } from '../../../kit/language.tsx';
import {
  formatList,
  Page,
  Section,
  TimeText,
  useLanguage,
  WithAnswer,
} from '../../../kit/staff/index.ts';
import { useWords } from '../../../kit/words.ts';
import { FactorsSection } from './FactorsSection.tsx';
import { messages } from './messages.ts';
import { OwnSessions } from './OwnSessions.tsx';
import { PasswordSection } from './PasswordSection.tsx';

/** One's own account. */
export function ProfilePage() {
  const t = useWords(messages);
  return (
    <Page title={t('title')} description={t('hint')} isWide={false}>
      <AccountSection />
      <PreferencesSection />
      <FactorsSection />
      <PasswordSection />
      <OwnSessions />
    </Page>
  );
}

function AccountSection() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const answer = useCall(routes.getProfile);
  return (
    <Section title={t('account')}>
      <WithAnswer answer={answer} lines={2}>
        {(profile) => (
          <Descriptions
            column={{ xs: 1, md: 2 }}
            items={[
              { key: 'name', label: t('name'), children: profile.displayName },
              { key: 'login', label: t('loginName'), children: profile.loginName ?? '–' },
              {
                key: 'roles',
                label: t('roles'),
                children:
                  formatList(
                    profile.roles.map((role) => (language === 'zh-CN' ? role.nameZh : role.nameEn)),
                    language,
                  ) || t('noRoles'),
              },
              {
                key: 'password',
                label: t('passwordChangedAt'),
                children: <TimeText at={profile.passwordChangedAt} />,
              },
            ]}
          />
        )}
      </WithAnswer>
    </Section>
  );
}

function PreferencesSection() {
  const t = useWords(messages);
  const preferences = usePreferences();
  return (
    <Section title={t('preferences')} description={t('preferencesHint')}>
      <div className="ow-choices">
        <span id="own-language">{t('language')}</span>
        <Segmented<Language>
          aria-labelledby="own-language"
          value={preferences.language}
          onChange={preferences.chooseLanguage}
          options={[
            { value: 'zh-CN', label: <span lang="zh-CN">{languageNames['zh-CN']}</span> },
            { value: 'en', label: <span lang="en">{languageNames.en}</span> },
          ]}
        />
        <span id="own-size">{t('size')}</span>
        <Segmented<string>
          aria-labelledby="own-size"
          value={preferences.isElder ? 'elder' : 'standard'}
          onChange={(size) => preferences.chooseElder(size === 'elder')}
          options={[
            { value: 'standard', label: t('standard') },
            { value: 'elder', label: t('elder') },
          ]}
        />
      </div>
    </Section>
  );
}

// Each language is named in itself, whatever the language of the page.
const languageNames = { 'zh-CN': '中文', en: 'English' } as const;
