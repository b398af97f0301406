import { z } from 'zod';

import { permission } from '#kernel/access/contract-permission.ts';
import { event } from '#kernel/events/contract.ts';
import { route } from '#kernel/http/contract.ts';
import { Id, IdParams, Instant, PageQuery, pageOf } from '#kernel/http/shapes.ts';
import { problem } from '#kernel/problems/contract.ts';

export { answerQuestion, askQuestions, pruneAnswers } from './contract/answers.ts';
export {
  BundleContent,
  BundleKind,
  BundleMember,
  BundlePaper,
  BundleRequirements,
} from './contract/bundle.ts';
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
export { Condition } from './contract/condition.ts';
export { LegalBasis, MatterContent } from './contract/content.ts';
export {
  BundleEdition,
  Difference,
  Edition,
  EditionState,
  EditionSummary,
  ListMattersQuery,
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
  GuideSummary,
  SearchGuidesQuery,
} from './contract/guide.ts';
export { holds, isFilled, listMentioned } from './contract/holds.ts';
export { Fee, HandlingItem, Limit } from './contract/item.ts';
export { Exemption, Paper } from './contract/paper.ts';
export { type Known, prefillForm } from './contract/prefill-form.ts';
export { Answers, ScenarioQuestion } from './contract/question.ts';
export { RequiredPaper, Requirements } from './contract/requirements.ts';
export { resolveRequirements } from './contract/resolve-requirements.ts';
export { Key, OfficialText, Text } from './contract/text.ts';
export { themeName, THEMES } from './contract/themes.ts';
export { toJsonSchema } from './contract/to-json-schema.ts';
export { pruneValues, showForm, visibleFields } from './contract/visible-fields.ts';
export { toYuanText } from './contract/yuan.ts';

const base = '/api/v1/matters/matters';

export const permissions = {
  view: permission('matters.view', { 'zh-CN': '查看政务服务事项', en: 'See: Matters' }),
  manage: permission('matters.manage', { 'zh-CN': '维护政务服务事项', en: 'Change: Matters' }),
} as const;

/** What is typed for a matter. */
export const MatterInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/),
  nameZh: z.string().trim().min(1).max(100),
  nameEn: z.string().trim().min(1).max(200),
});
export type MatterInput = z.infer<typeof MatterInput>;

export const Matter = MatterInput.extend({
  id: Id,
  version: z.number().int(),
  updatedAt: Instant,
});
export type Matter = z.infer<typeof Matter>;

/** A change carries the version that the editor saw. */
export const MatterChange = MatterInput.extend({ version: z.number().int().min(1) });
export type MatterChange = z.infer<typeof MatterChange>;

export const problems = {
  codeTaken: problem('matters/code-taken', 409, {
    'zh-CN': '代码 {code} 已被使用。',
    en: 'The code {code} is already in use.',
  }),
} as const;

export const events = {
  matterChanged: event({
    name: 'matters.matter-changed',
    version: 1,
    title: { 'zh-CN': '政务服务事项变更', en: 'Changed: Matters' },
    payload: z.object({ matterId: Id, code: z.string(), act: z.enum(['created', 'changed']) }),
    live: () => 'matters',
  }),
} as const;

export const routes = {
  listMatters: route({
    name: 'matters.listMatters',
    method: 'GET',
    path: base,
    summary: 'A page of what there is, by code',
    admission: permissions.view,
    query: PageQuery,
    response: pageOf(Matter),
  }),
  getMatter: route({
    name: 'matters.getMatter',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'One of them',
    admission: permissions.view,
    params: IdParams,
    response: Matter,
  }),
  createMatter: route({
    name: 'matters.createMatter',
    method: 'POST',
    path: base,
    summary: 'Add one',
    admission: permissions.manage,
    body: MatterInput,
    response: Matter,
    status: 201,
    idempotency: 'required',
    problems: [problems.codeTaken],
  }),
  changeMatter: route({
    name: 'matters.changeMatter',
    method: 'PUT',
    path: `${base}/:id`,
    summary: 'Change one',
    admission: permissions.manage,
    params: IdParams,
    body: MatterChange,
    response: Matter,
    idempotency: 'optional',
    problems: [problems.codeTaken],
  }),
} as const;
