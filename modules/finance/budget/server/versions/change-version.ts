import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type BudgetFacts,
  type BudgetLine,
  type BudgetVersion,
  type ControlFigure,
  type LineShape,
  permissions,
  problems,
} from '../../contract.ts';
import type { BudgetDeps } from '../deps.ts';
import { versionChanged } from '../events.ts';
import * as repository from '../repository.ts';
import { toLineRow, toVersion } from '../view.ts';
import { checkLimits } from './check-limits.ts';
import { hashVersion, requireUnchanged } from './hash-version.ts';
import { checkLines, loadLines } from './load-version.ts';
import { readLinesFile } from './read-lines-file.ts';

type Row = repository.VersionRow;
type Act = 'saved' | 'submitted' | 'returned' | 'approved';

interface Step {
  readonly act: Act;
  /** Decides what becomes of the row; throws the refusal. */
  readonly decide: (tx: Tx, row: Row, lines: readonly BudgetLine[]) => Promise<Partial<Row>>;
  /** Lines to put in place of those that are there. */
  readonly lines?: (tx: Tx, row: Row) => Promise<readonly BudgetLine[]>;
}

interface Target {
  readonly id: string;
  readonly version: number;
}

/** The steps that every act on a version shares: lock, compare the editor's version, decide, write, tell. */
async function change(
  { database, clock }: BudgetDeps,
  actor: Actor,
  { id, version }: Target,
  once: Once,
  step: Step,
): Promise<BudgetVersion> {
  return database.transaction(async (tx) => {
    const before = orNotFound(await repository.lockVersion(tx, actor.centreId, id));
    requireVersion(before, version);
    const typed = await step.lines?.(tx, before);
    const lines = typed ?? (await loadLines(tx, before));
    const decided = await step.decide(tx, before, lines);
    const row = { ...before, ...decided, version: before.version + 1, updated_at: clock.now() };
    if (typed !== undefined)
      repository.replaceLines(
        tx,
        row,
        typed.map((line, index) => toLineRow(row, line, index)),
      );
    repository.updateVersion(tx, row);
    versionChanged(tx, clock, actor, { act: step.act, before, after: row });
    const view = toVersion(row, lines, false);
    once.claim(tx, view);
    return view;
  });
}

function requireDraft(row: Row): void {
  if (row.state !== 'draft') throw new ProblemError(problems.notDraft);
}

function requireSubmitted(row: Row): void {
  if (row.state !== 'submitted') throw new ProblemError(problems.wrongState);
}

interface SaveVersion extends Target {
  readonly rows: readonly LineShape[];
  readonly facts: BudgetFacts | null;
}

/** Saves lines and facts of a draft, whole. A bad line refuses all of them, naming row and rule. */
export async function saveVersion(deps: BudgetDeps, actor: Actor, input: SaveVersion, once: Once) {
  authorise(actor, permissions.draft.name);
  return change(deps, actor, input, once, {
    act: 'saved',
    lines: async (tx, row) => {
      requireDraft(row);
      return checkLines(tx, row, input.rows);
    },
    decide: async () => ({ facts: input.facts }),
  });
}

interface TakeLines extends Target {
  readonly name: string;
  /** Base 64. */
  readonly content: string;
}

/** Takes the lines of a file in place of those of a draft. A file with one bad row leaves the draft as it was. */
export async function takeLines(deps: BudgetDeps, actor: Actor, input: TakeLines, once: Once) {
  authorise(actor, permissions.draft.name);
  return change(deps, actor, input, once, {
    act: 'saved',
    lines: async (tx, row) => {
      requireDraft(row);
      return readLinesFile(tx, row, input.name, Buffer.from(input.content, 'base64'));
    },
    decide: async () => ({}),
  });
}

interface SetFigures extends Target {
  readonly figures: readonly ControlFigure[];
}

/** Enters the figures that came down with 一下. */
export async function setControlFigures(
  deps: BudgetDeps,
  actor: Actor,
  input: SetFigures,
  once: Once,
) {
  authorise(actor, permissions.approve.name);
  return change(deps, actor, input, once, {
    act: 'saved',
    decide: async (_tx, row) => {
      requireDraft(row);
      if (row.stage !== 'control') throw new ProblemError(problems.wrongState);
      return { control_figures: [...input.figures] };
    },
  });
}

/** Submits a draft. What was submitted is hashed and never changes again. */
export async function submitVersion(deps: BudgetDeps, actor: Actor, input: Target, once: Once) {
  authorise(actor, permissions.draft.name);
  return change(deps, actor, input, once, {
    act: 'submitted',
    decide: async (tx, row, lines) => {
      requireDraft(row);
      await checkLimits(tx, row, lines);
      return {
        state: 'submitted',
        returned_for: null,
        submitted_by: actor.id,
        hash: hashVersion(row, lines),
      };
    },
  });
}

/** Returns a submitted version to its makers, with the reason. */
export async function returnVersion(
  deps: BudgetDeps,
  actor: Actor,
  input: Target & { readonly reason: string },
  once: Once,
) {
  authorise(actor, permissions.approve.name);
  return change(deps, actor, input, once, {
    act: 'returned',
    decide: async (_tx, row) => {
      requireSubmitted(row);
      return { state: 'draft', returned_for: input.reason, hash: null, submitted_by: null };
    },
  });
}

/** Books the approval. Who submitted may not approve. */
export async function approveVersion(
  deps: BudgetDeps,
  actor: Actor,
  input: Target & { readonly document: string; readonly approvedOn: string },
  once: Once,
) {
  authorise(actor, permissions.approve.name);
  return change(deps, actor, input, once, {
    act: 'approved',
    decide: async (_tx, row, lines) => {
      requireSubmitted(row);
      requireUnchanged(row, lines);
      if (row.submitted_by === actor.id) throw new ProblemError(problems.samePerson);
      return { state: 'approved', document: input.document, approved_on: input.approvedOn };
    },
  });
}
