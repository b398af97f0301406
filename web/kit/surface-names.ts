/** The surfaces that pages can be placed on; where each one lives is in web/surfaces/surfaces.json. */
export const surfaceNames = ['public', 'desk', 'console', 'docs', 'device'] as const;
export type SurfaceName = (typeof surfaceNames)[number];
