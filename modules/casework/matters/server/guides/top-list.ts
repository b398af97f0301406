/** The best of many, kept in order while they come; each costs one comparison once the list is full of better ones. */
export interface TopList {
  add(number: number, worth: number): void;
  /** Best first; of equal ones the one that came first. */
  readonly numbers: readonly number[];
}

export function createTopList(most: number): TopList {
  const numbers: number[] = [];
  const worths: number[] = [];
  return {
    numbers,
    add: (number, worth) => {
      if (numbers.length === most && worth <= (worths.at(-1) ?? 0)) return;
      let low = 0;
      let high = worths.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((worths[middle] ?? 0) >= worth) low = middle + 1;
        else high = middle;
      }
      numbers.splice(low, 0, number);
      worths.splice(low, 0, worth);
      if (numbers.length > most) {
        numbers.pop();
        worths.pop();
      }
    },
  };
}
