const BETWEEN = /(?<=[\p{Script=Han}，。：；（）、])\s+|\s+(?=[\p{Script=Han}，。：；（）、])/gu;

/** The reader puts spaces between Chinese characters; between words of other scripts they stay. */
export function tidyLine(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ').replaceAll(BETWEEN, '');
}
