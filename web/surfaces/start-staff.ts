import type { PageDefinition } from '../kit/pages.ts';
import type { SearchProvider } from '../kit/search.ts';
import { startStaffSurface } from '../kit/staff/frame/start-staff-surface.tsx';
import type { StaffSurface } from '../kit/staff/frame/surface-context.ts';
import type { SurfaceName } from '../kit/surface-names.ts';
import { staffSurfaces } from './staff-surfaces.ts';

/** Starts one of the staff surfaces with the pages that are placed on it. */
export function startStaff(
  name: SurfaceName,
  pages: readonly PageDefinition[],
  searches: readonly SearchProvider[],
  more: Pick<StaffSurface, 'slots'> = {},
): void {
  const own = staffSurfaces.find((surface) => surface.name === name);
  if (!own) throw new Error(`${name} is no staff surface`);
  const neighbours = staffSurfaces.filter((surface) => surface !== own);
  startStaffSurface({ ...own, ...more, pages, searches, neighbours });
}
