/** Telephone, mobile, identity card and account numbers: seven digits or more, with or without separators between. */
const NUMBERS = /(?<![\d.])(?:\d[\s-]?){7,19}[\dXx]?(?!\d)/gu;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

/** What in a text could reach or name somebody, as it stands there. */
export function findPersonal(text: string): string[] {
  return [...text.matchAll(NUMBERS), ...text.matchAll(MAIL)].map(([found]) => found.trim());
}

/** The text as everybody may read it: numbers and addresses are stars. */
export function hidePersonal(text: string): string {
  return text.replaceAll(NUMBERS, '****').replaceAll(MAIL, '****');
}
