import { definePages } from '#web/kit/pages.ts';

export const publicPages = definePages([
  {
    surface: 'public',
    path: '/upload',
    title: { 'zh-CN': '上传到自助终端', en: 'Send to the kiosk' },
    isInNavigation: false,
    load: () => import('./UploadPage.tsx').then((file) => file.UploadPage),
  },
]);
