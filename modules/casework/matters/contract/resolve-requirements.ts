import { askQuestions } from './answers.ts';
import type { FormValues } from './form.ts';
import { holds } from './holds.ts';
import type { Fee, HandlingItem } from './item.ts';
import type { Paper } from './paper.ts';
import type { Answers } from './question.ts';
import type { RequiredPaper, Requirements } from './requirements.ts';
import { pruneValues } from './visible-fields.ts';

/** Papers, fee and limits of one application. The same answers and form give the same requirements. */
export function resolveRequirements(
  item: HandlingItem,
  given: Answers,
  formValues: FormValues,
): Requirements {
  const { asked, answers } = askQuestions(item.questions, given);
  const values = pruneValues(item.form, answers, formValues);
  const fees = item.fees
    .filter((fee) => fee.when === undefined || holds(fee.when, answers, values))
    .map((fee) => ({ fee, amountFen: toAmount(fee, values) }));
  const promised = item.promisedWhen.find(({ when }) => holds(when, answers, values));
  return {
    questions: asked.map((question) => question.key),
    unanswered: asked.map((question) => question.key).filter((key) => answers[key] === undefined),
    papers: item.papers.flatMap((paper) => toRequired(paper, answers, values)),
    fees,
    totalFen: fees.reduce((total, { amountFen }) => total + amountFen, 0),
    promised: promised?.limit ?? item.promised,
    statutory: item.statutory,
  };
}

function toRequired(paper: Paper, answers: Answers, values: FormValues): RequiredPaper[] {
  if (paper.includeIf !== undefined && !holds(paper.includeIf, answers, values)) return [];
  const { exempt } = paper;
  if (exempt !== undefined && (exempt.when === undefined || holds(exempt.when, answers, values)))
    return [{ paper, need: 'exempt', exemptBy: exempt.by }];
  return [{ paper, need: paper.necessity === '1' ? 'required' : 'optional' }];
}

/** In fen; a part of a fen counts as one, and a quantity that is missing or negative as none. */
function toAmount(fee: Fee, values: FormValues): number {
  if (fee.perField === undefined) return fee.amountFen;
  const quantity = values[fee.perField];
  return typeof quantity === 'number' && quantity > 0 ? Math.ceil(fee.amountFen * quantity) : 0;
}
