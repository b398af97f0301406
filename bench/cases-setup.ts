import type { Actor } from '#kernel/access/contract-actor.ts';
import { anonymousActor } from '#kernel/access/system-actor.ts';
import { systemClock } from '#kernel/clock/clock.ts';
import { readConfig } from '#kernel/config/config.ts';
import { makeSecrets } from '#kernel/config/secrets.ts';
import { createFieldCipher } from '#kernel/crypto/field-cipher.ts';
import { parseKeyRing } from '#kernel/crypto/key-ring.ts';
import type { RouteContract } from '#kernel/http/contract.ts';
import { composeCitizenId } from '#kernel/ids/citizen-id.ts';
import { newId } from '#kernel/ids/id.ts';
import { composeUscc } from '#kernel/ids/uscc.ts';
import { createLog } from '#kernel/observe/log.ts';
import { aMatter } from '#modules/casework/cases/server/test-matter.ts';
import { routes as matterRoutes } from '#modules/casework/matters/contract.ts';
import { routes as organisationRoutes } from '#modules/registry/organisation/contract.ts';
import { routes as partyRoutes } from '#modules/registry/parties/contract.ts';
import { createApp } from '#server/app.ts';
import { allPermissions } from '#server/roles.ts';

import type { BenchContext } from './workload.ts';

/** Many matters of several departments, as in a hall: each has its own series of numbers. */
const MATTERS = 16;
const DEPARTMENTS = [
  'tax',
  'market',
  'health',
  'traffic',
  'construction',
  'labour',
  'culture',
  'water',
];

function actorNamed(id: string, name: string): Actor {
  return {
    kind: 'staff',
    id,
    centreId: 1,
    name,
    grants: allPermissions.map((permission) => ({
      permission: permission.name,
      scope: { level: 'centre' },
    })),
  };
}

/** The same in every process, so that a request can be repeated to another one. */
export const benchPeople = {
  a: actorNamed('019ab000-0000-7000-8000-00000000000a', '编制人'),
  b: actorNamed('019ab000-0000-7000-8000-00000000000b', '综窗人员'),
};

const secrets = {
  ...makeSecrets(),
  gatewayToken: undefined,
  s3: undefined,
  isDemonstration: true,
};

/** A window, an applicant and matters in force. */
export type Furnished = Awaited<ReturnType<typeof furnish>>;

/** A round that is repeated finds the hall as the one before has left it. */
const furnished = new Map<string, Furnished>();

export type Hall = Awaited<ReturnType<typeof openHall>>;

/** A listening server with a window, an applicant and matters in force; whoever asks is taken at their word. */
export async function openHall({ database, connection }: BenchContext) {
  const config = readConfig({
    DATA_DIR: `/tmp/onewindow-bench-files/${connection.database}`,
    LOG_LEVEL: 'silent',
    RATE_PER_MINUTE: '100000000',
  });
  const cipher = createFieldCipher(parseKeyRing(secrets.fieldKeys, { production: false }));
  const app = await createApp(
    { config, secrets, database, clock: systemClock, cipher, log: createLog('silent') },
    {
      identify: async ({ headers }) => {
        const name = headers['x-actor'];
        return { actor: name === 'a' || name === 'b' ? benchPeople[name] : anonymousActor(1) };
      },
    },
  );
  const url = await app.http.listen({ host: '127.0.0.1', port: 0 });
  const hall = furnished.get(connection.database) ?? (await furnish(url));
  furnished.set(connection.database, hall);
  return {
    ...hall,
    url,
    /** One request by the clerk, without a connection. */
    inject: async (path: string, payload: string) => {
      const headers = {
        'x-actor': 'b',
        'content-type': 'application/json',
        'idempotency-key': newId(),
      };
      const answer = await app.http.inject({ method: 'POST', url: path, headers, payload });
      if (answer.statusCode !== 201) throw new Error(answer.body);
    },
    close: () => app.close(),
  };
}

/** Sets up through the front door what a case needs, in a server that takes the people above at their word. */
export async function furnish(url: string) {
  const send = async (route: RouteContract, body: object, id = '', by = 'a') => {
    const answer = await fetch(`${url}${route.path.replace(':id', id)}`, {
      method: route.method,
      headers: {
        'x-actor': by,
        'content-type': 'application/json',
        'idempotency-key': newId(),
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${route.name}: ${await answer.text()}`);
    return (await answer.json()) as { id: string; matterId: string; version: number };
  };
  const named = { nameZh: '基准', nameEn: 'Bench', order: 1 };
  const place = { kind: 'town', divisionCode: '310117003', address: '', phone: '' };
  const site = await send(organisationRoutes.createSite, { ...named, ...place, code: 'here' });
  const box = { floor: 1, x: 0, y: 0, width: 20, height: 10 };
  const zone = await send(organisationRoutes.createZone, {
    ...named,
    ...box,
    code: 'here-1',
    siteId: site.id,
    kind: 'service',
  });
  const departmentIds: string[] = [];
  for (const [index, code] of DEPARTMENTS.entries()) {
    const department = await send(organisationRoutes.createDepartment, {
      ...named,
      code,
      shortZh: code,
      kind: 'vertical',
      phone: '',
      uscc: composeUscc('11', '310117', `MB0T01${index}0`) ?? '',
    });
    departmentIds.push(department.id);
  }
  const window = await send(organisationRoutes.createWindow, {
    siteId: site.id,
    zoneId: zone.id,
    number: 1,
    nameZh: '综合窗口',
    nameEn: 'Comprehensive',
    kind: 'comprehensive',
    departmentIds,
    isAccessible: true,
    x: 1,
    y: 1,
    validFrom: '2026-01-01',
  });
  const number = composeCitizenId('310117', '1980-05-06', 12) ?? '';
  const party = await send(partyRoutes.registerPerson, {
    name: '张小明',
    identifier: { kind: '111', number },
    divisionCode: '310117',
  });
  const matterIds: string[] = [];
  for (let serial = 101; serial <= 100 + MATTERS; serial += 1) {
    const content = aMatter(serial, DEPARTMENTS[serial % DEPARTMENTS.length] ?? '');
    const made = await send(matterRoutes.createMatter, { content, note: '' });
    const sent = await send(matterRoutes.submitDraft, { version: made.version }, made.id);
    await send(matterRoutes.publishEdition, { version: sent.version }, made.id, 'b');
    matterIds.push(made.matterId);
  }
  return { windowId: window.id, partyId: party.id, matterIds };
}
