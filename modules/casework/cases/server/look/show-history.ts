import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Words } from '#kernel/problems/contract.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import {
  type HistoryEntry,
  permissions,
  stageOf,
  stateWords,
  transitions,
} from '../../contract.ts';
import type { CasesDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import type { EventRow } from '../tables.ts';
import { targetOf } from '../who.ts';
import { doneWords } from './done-words.ts';

/** Every step with who took it, for those who handle the case. */
export async function listHistory(
  { database }: CasesDeps,
  actor: Actor,
  id: string,
): Promise<{ items: HistoryEntry[] }> {
  const { db } = database;
  const row = orNotFound(await repository.findCase(db, actor.centreId, id));
  authorise(actor, permissions.view.name, targetOf(row.body));
  const events = await repository.listEvents(db, actor.centreId, id);
  return { items: events.map((event) => toHistoryEntry(event, false)) };
}

/** Steps that concern only those who handle the case. */
const INTERNAL = new Set<EventRow['act']>([
  'assign',
  'take',
  'delegate',
  'ask-opinion',
  'give-opinion',
  'follow-children',
  'call-inspection',
  'check-papers',
]);

/** The timeline of the applicant: what concerns them, without names of staff or notes that are not theirs. */
export const toTimeline = (events: readonly EventRow[]): HistoryEntry[] =>
  events.filter(({ act }) => !INTERNAL.has(act)).map((event) => toHistoryEntry(event, true));

function toHistoryEntry(event: EventRow, forApplicant: boolean): HistoryEntry {
  const isHidden = forApplicant && event.by_kind === 'staff';
  return {
    seq: event.seq,
    at: event.at.toISOString(),
    act: event.act,
    fromState: event.from_state,
    toState: event.to_state,
    byName: isHidden ? '' : event.by_name,
    byKind: event.by_kind,
    text: toWords(event),
    note: forApplicant && !event.is_public ? '' : event.note,
    clockRuns: stageOf[event.to_state] !== 'none' && event.to_state !== 'special',
  };
}

/** In plain words: what was done, and where that leaves the case. */
function toWords({ act, from_state: from, to_state: to }: EventRow): Words {
  const { title, to: leadsTo } = transitions[act];
  const zh = title['zh-CN'];
  const en = doneWords[act];
  if (from === to) return { 'zh-CN': zh, en };
  const state = stateWords[to];
  return {
    'zh-CN': zh === state['zh-CN'] ? zh : `${zh}：${state['zh-CN']}`,
    // Where an act always leads to the same state, its English names it already.
    en: leadsTo === to ? en : `${en}: ${state.en}`,
  };
}
