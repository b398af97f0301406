const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const spell = (text: string): readonly string[] =>
  Array.from(text).map((sign) => (/\d/.test(sign) ? (WORDS[Number(sign)] ?? sign) : sign));

/** The English call in recorded words; the window's number digit by digit, which English listeners are used to. */
export function englishWords(number: string, windowNumber: number): readonly string[] {
  return ['ticket', ...spell(number), 'please-go', ...spell(String(windowNumber))];
}
