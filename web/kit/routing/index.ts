export { createSurfaceRouter } from './surface-router.tsx';
export type { SurfaceRouterOptions } from './surface-router.tsx';
export { To } from './To.tsx';
export type { ToProps } from './To.tsx';
export { readFilters, useFilters, useGo, useOpenPage, useParam } from './use-place.ts';
export type { GoOptions, SetFilters } from './use-place.ts';
