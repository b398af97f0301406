import { DownOutlined } from '@ant-design/icons';
import { Dropdown, type MenuProps } from 'antd';

import { routes } from '#kernel/access/contract.ts';

import { call } from '../../../client/call.ts';
import { useSession } from '../../../client/session.tsx';
import { usePreferences } from '../../../client/use-preferences.ts';
import { useGo } from '../../routing/index.ts';
import { useWords } from '../../words.ts';
import { useTell } from '../use-tell.ts';
import { messages } from './messages.ts';
import { useStaffSurface } from './surface-context.ts';

/** Signs out and loads the surface anew, so that nothing of the former person stays in memory. */
export async function signOut(basePath: string): Promise<void> {
  const { endSessionUrl } = await call(routes.signOut, { asksToSignIn: false });
  globalThis.location.assign(endSessionUrl ?? basePath);
}

/** The person's own menu: account, language, text size, sign-out. */
export function ProfileMenu({ onKeyboard }: { readonly onKeyboard: () => void }) {
  const t = useWords(messages);
  const { name } = useSession().session.actor;
  const { basePath } = useStaffSurface();
  const preferences = usePreferences();
  const go = useGo();
  const tell = useTell();
  const acts: Readonly<Record<string, () => void>> = {
    profile: () => go('/profile'),
    language: () => preferences.chooseLanguage(preferences.language === 'en' ? 'zh-CN' : 'en'),
    elder: () => preferences.chooseElder(!preferences.isElder),
    keyboard: onKeyboard,
    signOut: () => void signOut(basePath).catch(tell.problem),
  };
  const items: MenuProps['items'] = [
    { key: 'profile', label: t('profile') },
    {
      key: 'language',
      label: <span lang={preferences.language === 'en' ? 'zh-CN' : 'en'}>{t('language')}</span>,
    },
    { key: 'elder', label: t(preferences.isElder ? 'standard' : 'elder') },
    { key: 'keyboard', label: t('keyboard'), extra: '?' },
    { type: 'divider' },
    { key: 'signOut', label: t('signOut') },
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, onClick: ({ key }) => acts[key]?.() }}
      placement="bottomRight"
    >
      <button type="button" className="ow-profile">
        <span className="ow-avatar" aria-hidden="true">
          {name.slice(0, 1)}
        </span>
        <span className="ow-profile-name">{name}</span>
        <span className="ow-only-read">{t('profileMenu')}</span>
        <DownOutlined aria-hidden="true" />
      </button>
    </Dropdown>
  );
}
