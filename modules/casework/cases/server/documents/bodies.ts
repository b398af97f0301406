import type { Block } from '#kernel/documents/pdf/blocks.ts';
import type { PaperContext } from '#kernel/documents/pdf/template.ts';
import type { Words } from '#kernel/problems/contract.ts';

import { PaperState } from '../../contract.ts';
import type { DocumentKind } from '../../contract/documents.ts';
import { SpecialProcedureKind } from '../../contract/of-matters.ts';
import type { DocumentSnapshot } from './snapshot.ts';
import { paperStateWords, specialWords, wayWords, words } from './words.ts';

type Compose = (data: DocumentSnapshot, context: PaperContext) => Block[];

/** What each paper says between its address and its seal (handbook of papers: §2.4; the articles are named in the text). */
export const bodies: Readonly<Record<DocumentKind, Compose>> = {
  receipt: (data, context) => [
    facts(data, context),
    papersTable(data, context),
    data.noticeDueOn === null
      ? paragraph(context.say(words.receiptNoteOpen))
      : paragraph(context.say(words.receiptNote, { day: context.day(data.noticeDueOn) })),
  ],
  'correction-notice': (data, context) => [
    addressee(data, context),
    paragraph(context.say(words.correctionBody, { matter: data.matter.name })),
    {
      kind: 'table',
      columns: [
        { heading: context.say(words.about), width: 3 },
        { heading: context.say(words.defect), width: 4 },
        { heading: context.say(words.howToFix), width: 4 },
      ],
      rows: data.corrections.map(({ about, defect, howToFix }) => [about, defect, howToFix]),
    },
    ...when(data.correctionDueOn, (day) =>
      paragraph(context.say(words.correctionHow, { day: context.day(day) })),
    ),
  ],
  'acceptance-notice': (data, context) => [
    addressee(data, context),
    paragraph(
      context.say(acceptanceText(data), {
        matter: data.matter.name,
        day: dayOr(context, data.acceptedOn),
        supplement: dayOr(context, data.supplementDueOn),
      }),
    ),
    paragraph(
      context.say(words.acceptDue, {
        promised: dayOr(context, data.promisedDueOn),
        statutory: dayOr(context, data.statutoryDueOn),
      }),
    ),
    facts(data, context),
  ],
  refusal: (data, context) => reasoned(data, context, words.refusalBody),
  'not-needed-notice': (data, context) => reasoned(data, context, words.notNeededBody),
  'tolerance-promise': (data, context) => [
    paragraph(
      context.say(words.toleranceBody, {
        matter: data.matter.name,
        day: dayOr(context, data.supplementDueOn),
      }),
    ),
    { kind: 'list', marker: 'decimal', items: deferredPapers(data) },
    applicantSigns(context),
  ],
  commitment: (data, context) => [
    paragraph(
      context.say(words.commitmentBody, { matter: data.matter.name, promise: data.promise }),
    ),
    paragraph(context.say(words.commitmentAfter)),
    ...when(data.inspectBy, (day) =>
      paragraph(context.say(words.commitmentInspect, { day: context.day(day) })),
    ),
    applicantSigns(context),
  ],
  'special-notice': (data, context) => [
    addressee(data, context),
    paragraph(
      context.say(words.specialBody, {
        matter: data.matter.name,
        kind: specialName(data, context),
        day: dayOr(context, data.special?.from ?? null),
        days: data.special?.neededDays ?? 0,
        reason: data.special?.reason ?? '',
      }),
    ),
  ],
  'extension-notice': (data, context) => [
    addressee(data, context),
    paragraph(
      context.say(words.extensionBody, {
        matter: data.matter.name,
        before: dayOr(context, data.extension?.before ?? null),
        after: dayOr(context, data.promisedDueOn),
        days: data.extension?.days ?? 0,
        reason: data.extension?.reason ?? '',
      }),
    ),
  ],
  approval: (data, context) => [
    addressee(data, context),
    paragraph(
      context.say(data.matter.isPermit ? words.approvalBody : words.approvalBodyOther, {
        matter: data.matter.name,
        applied: appliedOn(data, context),
      }),
    ),
    {
      kind: 'fields',
      columns: 1,
      items: [
        ...filled(context.say(words.content), data.decision?.content ?? ''),
        ...filled(context.say(words.result), data.decision?.result ?? ''),
        ...filled(context.say(words.valid), validity(data, context)),
      ],
    },
    ...(data.matter.isPermit ? [paragraph(context.say(words.approvalIssue))] : []),
  ],
  denial: (data, context) => reasoned(data, context, words.denialBody),
  'delivery-record': (data, context) => deliveryRecord(data, context),
  'end-notice': (data, context) => reasoned(data, context, words.endBody),
  revocation: (data, context) => reasoned(data, context, words.revocationBody),
};

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

const addressee = (data: DocumentSnapshot, context: PaperContext): Block => ({
  kind: 'paragraph',
  indent: 0,
  text: [{ text: context.say(words.to, { applicant: data.applicant.name }), bold: true }],
});

const dayOr = (context: PaperContext, day: string | null): string =>
  day === null ? '—' : context.day(day);

const when = <T>(value: T | null, make: (value: T) => Block): Block[] =>
  value === null ? [] : [make(value)];

const filled = (label: string, value: string) =>
  value === '' ? [] : [{ label, value, wide: true }];

const appliedOn = (data: DocumentSnapshot, context: PaperContext): string =>
  context.dayOf(new Date(data.receivedAt ?? data.issuedAt));

function facts(data: DocumentSnapshot, context: PaperContext): Block {
  const received = data.receivedAt === null ? '' : toMinute(data.receivedAt);
  return {
    kind: 'fields',
    columns: 2,
    items: [
      { label: context.say(words.matter), value: data.matter.name, wide: true },
      { label: context.say(words.applicant), value: data.applicant.name },
      { label: context.say(words.identifier), value: data.applicant.identifier },
      ...(data.applicant.agent === ''
        ? []
        : [{ label: context.say(words.agent), value: data.applicant.agent, wide: true }]),
      { label: context.say(words.caseNo), value: data.caseNo, wide: true },
      { label: context.say(words.queryCode), value: data.queryCode },
      { label: context.say(words.receivedAt), value: received },
      { label: context.say(words.contact), value: data.contact },
      { label: context.say(words.receivedBy), value: data.byName },
    ],
  };
}

/** Wall time of Beijing to the minute. */
function toMinute(instant: string): string {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`;
}

const papersTable = (data: DocumentSnapshot, context: PaperContext): Block => ({
  kind: 'table',
  caption: context.say(words.papers),
  columns: [
    { heading: context.say(words.paperName), width: 6 },
    { heading: context.say(words.originals), width: 1.4, align: 'center' },
    { heading: context.say(words.copies), width: 1.4, align: 'center' },
    { heading: context.say(words.paperState), width: 3 },
  ],
  rows: data.papers.map(({ name, state, originals, copies }) => [
    name,
    String(originals),
    String(copies),
    stateName(state, context),
  ]),
});

function stateName(state: string, context: PaperContext): string {
  const known = PaperState.safeParse(state);
  return known.success ? context.say(paperStateWords[known.data]) : state;
}

function specialName(data: DocumentSnapshot, context: PaperContext): string {
  const known = SpecialProcedureKind.safeParse(data.special?.kind);
  return known.success ? context.say(specialWords[known.data]) : '';
}

function acceptanceText({ acceptMode }: DocumentSnapshot): Words {
  if (acceptMode === 'deemed') return words.acceptDeemed;
  if (acceptMode === 'tolerant') return words.acceptTolerant;
  return acceptMode === 'promise' ? words.acceptPromise : words.acceptComplete;
}

const deferredPapers = (data: DocumentSnapshot): string[] =>
  data.papers.filter(({ state }) => state === 'deferred').map(({ name }) => name);

const applicantSigns = (context: PaperContext): Block => ({
  kind: 'signers',
  items: [{ label: context.say(words.signHere) }],
});

function reasoned(data: DocumentSnapshot, context: PaperContext, text: Words): Block[] {
  const values = {
    matter: data.matter.name,
    caseNo: data.caseNo,
    applied: appliedOn(data, context),
    reason: data.reason,
  };
  return [
    addressee(data, context),
    paragraph(context.say(text, values)),
    ...(data.remedy === '' ? [] : [paragraph(context.say(words.remedy, { remedy: data.remedy }))]),
  ];
}

function validity({ decision }: DocumentSnapshot, context: PaperContext): string {
  if (decision === null || decision.validFrom === null) return '';
  const from = context.day(decision.validFrom);
  return decision.validTo === null
    ? context.say(words.validOpen, { from })
    : context.say(words.validTo, { from, to: context.day(decision.validTo) });
}

function deliveryRecord(data: DocumentSnapshot, context: PaperContext): Block[] {
  const { delivery } = data;
  const rows: Array<readonly [Words, string]> = [
    [words.served, data.decision?.result ?? data.matter.name],
    [words.recipient, delivery?.recipient ?? data.applicant.name],
    [words.place, delivery?.place ?? ''],
    [words.way, delivery === null ? '' : context.say(wayWords[delivery.way])],
    [words.servedAt, delivery === null ? '' : toMinute(delivery.at)],
    [words.tracking, delivery?.trackingNo ?? ''],
    [words.refused, ''],
  ];
  return [
    {
      kind: 'form',
      widths: [1, 3],
      rows: rows.map(([label, text]) => ({
        cells: [{ text: context.say(label), label: true }, { text }],
        minHeight: 10,
      })),
    },
    {
      kind: 'signers',
      items: [{ label: context.say(words.signHere) }, { label: context.say(words.servedBy) }],
    },
  ];
}
