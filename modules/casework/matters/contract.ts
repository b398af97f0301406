import { publicRoutes, readingRoutes } from './contract/routes-public.ts';
import { staffRoutes } from './contract/routes-staff.ts';

export { answerQuestion, askQuestions, pruneAnswers } from './contract/answers.ts';
export {
  BundleContent,
  BundleKind,
  BundleMember,
  BundlePaper,
  BundleRequirements,
} from './contract/bundle.ts';
export {
  type MemberItems,
  mergeBundle,
  type MergedBundle,
} from './contract/bundles/merge-bundle.ts';
export { resolveBundle } from './contract/bundles/resolve-bundle.ts';
export { toBundleValues } from './contract/bundles/to-bundle-values.ts';
export { checkBundle } from './contract/check/check-bundle.ts';
export { checkContent } from './contract/check/check-content.ts';
export { checkSuccession } from './contract/check/check-succession.ts';
export { checkField, checkForm } from './contract/check-form.ts';
export {
  ApplyMode,
  AuthorityNature,
  HandlingArea,
  OnlineDepth,
  PaperForm,
  PaperSource,
  PowerSource,
  ProjectType,
  ResultType,
  ServiceObject,
  SpecialProcedureKind,
  Submission,
  TaskType,
  UseLevel,
} from './contract/codes.ts';
export { compareContents, saysTheSame } from './contract/compare/compare-contents.ts';
export { Condition } from './contract/condition.ts';
export { LegalBasis, MatterContent } from './contract/content.ts';
export {
  BundleEdition,
  Difference,
  Edition,
  EditionState,
  EditionSummary,
  ListMattersQuery,
  Matter,
  MatterSummary,
  SubjectKind,
} from './contract/edition.ts';
export type {
  FieldContext,
  FieldKindOf,
  FormFault,
  JsonSchema,
  Shown,
} from './contract/fields/field-kind.ts';
export { fieldKinds, kindOf } from './contract/fields/kinds.ts';
export { ContentRule, Finding } from './contract/finding.ts';
export {
  Field,
  type FieldKind,
  Form,
  FormValues,
  PrefillSource,
  SimpleField,
  TableField,
} from './contract/form.ts';
export {
  BundleGuide,
  BundleGuideMember,
  Guide,
  GuideSearch,
  PublishedEdition,
  GuideSummary,
  RequirementsQuestion,
  SearchGuidesQuery,
} from './contract/guide.ts';
export { holds, isFilled, listMentioned } from './contract/holds.ts';
export { events, LIVE } from './contract/events.ts';
export { permissions } from './contract/permissions.ts';
export { problems } from './contract/problems.ts';
export { Fee, HandlingItem, Limit } from './contract/item.ts';
export { Exemption, Paper } from './contract/paper.ts';
export { type Known, prefillForm } from './contract/prefill-form.ts';
export { Answers, ScenarioQuestion } from './contract/question.ts';
export { RequiredPaper, Requirements } from './contract/requirements.ts';
export { resolveRequirements } from './contract/resolve-requirements.ts';
export { Key, OfficialText, Text } from './contract/text.ts';
export { themeName, THEMES } from './contract/themes.ts';
export { toJsonSchema } from './contract/to-json-schema.ts';
export { newSubjectField } from './contract/new-subject.ts';
export { pruneValues, showForm, visibleFields } from './contract/visible-fields.ts';
export { toYuanText } from './contract/yuan.ts';

/** Every route of the matters. */
export { PageReading } from './contract/routes-public.ts';
export { suggestValues } from './contract/suggest-values.ts';
export type { PrintedLine, SuggestedValue } from './contract/suggest-values.ts';

export const routes = { ...staffRoutes, ...publicRoutes, ...readingRoutes } as const;
