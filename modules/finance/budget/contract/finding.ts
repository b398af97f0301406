import { z } from 'zod';

export const Severity = z.enum(['error', 'warning', 'note']);
export type Severity = z.infer<typeof Severity>;

/** Something a careful auditor would raise, with what it takes to check it and to mend it. */
export const Finding = z.object({
  rule: z.string(),
  severity: Severity,
  /** Line of the document, counted from 1; 0 when it concerns the whole. */
  line: z.int(),
  /** Where in words: table, row and column, or section. */
  place: z.string(),
  quote: z.string(),
  left: z.string(),
  right: z.string(),
  message: z.string(),
  messageEn: z.string(),
  /** How to mend it. */
  mend: z.string(),
  mendEn: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** One rule of cross-checking as it came out; `holds` is null when the document gives nothing to check it on. */
export const RuleResult = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  formula: z.string(),
  left: z.string(),
  right: z.string(),
  holds: z.boolean().nullable(),
  /** How many single comparisons were made. */
  checked: z.int(),
  failed: z.int(),
  /** Why it was not evaluated. */
  why: z.string().nullable(),
});
export type RuleResult = z.infer<typeof RuleResult>;

export const AuditReport = z.object({
  document: z.object({
    name: z.string(),
    format: z.string(),
    unit: z.string().nullable(),
    year: z.int().nullable(),
    lines: z.int(),
    tables: z.array(z.string()),
    projects: z.int(),
    profile: z.string().nullable(),
  }),
  rules: z.array(RuleResult),
  findings: z.array(Finding),
});
export type AuditReport = z.infer<typeof AuditReport>;
