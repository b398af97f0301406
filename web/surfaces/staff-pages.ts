import type { PageDefinition } from '../kit/pages.ts';
import type { SurfaceName } from '../kit/surface-names.ts';

/** The pages that every staff surface has: start and one's own account. */
export function staffPages(surface: SurfaceName): readonly PageDefinition[] {
  return [
    {
      surface,
      path: '/',
      title: { 'zh-CN': '首页', en: 'Start' },
      icon: 'home',
      order: 1,
      load: () => import('./staff/StartPage.tsx').then((file) => file.StartPage),
    },
    {
      surface,
      path: '/profile',
      title: { 'zh-CN': '个人中心', en: 'My account' },
      isInNavigation: false,
      load: () => import('./staff/profile/ProfilePage.tsx').then((file) => file.ProfilePage),
    },
  ];
}
