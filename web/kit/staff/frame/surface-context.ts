import { createContext, useContext } from 'react';

import type { Words } from '#kernel/problems/contract.ts';

import { useMay } from '../../../client/session.tsx';
import { type PageDefinition, permissionsOf } from '../../pages.ts';
import type { SearchProvider } from '../../search.ts';
import type { SurfaceName } from '../../surface-names.ts';
import type { WindowSlots } from '../window-slots.tsx';

/** What makes one staff surface. */
export interface StaffSurface {
  readonly name: SurfaceName;
  readonly basePath: string;
  readonly title: Words;
  readonly pages: readonly PageDefinition[];
  readonly searches: readonly SearchProvider[];
  /** What the devices of a window do, on the surface that stands at one. */
  readonly slots?: WindowSlots;
  /** The other staff surfaces, to go over to. */
  readonly neighbours: ReadonlyArray<{
    readonly title: Words;
    readonly basePath: string;
    readonly name: SurfaceName;
  }>;
}

export const StaffSurfaceContext = createContext<StaffSurface | undefined>(undefined);

export function useStaffSurface(): StaffSurface {
  const surface = useContext(StaffSurfaceContext);
  if (!surface) throw new Error('useStaffSurface needs a staff surface above it');
  return surface;
}

/** Whether this surface has a page that the person may open, by its path with places: `/imports/$importer`. */
export function useHasPage(): (path: string) => boolean {
  const { name, pages } = useStaffSurface();
  const mayOpen = useMayOpen();
  return (path) =>
    pages.some((page) => page.surface === name && page.path === path && mayOpen(page));
}

/** Whether the person may open a page; the server refuses its data on its own. */
export function useMayOpen(): (page: PageDefinition) => boolean {
  const may = useMay();
  return (page) => {
    const asked = permissionsOf(page);
    return asked.length === 0 || asked.some(may);
  };
}
