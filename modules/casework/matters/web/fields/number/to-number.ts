/** The number that was typed; nothing for nothing, and what is none as it stands, for the check to refuse. */
export function toNumber(typed: string): number | string | undefined {
  const text = typed
    .trim()
    .replaceAll(/[,，\s]/gu, '')
    .replace('。', '.');
  if (text === '') return undefined;
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : text;
}
