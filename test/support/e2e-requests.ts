import type { BrowserContext } from 'playwright-core';

import { routes as access } from '#kernel/access/contract.ts';
import type { BodyInput, QueryInput, ResponseOf, RouteContract } from '#kernel/http/contract.ts';
import { newId } from '#kernel/ids/id.ts';
import { routes as imports } from '#kernel/imports/contract.ts';

import type { Visitor, VisitorOptions } from './e2e-browser.ts';
import type { StartedCentre } from './e2e-centre.ts';
import { OWN_PASSWORD, type RoleTitle, type SignedIn, signIn, signInStaff } from './e2e-staff.ts';

export interface Asked<C> {
  readonly id?: string;
  readonly body?: BodyInput<C>;
  readonly query?: QueryInput<C>;
}

export interface Answered<C> {
  readonly status: number;
  readonly body: ResponseOf<C>;
}

/** One request of somebody who is signed in, without their pages: for steps that are not what a journey is about. */
export async function ask<C extends RouteContract>(
  { request }: BrowserContext,
  { csrfToken }: Pick<SignedIn, 'csrfToken'>,
  contract: C,
  { id = '', body, query }: Asked<C> = {},
): Promise<Answered<C>> {
  const given = Object.entries(query ?? {}).map(([name, value]) => [name, String(value)]);
  const path = contract.path.replace(/:\w+/u, id);
  const answer = await request.fetch(`${path}?${new URLSearchParams(given).toString()}`, {
    method: contract.method,
    headers: { 'x-csrf-token': csrfToken, 'idempotency-key': newId() },
    ...(body === undefined ? {} : { data: body as object }),
  });
  const isJson = (answer.headers()['content-type'] ?? '').includes('json');
  return {
    status: answer.status(),
    body: (isJson ? await answer.json() : undefined) as ResponseOf<C>,
  };
}

type Open = (options?: VisitorOptions) => Promise<Visitor>;

export interface Colleague extends Visitor {
  /** Sends a request as this colleague, and fails when it is refused. */
  readonly ask: <C extends RouteContract>(contract: C, asked?: Asked<C>) => Promise<ResponseOf<C>>;
  /** The status of a request that may be refused. */
  readonly tryTo: <C extends RouteContract>(contract: C, asked?: Asked<C>) => Promise<number>;
  /** Takes a sheet (CSV) in. */
  readonly importSheet: (importer: string, sheet: string) => Promise<void>;
}

/** In which language each of the staff worked last: it is kept with their account. */
const spoken = new Map<string, NonNullable<VisitorOptions['language']>>();

/** Somebody of the staff by their number, with a window of their own. */
export async function openColleague(
  open: Open,
  employeeNo: string,
  options: VisitorOptions = {},
): Promise<Colleague> {
  const signedIn = await signInStaff(open, employeeNo, options.language);
  const visitor = await open({ ...options, state: signedIn.state });
  const colleague = toColleague(visitor, signedIn, employeeNo);
  // Whoever worked in the other language before goes on in this one.
  const { language: locale = 'zh-CN' } = options;
  if ((spoken.get(employeeNo) ?? locale) !== locale)
    await colleague.ask(access.changeProfile, { body: { locale } });
  spoken.set(employeeNo, locale);
  return colleague;
}

/** Somebody of a centre of one's own, by the role that its welcome names in English. What was signed in once keeps its password. */
export function openStaffOf(open: Open, centre: StartedCentre) {
  const known = new Set<string>();
  return async (role: RoleTitle): Promise<Colleague> => {
    const account = centre.accounts.find(({ roleEn }) => roleEn === role);
    if (account === undefined) throw new Error(`No account of ${role}`);
    const { loginName } = account;
    const password = known.has(role) ? OWN_PASSWORD : account.password;
    const visitor = await open({ url: centre.url });
    const signedIn = await signIn(visitor.context, { loginName, password });
    known.add(role);
    return toColleague(visitor, signedIn, role);
  };
}

const toColleague = (visitor: Visitor, signedIn: SignedIn, name: string): Colleague => ({
  ...visitor,
  ask: async (contract, asked) => {
    const { status, body } = await ask(visitor.context, signedIn, contract, asked);
    if (status < 300) return body;
    throw new Error(`${contract.name} of ${name}: ${status} ${JSON.stringify(body)}`);
  },
  tryTo: async (contract, asked) => (await ask(visitor.context, signedIn, contract, asked)).status,
  importSheet: (importer, sheet) => importSheet(visitor.context, signedIn, importer, sheet),
});

/** Imports a sheet as whoever manages a system would: looked at, then taken. */
async function importSheet(
  { request }: BrowserContext,
  { csrfToken }: Pick<SignedIn, 'csrfToken'>,
  importer: string,
  sheet: string,
): Promise<void> {
  const headers = { 'x-csrf-token': csrfToken };
  const file = { name: `${importer}.csv`, mimeType: 'text/csv', buffer: Buffer.from(sheet) };
  const preview = await request.post(imports.previewImport.path.replace(':importer', importer), {
    headers,
    multipart: { file },
  });
  const { id } = (await preview.json()) as ResponseOf<typeof imports.previewImport>;
  const applied = await request.post(imports.applyImport.path.replace(':id', id), { headers });
  if (!applied.ok())
    throw new Error(`${importer}: ${await preview.text()} ${await applied.text()}`);
}
