import type { ReactNode } from 'react';

import type { Permission } from '#kernel/access/contract-permission.ts';
import type { Words } from '#kernel/problems/contract.ts';

import type { SurfaceName } from './surface-names.ts';

/** Groups of the navigation of the staff surfaces, in their order. */
export const navigationGroups = {
  work: { 'zh-CN': '我的工作', en: 'My work' },
  hall: { 'zh-CN': '大厅', en: 'Hall' },
  casework: { 'zh-CN': '办件', en: 'Casework' },
  registry: { 'zh-CN': '基础信息', en: 'Registers' },
  channels: { 'zh-CN': '服务渠道', en: 'Channels' },
  fulfilment: { 'zh-CN': '送达', en: 'Fulfilment' },
  operations: { 'zh-CN': '运行保障', en: 'Operations' },
  finance: { 'zh-CN': '经费', en: 'Finance' },
  security: { 'zh-CN': '安全与审计', en: 'Security and audit' },
  system: { 'zh-CN': '系统', en: 'System' },
} as const satisfies Readonly<Record<string, Words>>;

export type NavigationGroup = keyof typeof navigationGroups;

/** Pictures of the navigation; a surface draws them, so that a page list stays free of any component library. */
export type IconName =
  | 'home'
  | 'centre'
  | 'window'
  | 'people'
  | 'person'
  | 'role'
  | 'calendar'
  | 'clock'
  | 'party'
  | 'firm'
  | 'device'
  | 'alarm'
  | 'queue'
  | 'case'
  | 'document'
  | 'licence'
  | 'place'
  | 'mail'
  | 'star'
  | 'chart'
  | 'map'
  | 'money'
  | 'contract'
  | 'tool'
  | 'shield'
  | 'key'
  | 'audit'
  | 'job'
  | 'event'
  | 'setting'
  | 'video'
  | 'truck'
  | 'seal'
  | 'network'
  | 'book'
  | 'list';

/** A key that a page listens to, for the list that `?` shows. */
export interface PageKey {
  /** As on the keyboard: `F2`, `Ctrl+Enter`, `n`. */
  readonly keys: string;
  readonly does: Words;
}

/** A page takes no properties: all it needs stands in the address. */
export type PageComponent = () => ReactNode;

/** One page of a module on one surface. */
export interface PageDefinition {
  readonly surface: SurfaceName;
  /** Below the surface's own path, places as `$name`: `/organisation/windows/$windowId`. */
  readonly path: string;
  readonly title: Words;
  /** What one does there, in a sentence: on the start page and in the search. */
  readonly hint?: Words;
  /** Group of the navigation on a staff surface. */
  readonly group?: NavigationGroup;
  /** False for a page that is reached from another one. True when the path has no places. */
  readonly isInNavigation?: boolean;
  /** Order within its group; 100 unless said. On the public surface it also says where, see `publicPlaceOf`. */
  readonly order?: number;
  /** Who may open it: a permission, or any of several. Without it everyone who may open the surface. */
  readonly permission?: Permission | readonly Permission[];
  /** On a public surface: only for a visitor who has signed in. */
  readonly needsSignIn?: boolean;
  readonly icon?: IconName;
  /** Further words by which the page can be found. */
  readonly alsoCalled?: Words;
  readonly load: () => Promise<PageComponent>;
  readonly keys?: readonly PageKey[];
}

const PATH = /^\/(?:[a-z0-9-]+|\$[a-z][A-Za-z]*)?(?:\/(?:[a-z0-9-]+|\$[a-z][A-Za-z]*))*$/;

/** Declares the pages of a module. Throws at once for a path that could not be reached. */
export function definePages(pages: readonly PageDefinition[]): readonly PageDefinition[] {
  for (const page of pages) {
    if (!PATH.test(page.path) || (page.path.length > 1 && page.path.endsWith('/')))
      throw new Error(`Not a page path: ${page.surface} ${page.path}`);
  }
  return pages;
}

/** Whether the page stands in the navigation. */
export function isInNavigation(page: PageDefinition): boolean {
  return page.isInNavigation ?? !page.path.includes('$');
}

/** Where a public page is linked: in the bar of every page, among what is open to all, or with one’s own things. */
export type PublicPlace = 'bar' | 'open' | 'own';

/** Below `/me` it is one’s own; else the first two hundred are what people come for, and the others stand apart. */
export function publicPlaceOf({ path, order = 100 }: PageDefinition): PublicPlace {
  if (path === '/me' || path.startsWith('/me/')) return 'own';
  return order < 200 ? 'bar' : 'open';
}

/** Whether one of these stands below the page, so that only the deeper of the two is the current one. */
export function hasPageBelow(page: PageDefinition, pages: readonly PageDefinition[]): boolean {
  return pages.some((other) => other.path.startsWith(`${page.path}/`));
}

/** The permissions of which one opens the page; empty when none is asked. */
export function permissionsOf(page: PageDefinition): readonly string[] {
  const { permission } = page;
  if (permission === undefined) return [];
  return 'name' in permission ? [permission.name] : permission.map((one) => one.name);
}
