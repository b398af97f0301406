const LONGEST = 500;
// No spaces, control characters or backslashes, which browsers drop or turn into slashes.
const PLAIN = /^[!-[\]-~\u00a1-\uffff]+$/;
const HERE = 'http://here.invalid';

/**
 * The path of this site to go back to, normalised; undefined for anything that a browser could take for
 * another site (`//evil`, `/\evil`, `https:…`, a tab inside) or that is no page (`/api/…`).
 */
export function toReturnPath(text: string): string | undefined {
  if (text.length > LONGEST || !text.startsWith('/') || !PLAIN.test(text)) return undefined;
  if (text.startsWith('//') || !URL.canParse(text, HERE)) return undefined;
  const url = new URL(text, HERE);
  if (
    url.origin !== HERE ||
    url.pathname.startsWith('//') ||
    /^\/(api|standin)(\/|$)/i.test(url.pathname)
  )
    return undefined;
  return `${url.pathname}${url.search}${url.hash}`;
}
