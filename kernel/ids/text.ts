/** Turns full-width letters, digits, signs and the ideographic space, as Chinese input methods leave them, into plain ones. */
export function toHalfWidth(text: string): string {
  return text
    .replaceAll('\u3000', ' ')
    .replaceAll(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Half-width, capitals, no white space and no invisible marks: what all identifiers here are compared in. */
export function toIdentifierText(text: string): string {
  return toHalfWidth(text)
    .replaceAll(/[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .toUpperCase();
}
