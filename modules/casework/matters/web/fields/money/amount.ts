const PLACES = { yuan: 2, 'ten-thousand-yuan': 6 } as const;

type ShownIn = keyof typeof PLACES;

/**
 * Fen of an amount typed in 元 or 万元, without rounding: digit by digit. Nothing for nothing; what is no
 * amount, or has parts of a fen, as it stands, for the check to refuse.
 */
export function toAmount(typed: string, shownIn: ShownIn): number | string | undefined {
  const text = typed
    .trim()
    .replaceAll(/[,，\s¥￥]/gu, '')
    .replace('。', '.');
  if (text === '') return undefined;
  const parts = /^(-?)(\d+)(?:\.(\d*))?$/u.exec(text);
  const fraction = (parts?.[3] ?? '').replace(/0+$/u, '');
  if (parts === null || fraction.length > PLACES[shownIn]) return text;
  const digits = BigInt(`${parts[2] ?? '0'}${fraction.padEnd(PLACES[shownIn], '0')}`);
  const fen = parts[1] === '-' ? -digits : digits;
  // A form keeps amounts as whole numbers of JSON; larger ones are refused as they stand.
  const kept: unknown = JSON.parse(`${fen}`);
  return Number.isSafeInteger(kept) ? (kept as number) : text;
}

/** The amount as it would be typed. */
export function toTyped(value: unknown, shownIn: ShownIn): string {
  if (typeof value === 'string') return value;
  if (!Number.isSafeInteger(value)) return '';
  const text = `${value as number}`;
  const sign = text.startsWith('-') ? '-' : '';
  const digits = text.replace('-', '').padStart(PLACES[shownIn] + 1, '0');
  const whole = digits.slice(0, -PLACES[shownIn]);
  const rest = digits.slice(-PLACES[shownIn]).replace(/0+$/u, '');
  return `${sign}${whole}${rest === '' ? '' : `.${rest}`}`;
}
