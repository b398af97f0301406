export { IdCard } from './id-card.ts';
export type { ReaderState } from './id-card.ts';
export { SimulatedPorts } from './SimulatedPorts.tsx';
export { useCardReader, useCodeScanner } from './use-ports.ts';
