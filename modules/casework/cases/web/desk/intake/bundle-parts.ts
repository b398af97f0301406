import type {
  BundleGuide,
  BundlePaper,
  BundleRequirements,
  RequiredPaper,
} from '#modules/casework/matters/contract.ts';

import type { BundleIntake, Checklist } from '../../../contract.ts';
import { type PaperEntries, type Reusable, toPaperInputs } from '../../parts/paper-entries.ts';

/** The paper that stands for others, under its own name. */
export const toRequired = ({ key, name, paper, need, exemptBy }: BundlePaper): RequiredPaper => ({
  paper: { ...paper, key, name },
  need,
  ...(exemptBy === undefined ? {} : { exemptBy }),
});

type Part = BundleIntake['parts'][number];

/** One application for each matter of the bundle, in its order: the first leads. A merged paper is handed in for each. */
export function toParts(
  { members: known }: Pick<BundleGuide, 'members'>,
  { members, papers }: BundleRequirements,
  entries: PaperEntries,
): Part[] {
  return members.flatMap(({ key, answers, values, requirements }): Part[] => {
    const member = known.find((one) => one.key === key);
    if (member === undefined) return [];
    const own: PaperEntries = Object.fromEntries(
      papers.flatMap((paper) => {
        const entry = entries[paper.key];
        if (entry === undefined) return [];
        const fills = paper.fills.filter((fill) => fill.member === key);
        return fills.map((fill) => [fill.paper, entry] as const);
      }),
    );
    return [
      {
        matterId: member.matterId,
        itemKey: member.item.key,
        answers,
        form: values,
        papers: toPaperInputs(own, requirements.papers),
        isPrerequisite: members.some(({ after }) => after.includes(key)),
      },
    ];
  });
}

/** Whether every paper that this one stands for may follow later. */
export function mayFollow(
  { fills }: Pick<BundlePaper, 'fills'>,
  { members: known }: Pick<BundleGuide, 'members'>,
  { members }: Pick<BundleRequirements, 'members'>,
): boolean {
  return fills.every(({ member, paper: key }) => {
    const isTolerant = known.find((one) => one.key === member)?.item.tolerance.allowed;
    const asked = members.find((one) => one.key === member)?.requirements.papers;
    const paper = asked?.find((one) => one.paper.key === key)?.paper;
    return isTolerant === true && paper?.isDeferrable === true && !paper.isMain;
  });
}

const isSame = (one: Reusable, other: Reusable) =>
  one.source === other.source && one.licenceId === other.licenceId && one.caseId === other.caseId;

/** What can be used again for every paper that this one stands for; by the checklists of the members. */
export function sharedReuse(
  { fills }: Pick<BundlePaper, 'fills'>,
  checklists: Readonly<Record<string, Pick<Checklist, 'papers'>>>,
): readonly Reusable[] {
  const [first = [], ...others] = fills.map(
    ({ member, paper }) =>
      checklists[member]?.papers.find(({ key }) => key === paper)?.reusable ?? [],
  );
  return first.filter((option) => others.every((list) => list.some((one) => isSame(one, option))));
}
