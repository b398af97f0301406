import { z } from 'zod';

/** From this time of the day on, so loud: 0 silent, 1 as loud as the machine. */
export const VolumeStep = z.object({
  from: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  volume: z.number().min(0).max(1),
});
export type VolumeStep = z.infer<typeof VolumeStep>;

/** Loud in opening hours, softer over lunch, silent at night. */
export const USUAL_VOLUME: readonly VolumeStep[] = [
  { from: '00:00', volume: 0 },
  { from: '07:30', volume: 0.9 },
  { from: '11:30', volume: 0.6 },
  { from: '13:00', volume: 0.9 },
  { from: '18:00', volume: 0 },
];

/** How loud it is at a time of the day, `HH:MM`: the last step that has begun, else the last of the day before. */
export function volumeAt(steps: readonly VolumeStep[], time: string): number {
  const ordered = steps.toSorted((a, b) => a.from.localeCompare(b.from));
  const begun = ordered.filter(({ from }) => from <= time);
  return (begun.at(-1) ?? ordered.at(-1))?.volume ?? 1;
}
