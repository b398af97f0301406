/** Fen as 元 or 万元, exact, without zeros at the end that say nothing: 550.00 is 550元. */
export function toYuanText(
  fen: number,
  shownIn: 'yuan' | 'ten-thousand-yuan',
): { readonly zh: string; readonly en: string } {
  const places = shownIn === 'yuan' ? 2 : 6;
  const sign = fen < 0 ? '-' : '';
  const digits = String(Math.abs(fen)).padStart(places + 1, '0');
  const whole = digits.slice(0, -places).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  const rest = digits.slice(-places).replace(/0+$/u, '');
  const numeral = `${sign}${whole}${rest === '' ? '' : `.${rest}`}`;
  return shownIn === 'yuan'
    ? { zh: `${numeral}元`, en: `CNY ${numeral}` }
    : { zh: `${numeral}万元`, en: `CNY ${numeral} × 10,000` };
}
