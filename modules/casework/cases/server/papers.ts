import { ProblemError } from '#kernel/problems/problem-error.ts';
import type { Requirements } from '#modules/casework/matters/contract.ts';

import { type PaperInput, type PaperSource, problems, type Trust } from '../contract.ts';
import type { PaperRow } from './tables.ts';

/** The checklist of a case as the answers make it; what was handed in before stays with its paper. */
export function toChecklist(
  key: Pick<PaperRow, 'centre_id' | 'case_id'>,
  requirements: Pick<Requirements, 'papers'>,
  before: readonly PaperRow[] = [],
): PaperRow[] {
  const known = new Map(before.map((row) => [row.key, row]));
  return requirements.papers.map(({ paper, need }, position) => {
    const kept = known.get(paper.key);
    const asked = {
      centre_id: key.centre_id,
      case_id: key.case_id,
      key: paper.key,
      position,
      name: paper.name,
      need,
      is_main: paper.isMain,
      is_deferrable: paper.isDeferrable,
      licence_kind: paper.licenceKind ?? null,
    };
    if (kept !== undefined && (kept.state === 'exempt') === (need === 'exempt'))
      return { ...kept, ...asked };
    return {
      ...asked,
      state: need === 'exempt' ? 'exempt' : 'missing',
      source: null,
      trust: null,
      file_ids: [],
      originals: 0,
      copies: 0,
      licence_id: null,
      from_case_id: null,
      note: '',
    };
  });
}

/** Of papers as they come in; one that a clerk has seen and accepts is as good as an earlier one. */
const TRUST: Readonly<Record<PaperSource, Trust>> = {
  licence: 'A',
  data: 'A',
  'earlier-case': 'B',
  paper: 'C',
  upload: 'C',
  promise: 'D',
};

/**
 * Puts what was handed in into the checklist. `mayJudge`: a clerk says whether a paper is fit; what an applicant
 * sends waits to be looked at. Refuses a paper that is not asked for.
 */
export function handIn(
  papers: readonly PaperRow[],
  inputs: readonly PaperInput[],
  mayJudge: boolean,
): PaperRow[] {
  const given = new Map(inputs.map((input) => [input.key, input]));
  const unknown = inputs.find(({ key }) => !papers.some((row) => row.key === key));
  if (unknown) throw new ProblemError(problems.paperUnknown, { key: unknown.key });
  return papers.map((row) => {
    const input = given.get(row.key);
    return input === undefined || row.need === 'exempt' ? row : fill(row, input, mayJudge);
  });
}

function fill(row: PaperRow, input: PaperInput, mayJudge: boolean): PaperRow {
  const state = mayJudge ? input.state : stateHandedIn(row, input);
  return {
    ...row,
    state,
    source: state === 'missing' ? null : input.source,
    trust: trustOf(state, input.source),
    file_ids: [...new Set(input.fileIds)],
    originals: input.originals,
    copies: input.copies,
    licence_id: input.licenceId ?? null,
    from_case_id: input.fromCaseId ?? null,
    note: input.note,
  };
}

/** An applicant puts a paper off only where the matter lets them (容缺); an upload without a file is no paper. */
function stateHandedIn(
  { is_main: isMain, is_deferrable: isDeferrable }: PaperRow,
  { state, source, fileIds }: PaperInput,
): PaperRow['state'] {
  if (state === 'deferred') return isDeferrable && !isMain ? 'deferred' : 'missing';
  if (state === 'missing' || (source === 'upload' && fileIds.length === 0)) return 'missing';
  return 'pending';
}

function trustOf(state: PaperRow['state'], source: PaperSource): Trust | null {
  if (state === 'accepted' && TRUST[source] === 'C') return 'B';
  return state === 'accepted' || state === 'pending' ? TRUST[source] : null;
}

/** On acceptance what was only handed in is accepted with the rest. */
export const acceptPending = (papers: readonly PaperRow[]): PaperRow[] =>
  papers.map((row) => (row.state === 'pending' ? { ...row, state: 'accepted' } : row));

/** What of the papers differs, for the history: keys and states, never files or notes. */
export function listPaperChanges(
  before: readonly PaperRow[],
  after: readonly PaperRow[],
): Array<{ readonly key: string; readonly state: string }> {
  const known = new Map(before.map((row) => [row.key, JSON.stringify(row)]));
  return after
    .filter((row) => known.get(row.key) !== JSON.stringify(row))
    .map(({ key, state }) => ({ key, state }));
}
