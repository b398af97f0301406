import type { Paper, RequiredPaper } from '#modules/casework/matters/contract.ts';

import type { ChecklistPaper, PaperInput } from '../../contract.ts';

/** What stands in for a paper: a licence in force, or the same paper of an earlier case. */
export type Reusable = ChecklistPaper['reusable'][number];

/** What was decided of one paper on the page. */
export interface PaperEntry {
  readonly state: 'accepted' | 'pending' | 'deferred' | 'missing';
  readonly source: PaperInput['source'];
  readonly fileIds: readonly string[];
  readonly licenceId?: string;
  readonly fromCaseId?: string;
  /** Put in by the page, and not touched by anybody yet. */
  readonly isSuggested?: boolean;
}

export type PaperEntries = Readonly<Record<string, PaperEntry>>;

export const MISSING: PaperEntry = { state: 'missing', source: 'paper', fileIds: [] };

/** The paper as it lies on the counter. */
export const acceptOnPaper = (entry: PaperEntry = MISSING): PaperEntry => ({
  state: 'accepted',
  source: entry.fileIds.length > 0 ? 'upload' : 'paper',
  fileIds: entry.fileIds,
});

export const deferPaper = (entry: PaperEntry = MISSING): PaperEntry => ({
  state: 'deferred',
  source: 'paper',
  fileIds: entry.fileIds,
});

/** A licence or an earlier paper in place of it. */
export const reusePaper = (option: Reusable): PaperEntry => ({
  state: 'accepted',
  source: option.source,
  fileIds: [],
  ...(option.licenceId === null ? {} : { licenceId: option.licenceId }),
  ...(option.caseId === null ? {} : { fromCaseId: option.caseId }),
});

export const isReuseOf = (entry: PaperEntry | undefined, option: Reusable): boolean =>
  entry?.source === option.source &&
  entry.licenceId === (option.licenceId ?? undefined) &&
  entry.fromCaseId === (option.caseId ?? undefined);

/** Files were added to or taken from a paper: it is in as soon as there is one. */
export const withFiles = (
  entry: PaperEntry | undefined,
  fileIds: readonly string[],
  state: 'accepted' | 'pending',
): PaperEntry =>
  fileIds.length === 0
    ? { ...(entry ?? MISSING), fileIds, state: 'missing', source: 'paper' }
    : { state, source: 'upload', fileIds };

/** The best of what can be used again; A goes before B, and so on. */
export const bestOf = (options: readonly Reusable[]): Reusable | undefined =>
  options.toSorted((a, b) => (a.trust < b.trust ? -1 : 1))[0];

/** Puts in what can be used again, where nobody has decided anything yet. */
export function suggestReuse(
  entries: PaperEntries,
  papers: ReadonlyArray<Pick<ChecklistPaper, 'key' | 'need' | 'reusable'>>,
): PaperEntries {
  const added = papers.flatMap(({ key, need, reusable }) => {
    const best = bestOf(reusable);
    return best === undefined || need === 'exempt' || entries[key] !== undefined
      ? []
      : [[key, { ...reusePaper(best), isSuggested: true }] as const];
  });
  return added.length === 0 ? entries : { ...entries, ...Object.fromEntries(added) };
}

/** Accepts every required paper that nobody has decided on. */
export function acceptAll(entries: PaperEntries, papers: readonly RequiredPaper[]): PaperEntries {
  const open = papers.filter(
    ({ paper, need }) =>
      need === 'required' && (entries[paper.key]?.state ?? 'missing') === 'missing',
  );
  return {
    ...entries,
    ...Object.fromEntries(open.map(({ paper }) => [paper.key, acceptOnPaper(entries[paper.key])])),
  };
}

/** How the papers stand, and which way of accepting is open. */
export interface PapersStanding {
  readonly missing: readonly Paper[];
  readonly deferred: readonly Paper[];
  /** `tolerant`: 容缺; undefined while something that cannot come later is missing. */
  readonly mode: 'complete' | 'tolerant' | undefined;
}

export function standingOf(
  entries: PaperEntries,
  papers: readonly RequiredPaper[],
  toleranceAllowed: boolean,
): PapersStanding {
  const required = papers.filter(({ need }) => need === 'required').map(({ paper }) => paper);
  const stateOf = ({ key }: Paper) => entries[key]?.state ?? 'missing';
  const missing = required.filter((paper) => stateOf(paper) === 'missing');
  const deferred = required.filter((paper) => stateOf(paper) === 'deferred');
  const mayLack =
    toleranceAllowed && deferred.every(({ isMain, isDeferrable }) => isDeferrable && !isMain);
  if (missing.length > 0) return { missing, deferred, mode: undefined };
  if (deferred.length === 0) return { missing, deferred, mode: 'complete' };
  return { missing, deferred, mode: mayLack ? 'tolerant' : undefined };
}

/** The entries as the routes take them: only papers that are asked for, with the copies that the matter says. */
export function toPaperInputs(
  entries: PaperEntries,
  papers: readonly RequiredPaper[],
): PaperInput[] {
  return papers.flatMap(({ paper, need }) => {
    const entry = entries[paper.key];
    if (entry === undefined || need === 'exempt' || entry.state === 'missing') return [];
    const { isSuggested: _, ...kept } = entry;
    const isOnPaper = kept.source === 'paper' && kept.state === 'accepted';
    return [
      {
        ...kept,
        key: paper.key,
        fileIds: [...kept.fileIds],
        originals: isOnPaper ? paper.originals : 0,
        copies: isOnPaper ? paper.copies : 0,
        note: '',
      },
    ];
  });
}
