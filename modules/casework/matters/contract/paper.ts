import { z } from 'zod';

import { PaperForm, PaperSource, Submission } from './codes.ts';
import { Condition } from './condition.ts';
import { Key, OfficialText, Text } from './text.ts';

/** Why somebody need not hand a paper in (免于提交). */
export const Exemption = z.enum(['licence', 'data', 'promise']);
export type Exemption = z.infer<typeof Exemption>;

/** A paper (申请材料) that a matter asks for, or may ask for. */
export const Paper = z.object({
  key: Key,
  name: Text,
  kind: z.enum(['form', 'identity', 'certificate', 'proof', 'report', 'contract', 'plan', 'other']),
  /** 材料必要性: 1 必要, 2 非必要. */
  necessity: z.enum(['1', '2']),
  /** 主审要件: without it nothing can be accepted, not even 容缺. */
  isMain: z.boolean(),
  /** May be handed in later with 容缺受理. */
  isDeferrable: z.boolean(),
  /** Wanted only then; without it, always. */
  includeIf: Condition.optional(),
  /** Not to be handed in, and why; may depend on the answers. */
  exempt: z.object({ by: Exemption, when: Condition.optional() }).optional(),
  /** 证照类型: an electronic licence of this kind stands in for the paper. */
  licenceKind: z.string().max(40).optional(),
  form: PaperForm,
  submission: Submission,
  source: PaperSource,
  issuedBy: Text.optional(),
  originals: z.number().int().min(0).max(99),
  copies: z.number().int().min(0).max(99),
  sheet: z.enum(['A4', 'A3', 'other']),
  howToFill: Text.optional(),
  /** 受理标准, the points that the clerk checks, one a line. */
  acceptStandards: z.array(OfficialText).max(20),
  basis: OfficialText.optional(),
  /** 空白表格 and 示例样表, as stored files. */
  blankFileId: z.uuid().optional(),
  sampleFileId: z.uuid().optional(),
});
export type Paper = z.infer<typeof Paper>;
