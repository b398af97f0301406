import type { Actor } from '#kernel/access/contract-actor.ts';
import { routes as fileRoutes } from '#kernel/files/contract.ts';
import type { BodyInput } from '#kernel/http/contract.ts';
import { composeCitizenId } from '#kernel/ids/citizen-id.ts';
import { newId } from '#kernel/ids/id.ts';
import type { HandlingItem, MatterContent } from '#modules/casework/matters/contract.ts';
import { routes as matterRoutes } from '#modules/casework/matters/contract.ts';
import {
  permissions as organisationPermissions,
  routes as organisationRoutes,
} from '#modules/registry/organisation/contract.ts';
import {
  permissions as partyPermissions,
  routes as partyRoutes,
} from '#modules/registry/parties/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp, type TestAppOptions } from '#test/support/app.ts';
import { TEST_CENTRE } from '#test/support/database.ts';
import { createPlaces } from '#test/support/organisation.ts';

import { type ActResult, permissions, routes } from '../contract.ts';
import { aMatter } from './test-matter.ts';

type Route = (typeof routes)[keyof typeof routes];

/** The papers of the test matter, all in order. */
export const ALL_PAPERS = ['application', 'identity', 'layout', 'report'].map((key) => ({
  key,
  state: 'accepted' as const,
  originals: 1,
}));

export const REMEDY = '可在六十日内申请行政复议，或者在六个月内提起行政诉讼';

/** The whole server with a centre in which cases can be handled, and people who may each do their part. */
export async function startCases(options: TestAppOptions = {}) {
  const app = await startTestApp(options);
  const manager = staffWith(Object.values(organisationPermissions).map(({ name }) => name));
  const places = await createPlaces(app, manager);
  const window = await app.send(manager, organisationRoutes.createWindow, {
    body: { ...places.window, number: 1 },
  });
  const windowId = window.body.id;
  const { departmentId, siteId } = places;
  const people = createPeople(windowId, departmentId);
  const { clerk } = people;
  const world = { app, places, windowId, departmentId, siteId, ...people };
  const serial = { last: 100 };
  return {
    ...world,
    party: (name?: string) => registerParty(app, name),
    /** Somebody on record whom nobody has identified yet. */
    unknownParty: () => registerParty(app, '李未核', false),
    /** The citizen of a party, signed in. */
    citizen: toCitizen,
    /** A matter in force; gives its id. */
    matter: async (item: Partial<HandlingItem> = {}, more: Partial<MatterContent> = {}) => {
      serial.last += 1;
      return publishMatter(app, aMatter(serial.last, 'tax', item, more));
    },
    ...createActs(app, people, windowId),
    /** Received at the window, complete unless told; accepted when asked. */
    receive: (
      matterId: string,
      partyId: string,
      more: Partial<BodyInput<typeof routes.receiveAtWindow>> = {},
    ) =>
      app.send(clerk, routes.receiveAtWindow, {
        body: {
          matterId,
          itemKey: 'new',
          partyId,
          windowId,
          form: { 'place-name': '清风茶馆' },
          papers: ALL_PAPERS,
          ...more,
        },
      }),
    /** A small picture sent by somebody for a purpose; gives its id. */
    upload: (actor: Actor, purpose: string) => uploadPicture(app, actor, purpose),
    /** Moves to an instant in Shanghai, e.g. `2026-03-02T09:00`. */
    setTime: (local: string) => app.clock.set(`${local}:00+08:00`),
  };
}

export type Cases = Awaited<ReturnType<typeof startCases>>;

type People = ReturnType<typeof createPeople>;

/** Acts of a case by those who may, up to the decision. */
function createActs(app: TestApp, { clerk, first, second, approver }: People, windowId: string) {
  /** One act, expected to succeed. */
  const act = async (actor: Actor, route: Route, id: string, body: object): Promise<ActResult> => {
    const answer = await app.send(actor, route as typeof routes.takeCase, {
      params: { id },
      body: body as { version: number },
    });
    if (answer.problem !== undefined) throw new Error(`${route.name}: ${answer.text}`);
    return answer.body;
  };
  /** Received and accepted; gives the case at version 2. */
  const accepted = async (matterId: string, partyId: string): Promise<ActResult> => {
    const { body, text } = await app.send(clerk, routes.receiveAtWindow, {
      body: {
        matterId,
        itemKey: 'new',
        partyId,
        windowId,
        form: { 'place-name': '清风茶馆' },
        papers: ALL_PAPERS,
        accept: {},
      },
    });
    if (body === undefined) throw new Error(text);
    return body;
  };
  /** Accepted, examined by two and approved by a third. */
  const approved = async (matterId: string, partyId: string) => {
    const { id, caseNo, ...one } = await accepted(matterId, partyId);
    const passes = { passes: true, opinion: '同意' };
    const seen = await act(first, routes.examineCase, id, { version: one.version, ...passes });
    const both = await act(second, routes.examineCase, id, { version: seen.version, ...passes });
    const { version } = await act(approver, routes.approveCase, id, {
      version: both.version,
      content: '准予许可',
    });
    return { id, caseNo, version };
  };
  return { act, accepted, approved };
}

/** Somebody for each part, and one of another department. */
function createPeople(windowId: string, departmentId: string) {
  const of = (names: ReadonlyArray<keyof typeof permissions>, name: string, id = departmentId) =>
    staffWith(
      names.map((one) => permissions[one].name),
      { level: 'department', id },
      { name },
    );
  const clerk = staffWith(
    ['view', 'intake', 'accept', 'deliver'].map(
      (one) => permissions[one as keyof typeof permissions].name,
    ),
    { level: 'window', id: windowId },
    { name: '综窗甲' },
  );
  return {
    clerk,
    first: of(['view', 'examine', 'accept', 'issue', 'archive', 'assign'], '审查甲'),
    second: of(['view', 'examine'], '审查乙'),
    approver: of(['view', 'decide', 'examine'], '审批丙'),
    head: of(['view', 'extend', 'revoke', 'decide'], '负责人丁'),
    stranger: of(
      ['view', 'examine', 'decide', 'accept', 'advise', 'extend', 'issue', 'revoke'],
      '他部门戊',
      newId(),
    ),
  };
}

const toCitizen = (partyId: string): Actor => ({
  kind: 'citizen',
  id: newId(),
  centreId: TEST_CENTRE,
  name: '张小明',
  subject: partyId,
  grants: [permissions.viewOwn, permissions.apply].map(({ name }) => ({
    permission: name,
    scope: { level: 'own' as const },
  })),
});

let births = 0;

async function registerParty(app: TestApp, name = '张小明', isVerified = true): Promise<string> {
  const clerk = staffWith(Object.values(partyPermissions).map((one) => one.name));
  births += 1;
  const day = String((births % 28) + 1).padStart(2, '0');
  const number = composeCitizenId('310117', `1980-05-${day}`, births % 999) ?? '';
  const { body, text } = await app.send(clerk, partyRoutes.registerPerson, {
    body: {
      name,
      identifier: { kind: '111', number },
      contacts: [{ kind: 'mobile', value: '13800138000' }],
      divisionCode: '310117',
    },
  });
  if (body === undefined) throw new Error(text);
  if (isVerified)
    await app.send(clerk, partyRoutes.verifyParty, {
      params: { id: body.id },
      body: { documentKind: '111' },
    });
  return body.id;
}

async function publishMatter(app: TestApp, content: MatterContent): Promise<string> {
  const names = ['matters.view', 'matters.draft', 'matters.publish'];
  const drafter = staffWith(names);
  const publisher = staffWith(names);
  const made = await app.send(drafter, matterRoutes.createMatter, { body: { content, note: '' } });
  if (made.problem !== undefined) throw new Error(made.text);
  const { id, matterId, version } = made.body;
  const sent = await app.send(drafter, matterRoutes.submitDraft, {
    params: { id },
    body: { version },
  });
  if (sent.problem !== undefined) throw new Error(`${sent.text} ${JSON.stringify(made.body)}`);
  const published = await app.send(publisher, matterRoutes.publishEdition, {
    params: { id },
    body: { version: sent.body.version },
  });
  if (published.problem !== undefined) throw new Error(published.text);
  return matterId;
}

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

async function uploadPicture(app: TestApp, actor: Actor, purpose: string): Promise<string> {
  // The front door knows an actor of a test once they have asked for something.
  await app.send(actor, fileRoutes.uploadFiles, { query: { purpose } });
  const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`;
  const answer = await app.app.http.inject({
    method: 'POST',
    url: `${fileRoutes.uploadFiles.path}?purpose=${purpose}`,
    headers: { 'x-test-actor': actor.id, 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([
      Buffer.from(head),
      Buffer.from(PNG, 'base64'),
      Buffer.from('\r\n--b--\r\n'),
    ]),
  });
  const [file] = answer.json<{ items: Array<{ id: string }> }>().items ?? [];
  if (file === undefined) throw new Error(answer.body);
  return file.id;
}
