import { routes as cases } from '#modules/casework/cases/contract.ts';

import { createChance } from '../chance.ts';
import { handOn } from './casework.ts';
import { MINUTE, type Scene } from './hall.ts';
import { ANSWERS, fillForm } from './papers.ts';
import type { Dossier } from './records.ts';
import { identityOf } from './visitor.ts';

/** Of as many as come to the hall those who apply from home, from morning to late evening. */
const SHARE = 0.12;
const [FROM, TO] = [7 * 60 + 15, 21 * 60 + 30];
/** Departments look at what came in, and accept it the same day before they close. */
const ACCEPTED_BY = 17 * 60 + 15;
/** Identities of those at home are counted on from those in the hall. */
const AT_HOME = 7_000_000;

/** Plans the applications that come in from home beside a day of so many visits. */
export function expectOnline(scene: Scene, visits: number, seed: number): void {
  const chance = createChance(seed, 'online');
  const count = Math.round(visits * SHARE);
  for (let index = 0; index < count; index += 1) {
    const at = scene.midnight + chance.between(FROM, TO) * MINUTE;
    scene.agenda.plan(at, `online ${index}`, () => apply(scene, index));
  }
}

async function apply(scene: Scene, index: number): Promise<void> {
  const { requests, centre, catalogue, ledger } = scene;
  const chance = scene.chanceOf(`online ${index}`);
  const partyId = catalogue.identifiedIds[index % Math.max(1, catalogue.identifiedIds.length)];
  const matter = catalogue.all[chance.below(Math.max(1, catalogue.all.length))];
  if (partyId === undefined || matter === undefined) return;
  // One draft of a matter for each person: everybody applies for another one.
  const citizen = centre.poseAsCitizen(partyId);
  const [signature = ''] = await requests.upload('cases.signature', citizen);
  const form = fillForm(centre.day, signature, identityOf(AT_HOME + index), index);
  const asked = { matterId: matter.matterId, itemKey: matter.itemKey, answers: ANSWERS, form };
  const preview = await requests.must(cases.previewOwn, citizen, { body: asked });
  const papers = [];
  for (const { key, need } of preview.papers) {
    if (need !== 'required') continue;
    const fileIds = [...(await requests.upload('cases.paper', citizen))];
    papers.push({ key, source: 'upload' as const, fileIds });
  }
  const draft = await requests.must(cases.saveDraft, citizen, { body: { ...asked, papers } });
  const receipt = await requests.send(cases.submitDraft, citizen, {
    params: { id: draft.id },
    body: { version: draft.version },
  });
  if (!receipt.ok) return;
  const { id, caseNo, state, version } = receipt.body;
  const officer = centre.pose(
    'department-approver',
    { level: 'department', id: matter.departmentId },
    '受理人员',
  );
  const dossier: Dossier = {
    caseId: id,
    caseNo,
    matter,
    clerk: officer,
    siteId: '',
    chance,
    version,
    state,
    isAccepted: false,
    open: 'none',
    readyAt: undefined,
    from: `home ${index}`,
  };
  ledger.cases.set(id, dossier);
  ledger.online += 1;
  const at = scene.now() + chance.between(10, 120) * MINUTE;
  if (at > scene.midnight + ACCEPTED_BY * MINUTE) return;
  scene.agenda.plan(Math.max(at, scene.midnight + 9 * 60 * MINUTE), `case ${id}`, async () => {
    const accepted = await requests.must(cases.acceptCase, officer, {
      params: { id },
      body: { version: dossier.version },
    });
    dossier.version = accepted.version;
    dossier.state = accepted.state;
    dossier.isAccepted = true;
    handOn(scene, dossier);
  });
}
