import type { IdCard } from './id-card.ts';

/** Name of the event by which the simulator lays a card on the reader or shows a code. */
export const SIMULATED = 'onewindow:simulated-port';
export type Simulated = { readonly card: IdCard } | { readonly code: string };

/** Lays a card on the simulated reader, or shows it a code. */
export function simulate(detail: Simulated): void {
  globalThis.dispatchEvent(new CustomEvent<Simulated>(SIMULATED, { detail }));
}
