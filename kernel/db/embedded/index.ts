export { EmbeddedError, type EmbeddedErrorCode, type Sentence } from './errors.ts';
export type { Connection } from './database.ts';
export { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './start.ts';
export type { Step, StepId } from './steps.ts';
