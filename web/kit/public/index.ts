export {
  EmptyState,
  MaskedText,
  Notice,
  PrintFrame,
  ProblemNotice,
  ProgressLine,
  StatusTag,
  TimeText,
  UploadField,
} from '../common/index.ts';
export type { Tone } from '../common/index.ts';
export {
  formatBytes,
  formatDay,
  formatFen,
  formatInstant,
  formatList,
  formatNearDay,
  formatNumber,
  formatTime,
} from '../format.ts';
export { useSayActor } from '../actor-names.ts';
export { useLanguage } from '../language.tsx';
export { To, useFilters, useGo, useParam } from '../routing/index.ts';
export { Action, ActionLink } from './Action.tsx';
export type { ActionLinkProps, ActionProps, Look } from './Action.tsx';
export { PlainCheck, PlainChoice, PlainField } from './PlainField.tsx';
export type { PlainChoiceProps, PlainFieldProps } from './PlainField.tsx';
export { PlainForm } from './PlainForm.tsx';
export type { PlainFormProps } from './PlainForm.tsx';
export { Card, Facts, PublicPage } from './PublicPage.tsx';
export type { CardProps, Fact, PublicPageProps } from './PublicPage.tsx';
export { SignInNeeded, signOutVisitor, useSignInAddress } from './SignIn.tsx';
export { usePlainForm } from './use-plain-form.ts';
export type { PlainFormOptions, PlainFormState } from './use-plain-form.ts';
export { WithPublicAnswer } from './WithPublicAnswer.tsx';
export { usePagesAt } from './PublicNavigation.tsx';
