import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type BundleGuide,
  type BundleRequirements,
  mergeBundle,
  problems,
  type RequirementsQuestion,
  resolveBundle,
} from '../../contract.ts';
import { findMembers, toItems } from '../bundle-members.ts';
import type { MattersDeps } from '../deps.ts';
import { getInForce } from './get-in-force.ts';

async function load(deps: MattersDeps, centreId: number, matterId: string) {
  const { db } = deps.database;
  const { found, edition, today } = await getInForce(deps, db, centreId, matterId);
  const { content } = edition;
  if (!('members' in content)) throw new ProblemError(problems.notInForce);
  const members = await findMembers(db, deps.editions, { centreId, on: today }, content);
  return { found, edition, content, members };
}

/** The guide of a bundle in force today, with the questions and the form of all its members in one. For everybody. */
export async function getBundleGuide(
  deps: MattersDeps,
  centreId: number,
  matterId: string,
): Promise<BundleGuide> {
  const { found, edition, content, members } = await load(deps, centreId, matterId);
  return {
    matterId,
    editionId: edition.editionId,
    number: edition.number,
    validFrom: found.valid_from,
    validUntil: found.valid_until,
    content,
    members: members.map((member) => ({
      key: member.key,
      matterId: member.matterId,
      editionId: member.editionId,
      matterName: member.content.name,
      departmentCode: member.content.authority.departmentCode,
      departmentName: member.content.authority.name,
      item: member.item,
    })),
    ...mergeBundle(content, toItems(members)),
  };
}

/** Members, papers, fee and limits of a bundle in force today for these answers. For everybody. */
export async function resolveBundleGuide(
  deps: MattersDeps,
  centreId: number,
  matterId: string,
  { answers, values }: Omit<RequirementsQuestion, 'itemKey'>,
): Promise<BundleRequirements> {
  const { content, members } = await load(deps, centreId, matterId);
  return resolveBundle(content, toItems(members), answers, values);
}
