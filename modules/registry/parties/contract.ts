import { codeRoutes } from './contract/codes.ts';
import { careRoutes } from './contract/routes-care.ts';
import { ownRoutes } from './contract/routes-own.ts';
import { registerRoutes } from './contract/routes-register.ts';

export {
  DataCopy,
  DuplicatePair,
  DuplicateReason,
  Found,
  IdentifierCheck,
  Merge,
  MergeBlocker,
  MergePreview,
  MovedKind,
  OwnIdentity,
  Settings,
} from './contract/answers.ts';
export { PresentedParty } from './contract/codes.ts';
export { events } from './contract/events.ts';
export {
  ContactInput,
  MandateInput,
  OrganisationInput,
  OwnMandateInput,
  PartyChange,
  PersonInput,
  RevealedField,
  Revelation,
  SearchInput,
  VerificationInput,
} from './contract/inputs.ts';
export { permissions } from './contract/permissions.ts';
export { problems } from './contract/problems.ts';
export { ListPartiesQuery } from './contract/routes-register.ts';
export {
  ContactKind,
  FirmIdentifierKind,
  HistoryEntry,
  IdentifierKind,
  Mandate,
  MandateKind,
  MandateState,
  OrganisationKind,
  Party,
  PartyContact,
  PartyIdentifier,
  PartyKind,
  PartyRef,
  PartyStatus,
  PartySummary,
  PartyVerification,
  PersonIdentifierKind,
  Reason,
  Sex,
  Verification,
} from './contract/shapes.ts';

/** Every route of the register of citizens and firms. */
export const routes = { ...registerRoutes, ...careRoutes, ...ownRoutes, ...codeRoutes } as const;
