import type { Words } from '#kernel/problems/contract.ts';

import type { SurfaceName } from '../kit/surface-names.ts';

/** The surfaces that staff go over to from one another. */
export const staffSurfaces: ReadonlyArray<{
  readonly name: SurfaceName;
  readonly basePath: string;
  readonly title: Words;
}> = [
  { name: 'desk', basePath: '/desk', title: { 'zh-CN': '综合窗口', en: 'Desk' } },
  { name: 'console', basePath: '/console', title: { 'zh-CN': '管理后台', en: 'Console' } },
];
