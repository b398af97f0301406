/** Points in a millimetre. */
export const MM = 72 / 25.4;

export type Orientation = 'portrait' | 'landscape';

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** A4 in points (ISO 216: 210 mm by 297 mm). */
export function toPageSize(orientation: Orientation): PageSize {
  const short = 210 * MM;
  const long = 297 * MM;
  return orientation === 'portrait'
    ? { width: short, height: long }
    : { width: long, height: short };
}
