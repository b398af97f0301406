/** Codes come faster than anybody types. */
const MOST_MS_BETWEEN = 60;
const SHORTEST = 6;

export interface Key {
  readonly key: string;
  readonly timeStamp: number;
}

/**
 * Reads a scanner that types what it sees and ends with Enter, as nearly all do. Keys that come slowly are
 * somebody's hand and begin a new text.
 */
export function createScanReader(onCode: (text: string) => void): (event: Key) => void {
  let text = '';
  let last = 0;
  return ({ key, timeStamp }) => {
    if (timeStamp - last > MOST_MS_BETWEEN) text = '';
    last = timeStamp;
    if (key === 'Enter') {
      if (text.length >= SHORTEST) onCode(text);
      text = '';
    } else if (key.length === 1) text += key;
  };
}
