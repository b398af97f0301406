import { z } from 'zod';

import { systemActor } from '#kernel/access/system-actor.ts';
import { listenToAll, on } from '#kernel/events/listener.ts';
import { messageTemplate } from '#kernel/notify/template.ts';
import { events as caseEvents } from '#modules/casework/cases/contract.ts';

import type { EvaluationDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { openService } from './open-service.ts';

const invitation = messageTemplate({
  name: 'evaluation.invitation',
  values: z.object({ matter: z.string(), token: z.string() }),
  subject: { 'zh-CN': '请您评价', en: 'Please rate us' },
  body: {
    'zh-CN': '您办理的“{matter}”已办结，请对本次服务作出评价。',
    en: '"{matter}" is done. Please say how we served you.',
  },
  link: ({ token }) => `/rate/${token}`,
});

/** 一事一评: a case that was decided can be rated by its applicant, who is told of it. */
export const onCaseDecided = (deps: EvaluationDeps) =>
  listenToAll(
    'evaluation.on-case-decided',
    [caseEvents.decided, caseEvents.notAccepted].map((kind) =>
      on(kind, async (tx, { centreId, at, payload }) => {
        const actor = systemActor(centreId, 'evaluation.on-case-decided');
        const found = await deps.cases.findCase(tx, centreId, payload.caseId);
        if (found === undefined) return;
        const isKnown =
          (await repository.findServiceOf(tx, centreId, 'case', payload.caseId)) !== undefined;
        const service = await openService(deps, tx, actor, {
          kind: 'case',
          subjectId: payload.caseId,
          ticketNo: null,
          caseId: payload.caseId,
          caseNo: found.caseNo,
          matterId: found.matterId,
          matterName: found.matterName,
          siteId: null,
          windowId: payload.windowId,
          personId: null,
          departmentId: payload.departmentId,
          partyId: payload.partyId,
          servedAt: at,
          asksAtWindow: false,
        });
        if (isKnown) return;
        const party = await deps.parties.findPartyInFull(tx, centreId, payload.partyId);
        await deps.notify.notify(tx, actor, {
          template: invitation,
          values: { matter: found.matterName.zh, token: service.token },
          to: {
            locale: 'zh-CN',
            ...(party?.mobile === undefined ? {} : { mobile: party.mobile }),
          },
          key: service.service_id,
        });
      }),
    ),
    { start: 'now' },
  );
