/** From this time of the day on, `HH:MM`, so loud: 0 silent, 1 as loud as the machine. */
export interface VolumeFrom {
  readonly from: string;
  readonly volume: number;
}

/** How loud it is at a time of the day, `HH:MM`: the last step that has begun, else the last of the day before. */
export function volumeAt(steps: readonly VolumeFrom[], time: string): number {
  const ordered = steps.toSorted((a, b) => a.from.localeCompare(b.from));
  const begun = ordered.filter(({ from }) => from <= time);
  return (begun.at(-1) ?? ordered.at(-1))?.volume ?? 1;
}
