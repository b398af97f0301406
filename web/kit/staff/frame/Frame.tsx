import { MenuOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Outlet } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';

import { useCentre, useMay } from '../../../client/session.tsx';
import { Mark } from '../../brand/Mark.tsx';
import { DemonstrationBanner, ReadAloud } from '../../common/index.ts';
import { useElder } from '../../elder.tsx';
import { useLanguage } from '../../language.tsx';
import { permissionsOf } from '../../pages.ts';
import { To } from '../../routing/index.ts';
import { useWords } from '../../words.ts';
import { KeyboardMap } from '../KeyboardMap.tsx';
import { useFocusReturn } from '../use-focus-return.ts';
import { InboxBell } from './InboxBell.tsx';
import { messages } from './messages.ts';
import { ProfileMenu } from './ProfileMenu.tsx';
import { SearchBox } from './SearchBox.tsx';
import { SideNav } from './SideNav.tsx';
import { OfflineNotice } from './states.tsx';
import { useStaffSurface } from './surface-context.ts';

/** Header, navigation and the open page of a staff surface. */
export function Frame() {
  const t = useWords(messages);
  const { isElder } = useElder();
  useFocusReturn();
  const [isNavOpen, setNavOpen] = useState(false);
  const [areKeysOpen, setKeysOpen] = useState(false);
  return (
    <div className="ow-frame">
      <a className="ow-skip" href="#content">
        {t('skip')}
      </a>
      <DemonstrationBanner />
      <header className="ow-top ow-no-print">
        <Button
          className="ow-top-menu"
          type="text"
          icon={<MenuOutlined />}
          aria-label={t('openNavigation')}
          onClick={() => setNavOpen(true)}
        />
        <Brand />
        <SearchBox />
        <div className="ow-top-tools">
          {isElder ? <ReadAloud /> : null}
          <InboxBell />
          <Button
            type="text"
            icon={<QuestionCircleOutlined />}
            aria-label={t('keyboard')}
            title={t('keyboard')}
            onClick={() => setKeysOpen(true)}
          />
          <ProfileMenu onKeyboard={() => setKeysOpen(true)} />
        </div>
      </header>
      <aside className="ow-side ow-no-print">
        <SideNav />
      </aside>
      <Drawer
        open={isNavOpen}
        placement="left"
        size={300}
        title={t('navigation')}
        onClose={() => setNavOpen(false)}
      >
        <SideNav onFollow={() => setNavOpen(false)} />
      </Drawer>
      <main id="content" className="ow-main" tabIndex={-1}>
        <OfflineNotice />
        <Outlet />
      </main>
      <KeyboardMap isOpen={areKeysOpen} setOpen={setKeysOpen} />
    </div>
  );
}

function Brand() {
  const t = useWords(messages);
  const { say } = useLanguage();
  const may = useMay();
  const { name } = useCentre();
  const { title, neighbours, pages } = useStaffSurface();
  const open = neighbours.filter((neighbour) =>
    pages.some((page) => page.surface === neighbour.name && permissionsOf(page).some(may)),
  );
  return (
    <div className="ow-brand">
      <To to="/">
        <Mark />
        <span className="ow-brand-words">
          <span className="ow-brand-centre">{name}</span>
          <strong>{say(title)}</strong>
        </span>
      </To>
      {open.length === 0 ? null : (
        <nav aria-label={t('surfaces')}>
          {open.map((neighbour) => (
            <a key={neighbour.name} href={neighbour.basePath}>
              {say(neighbour.title)}
            </a>
          ))}
        </nav>
      )}
    </div>
  );
}
