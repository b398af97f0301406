import { z } from 'zod';

import type { Permission } from '#kernel/access/contract-permission.ts';
import type { EventKind } from '#kernel/events/contract.ts';
import type { Admission, RouteContract } from '#kernel/http/contract.ts';
import type { ProblemKind } from '#kernel/problems/contract.ts';
import type { Architecture } from '#tools/architecture/model.ts';

import { byName, compareText, toCode, toPage, toSection, toTable } from './markdown.ts';

/** What the code declares, gathered from the one list of modules. */
export interface Declared {
  readonly routes: readonly RouteContract[];
  readonly permissions: readonly Permission[];
  readonly problems: readonly ProblemKind[];
  readonly events: readonly EventKind[];
}

export function routesPage({ routes }: Declared): string {
  const groups = Map.groupBy(byName(routes), (route) => groupOf(route.name));
  const sections = [...groups].map(([group, members]) =>
    toSection(
      group,
      toTable(
        ['route', 'what it does', 'who may', 'repeat', 'own refusals'],
        members.map((route) => [
          toCode(`${route.method} ${route.path}`),
          route.summary,
          describeAdmission(route.admission),
          route.idempotency === undefined ? '' : `key ${route.idempotency}`,
          (route.problems ?? []).map(({ code }) => toCode(code)).join(' '),
        ]),
      ),
    ),
  );
  const about = 'Every route. Shapes are at `/api/docs` of a running server.';
  return toPage('Routes', about, sections);
}

function describeAdmission(admission: Admission): string {
  return typeof admission === 'string' ? admission : toCode(admission.name);
}

export function permissionsPage({ permissions }: Declared): string {
  const rows = byName(permissions).map(({ name, title, scopes, reservedFor = '' }) => [
    toCode(name),
    title['zh-CN'],
    title.en,
    scopes.join(', '),
    reservedFor,
  ]);
  const table = toTable(['permission', '中文', 'English', 'scopes', 'only for'], rows);
  const about = 'Every act that can be granted, and the scopes at which it can be.';
  return toPage('Permissions', about, [table]);
}

export function problemsPage({ problems }: Declared): string {
  const rows = problems
    .toSorted((a, b) => compareText(a.code, b.code))
    .map(({ code, status, title }) => [toCode(code), String(status), title['zh-CN'], title.en]);
  const table = toTable(['code', 'status', '中文', 'English'], rows);
  const about =
    'Every way in which a request can be refused (RFC 9457 `application/problem+json`).';
  return toPage('Problems', about, [table]);
}

export function eventsPage({ events }: Declared): string {
  const sections = byName(events).map((event) =>
    toSection(
      event.name,
      `${event.title['zh-CN']} · ${event.title.en}. Version ${event.version}; ${event.live === undefined ? 'stays on the server' : 'shown live'}.`,
      toTable(['member', 'type'], payloadRows(event)),
    ),
  );
  return toPage('Events', 'Every fact that modules tell each other.', sections);
}

interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

function payloadRows(event: EventKind): string[][] {
  const schema = z.toJSONSchema(event.payload, { unrepresentable: 'any' }) as JsonSchema;
  return Object.entries(schema.properties ?? {}).map(([name, member]) => [
    toCode(schema.required?.includes(name) === true ? name : `${name}?`),
    describeType(member),
  ]);
}

function describeType(schema: JsonSchema): string {
  if (schema.enum !== undefined) return schema.enum.map(String).join(' or ');
  if (schema.anyOf !== undefined) return schema.anyOf.map(describeType).join(' or ');
  if (schema.items !== undefined) return `list of ${describeType(schema.items)}`;
  return [schema.type ?? 'anything', schema.format === undefined ? '' : `(${schema.format})`]
    .join(' ')
    .trim();
}

export function modulesPage({ modules, kernelParts }: Architecture): string {
  const users = (name: string) =>
    Object.entries(modules).flatMap(([user, { mayImport }]) =>
      mayImport.includes(name) ? [user] : [],
    );
  const rows = Object.entries(modules).map(([name, { line, mayImport }]) => [
    `[${name}](../../modules/${name}/README.md)`,
    line['zh-CN'],
    line.en,
    mayImport.join(', '),
    users(name).join(', '),
  ]);
  const heads = ['module', '中文', 'English', 'may use', 'used by'];
  const parts = Object.entries(kernelParts).map(([name, line]) => [toCode(`kernel/${name}`), line]);
  return toPage('Modules', 'What exists, from `architecture.ts`.', [
    toTable(heads, rows),
    toSection('Kernel', toTable(['part', 'what it is'], parts)),
  ]);
}

function groupOf(name: string): string {
  return name.split('.', 1)[0] ?? name;
}
