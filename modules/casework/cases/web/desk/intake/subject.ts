import type {
  Answers,
  Form,
  Limit,
  Paper,
  Requirements,
  RequiredPaper,
  ScenarioQuestion,
  Text,
} from '#modules/casework/matters/contract.ts';
import type { ApiProblem } from '#web/client/index.ts';

import type { DeliveryWish } from '../../../contract.ts';
import type { Reusable } from '../../parts/paper-entries.ts';

/** One of the matters of a bundle that these answers bring about. */
export interface SubjectPart {
  readonly key: string;
  readonly name: Text;
  readonly department: string;
  readonly promised: Limit;
}

/** What one visit applies for: an item of a matter, or several as 一件事. */
export interface Subject {
  readonly name: Text;
  readonly questions: readonly ScenarioQuestion[];
  readonly form: Form;
  /** Pruned to the questions that are asked. */
  readonly answers: Answers;
  readonly unanswered: number;
  readonly papers: readonly RequiredPaper[];
  readonly terms: Pick<Requirements, 'promised' | 'statutory' | 'totalFen'>;
  readonly ways: ReadonlyArray<DeliveryWish['way']>;
  readonly mayDefer: (paper: Paper) => boolean;
  readonly isToleranceAllowed: boolean;
  /** What can be used again, by the key of the paper. */
  readonly reusable: Readonly<Record<string, readonly Reusable[]>>;
  /** The words of 告知承诺 where it is open; undefined where it is not. */
  readonly promise: Text | null | undefined;
  /** When it would be decided, accepted now. */
  readonly wouldBeDueOn: string | null;
  readonly knownProblem: ApiProblem | null;
  /** The matters of a bundle; none for a single item, which alone can be accepted at once. */
  readonly parts: readonly SubjectPart[] | undefined;
}
