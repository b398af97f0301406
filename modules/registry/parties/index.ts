export type { PartiesApi, PartyInFull, RepresentationQuestion } from './server/api.ts';
export type { Hold, ListHolds } from './server/deps.ts';
export { createCodeReader, type ReadCode } from './server/codes/code-reader.ts';
