import { may, mayAnywhere } from '#kernel/access/authorise.ts';
import { defineTopic, type Topic } from '#kernel/live/topic.ts';

import { LIVE, permissions } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import * as repository from './repository.ts';
import { targetOf } from './who.ts';

/** Changes of one case, for those who may see it and the applicant; of a department’s queue, for its people. */
export const createTopics = (deps: CasesDeps): readonly Topic[] => [
  defineTopic({
    prefix: LIVE,
    title: { 'zh-CN': '办件的变化', en: 'Changes of cases' },
    mayFollow: async (actor, id) => {
      if (id === '') return false;
      if (may(actor, permissions.view.name, { departmentId: id })) return true;
      const isCitizen = actor.kind === 'citizen';
      if (!isCitizen && !mayAnywhere(actor, permissions.view.name)) return false;
      const { db } = deps.database;
      const row = await repository.findCase(db, actor.centreId, id);
      if (row === undefined) return false;
      if (!isCitizen) return may(actor, permissions.view.name, targetOf(row.body));
      const [acting, owner] = await Promise.all([
        deps.parties.findActingParty(db, actor),
        deps.parties.findLivePartyId(db, actor.centreId, row.party_id),
      ]);
      return acting !== undefined && acting.partyId === owner;
    },
  }),
];
