/** A whole number that counts things or names a year; never money. */
export function toCount(text: string | undefined): number {
  return Number.parseInt(text ?? '', 10);
}
