export type { LicencesApi, LicenceUse } from './server/api.ts';
export type { UsableLicence, UsableQuestion } from './server/find-usable.ts';
export type {
  ActOnLicence,
  Authority,
  ChangeLicence,
  ContentInput,
  Holder,
  IssuedLicence,
  IssueLicence,
  RenewLicence,
  ReplaceLicence,
} from './server/inputs.ts';
export type { CopyQuestion, PrintedLicence } from './server/paper/print-licence.ts';
