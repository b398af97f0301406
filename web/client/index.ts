export { addressOf } from './address.ts';
export type { Place } from './address.ts';
export { call } from './call.ts';
export type { AnswerTo, CallInput, CallOptions } from './call.ts';
export { download, saveAs } from './download.ts';
export { areaOf, keyOf } from './keys.ts';
export { ApiProblem, clientProblems, toApiProblem } from './problem.ts';
export type { Fault } from './problem.ts';
export { createQueryClient } from './query-client.ts';
export {
  onProofNeeded,
  onSessionEnded,
  rememberDeviceKey,
  rememberSharedMachine,
  send,
} from './send.ts';
export { HoldSession, SessionProvider, useCentre, useMay, useSession } from './session.tsx';
export type { SessionView } from './session.tsx';
export { upload } from './upload.ts';
export { announceChange, useAct } from './use-act.ts';
export type { Act, UseActOptions } from './use-act.ts';
export { queryFor, useCall } from './use-call.ts';
export type { UseCallOptions } from './use-call.ts';
export { useLive, useLiveState } from './use-live.ts';
export { usePages, useTrail } from './use-pages.ts';
export type { FiltersOf, ListContract, Pages, RowOf, Trail } from './use-pages.ts';
export { usePreferences } from './use-preferences.ts';
