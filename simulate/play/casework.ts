import { routes as cases } from '#modules/casework/cases/contract.ts';

import type { Chance } from '../chance.ts';
import type { Posing } from '../posing.ts';
import { MINUTE, type Scene } from './hall.ts';
import { ANSWERS, fillForm } from './papers.ts';
import type { Dossier, Guest } from './records.ts';
import { identityOf } from './visitor.ts';

/** Departments work after the windows have closed, until then. */
const OFFICE_ENDS = 17 * 60 + 45;
const PAPER = 'statement';
const PAPERS = ['application', 'applicant-identity'];

/** 收件 at the window within the visit; a few bring too little and come back, or promise to bring it. */
export async function receiveCase(scene: Scene, guest: Guest, clerk: Posing): Promise<void> {
  const { visit, ticketId } = guest;
  const chance = scene.chanceOf(`case ${visit.index}`);
  const matter = pickOne(chance, scene.catalogue.mattersOf(visit.line));
  const partyId = pickOne(chance, scene.catalogue.partyIds);
  if (matter === undefined || partyId === undefined) return;
  const { requests, centre } = scene;
  const [signature] = await requests.upload('cases.signature', clerk);
  const form = fillForm(centre.day, signature ?? '', identityOf(visit.index), visit.index);
  const asked = { matterId: matter.matterId, itemKey: matter.itemKey, partyId, form };
  const preview = await requests.must(cases.previewIntake, clerk, {
    body: { ...asked, answers: ANSWERS },
  });
  const lack = chance.pick<Dossier['open']>([
    ['none', 82],
    ['deferred', preview.toleranceAllowed ? 6 : 0],
    ['missing', 12],
  ]);
  const required = preview.papers.filter(({ need }) => need === 'required').map(({ key }) => key);
  const brought = required.filter(
    (key) => lack === 'none' || key !== PAPER || PAPERS.includes(key),
  );
  const papers = [
    ...brought.map((key) => ({ key, state: 'accepted' as const, originals: 1 })),
    ...(lack === 'deferred' ? [{ key: PAPER, state: 'deferred' as const }] : []),
  ];
  const windowId = clerk.scope.level === 'window' ? clerk.scope.id : '';
  const receipt = await requests.send(cases.receiveAtWindow, clerk, {
    body: {
      ...asked,
      answers: ANSWERS,
      papers,
      windowId,
      ticketId,
      ...(lack === 'missing' ? {} : { accept: acceptanceFor(lack) }),
    },
  });
  if (!receipt.ok) return;
  const { id, caseNo, state, version } = receipt.body;
  const dossier: Dossier = {
    caseId: id,
    caseNo,
    matter,
    clerk,
    siteId: visit.line.siteId,
    chance,
    version,
    state,
    isAccepted: lack !== 'missing',
    open: lack,
    readyAt: undefined,
    from: `visit ${visit.index}`,
  };
  scene.ledger.cases.set(id, dossier);
  if (lack === 'missing') await correct(scene, dossier);
  else handOn(scene, dossier);
}

const acceptanceFor = (lack: Dossier['open']) =>
  lack === 'deferred' ? { mode: 'tolerant' as const, promised: true } : {};

/** 一次告知: told what is missing, most are back the same day. */
async function correct(scene: Scene, dossier: Dossier): Promise<void> {
  const item = { paperKey: PAPER, defect: '缺少情况说明', howToFix: '补交情况说明原件一份' };
  await act(scene, dossier, cases.tellCorrection, dossier.clerk, { items: [item] });
  const back = dossier.chance.between(25, 200);
  if (!dossier.chance.happens(0.75)) return;
  later(scene, dossier, back, async () => {
    const papers = [{ key: PAPER, state: 'accepted' as const, originals: 1 }];
    await act(scene, dossier, cases.resubmitAtWindow, dossier.clerk, { papers });
    dossier.open = 'none';
    await act(scene, dossier, cases.acceptCase, dossier.clerk, {});
    dossier.isAccepted = true;
    handOn(scene, dossier);
  });
}

/** The department: examined by as many as the matter asks, decided by another, made out. */
export function handOn(scene: Scene, dossier: Dossier): void {
  const { matter, chance } = dossier;
  if (dossier.open === 'deferred')
    later(scene, dossier, chance.between(30, 120), async () => {
      const papers = [{ key: PAPER, state: 'accepted' as const, originals: 1 }];
      await act(scene, dossier, cases.supplementAtWindow, dossier.clerk, { papers });
      dossier.open = 'none';
    });
  const officers = [1, 2, 3].map((number) =>
    scene.centre.pose(
      'department-approver',
      { level: 'department', id: matter.departmentId },
      `审批人员${number}`,
    ),
  );
  const [first, second, decider] = officers;
  if (first === undefined || second === undefined || decider === undefined) return;
  const begin = chance.between(matter.isOnTheSpot ? 2 : 20, matter.isOnTheSpot ? 20 : 160);
  const examiners = matter.isOnTheSpot ? [] : [first, second];
  for (const [index, examiner] of examiners.entries())
    later(scene, dossier, begin + index * 15, async () => {
      await act(scene, dossier, cases.examineCase, examiner, {
        passes: true,
        opinion: '材料齐全，符合条件',
      });
    });
  // What still lacks a paper cannot be decided.
  const wait = begin + examiners.length * 15 + (dossier.open === 'deferred' ? 125 : 5);
  later(scene, dossier, wait, () => decide(scene, dossier, decider));
}

async function decide(scene: Scene, dossier: Dossier, decider: Posing): Promise<void> {
  if (dossier.chance.happens(0.03)) {
    await act(scene, dossier, cases.denyCase, decider, {
      reason: '不符合法定条件',
      remedy: '可在六十日内申请行政复议，或在六个月内提起行政诉讼',
    });
    return;
  }
  await act(scene, dossier, cases.approveCase, decider, { content: '准予' });
  later(scene, dossier, dossier.chance.between(3, 25), async () => {
    await act(scene, dossier, cases.issueResult, decider, {});
    dossier.readyAt = scene.now();
    scene.ledger.ready.push(dossier);
  });
}

/** Whoever collects takes what has lain ready longest at their site, and signs for it. */
export async function collectResult(scene: Scene, siteId: string): Promise<void> {
  const { ready } = scene.ledger;
  const [dossier] = ready.filter((one) => one.siteId === siteId).toSorted(byReadiness);
  if (dossier === undefined) return;
  ready.splice(ready.indexOf(dossier), 1);
  const clerk = scene.centre.pose('window-clerk', { level: 'site', id: siteId }, '出件人员');
  const [signatureFileId] = await scene.requests.upload('cases.signature', clerk);
  if (signatureFileId === undefined) return;
  await act(scene, dossier, cases.deliverResult, clerk, {
    way: 'window',
    recipient: '张演示',
    signatureFileId,
  });
}

const byReadiness = (left: Dossier, right: Dossier): number =>
  (left.readyAt ?? 0) - (right.readyAt ?? 0) || (left.from < right.from ? -1 : 1);

type ActRoute = (typeof cases)[
  | 'tellCorrection'
  | 'resubmitAtWindow'
  | 'acceptCase'
  | 'supplementAtWindow'
  | 'examineCase'
  | 'approveCase'
  | 'denyCase'
  | 'issueResult'
  | 'deliverResult'];

async function act(
  scene: Scene,
  dossier: Dossier,
  contract: ActRoute,
  who: Posing,
  body: object,
): Promise<void> {
  const { version, state } = await scene.requests.must(contract, who, {
    params: { id: dossier.caseId },
    body: { ...body, version: dossier.version } as never,
  });
  dossier.version = version;
  dossier.state = state;
}

function later(
  scene: Scene,
  { caseId }: Dossier,
  minutes: number,
  step: () => Promise<void>,
): void {
  const at = scene.now() + minutes * MINUTE;
  if (at < scene.midnight + OFFICE_ENDS * MINUTE) scene.agenda.plan(at, `case ${caseId}`, step);
}

const pickOne = <T>(chance: Chance, items: readonly T[]): T | undefined =>
  items[chance.below(Math.max(1, items.length))];
