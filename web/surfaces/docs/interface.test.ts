import { describe, expect, it } from 'vitest';

import {
  type Entry,
  type Interface,
  listEntries,
  searchEntries,
  toCurl,
  toLines,
} from './interface.ts';

const description: Interface = {
  info: { title: 'OneWindow', version: '1' },
  paths: {
    '/api/v1/sites/{id}': {
      put: {
        operationId: 'organisation.changeSite',
        tags: ['organisation'],
        summary: 'Change a site',
        'x-permission': 'organisation.manage',
        security: [{ session: [] }],
        parameters: [
          { name: 'id', in: 'path', required: true },
          { name: 'Idempotency-Key', in: 'header', required: true },
        ],
        requestBody: {
          content: {
            'application/json': {
              schema: { type: 'object', required: ['nameZh'], properties: {} },
            },
          },
        },
        responses: { 409: { description: '`organisation/code-taken` 代码已被使用' } },
      },
    },
    '/healthz': {
      get: {
        operationId: 'alive.healthz',
        tags: ['alive'],
        summary: 'The process is alive',
        security: [],
        parameters: [],
        responses: {},
      },
    },
  },
};
const entries = listEntries(description);
const change = entries.find((entry) => entry.method === 'PUT') as Entry;

describe('the interface as one reads it', () => {
  it('lists operations by module', () => {
    expect(entries.map((entry) => entry.module)).toEqual(['alive', 'organisation']);
  });

  it('is found by path, permission and by the words of a refusal, all words at once', () => {
    expect(searchEntries(entries, 'put sites')).toEqual([change]);
    expect(searchEntries(entries, 'organisation.manage')).toEqual([change]);
    expect(searchEntries(entries, '已被使用')).toEqual([change]);
    expect(searchEntries(entries, 'put healthz')).toEqual([]);
    expect(searchEntries(entries, '  ')).toHaveLength(2);
  });

  it('shows a request with what it must carry', () => {
    expect(toCurl(change, 'http://x')).toBe(
      [
        `curl -X PUT 'http://x/api/v1/sites/{id}'`,
        `-H 'Authorization: Bearer $KEY'`,
        `-H 'Idempotency-Key: …'`,
        `-H 'Content-Type: application/json' -d '{ "nameZh": … }'`,
      ].join(' \\\n  '),
    );
  });
});

describe('a schema as lines', () => {
  it('gives each part its whole place, and says what must be there', () => {
    const lines = toLines({
      type: 'object',
      required: ['items'],
      properties: {
        items: {
          type: 'array',
          items: {
            type: 'object',
            required: ['id'],
            properties: { id: { type: 'string', format: 'uuid', pattern: 'x' } },
          },
        },
        nextCursor: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      },
    });
    expect(lines).toEqual([
      { place: 'items', type: 'object[]', isRequired: true, notes: [] },
      { place: 'items[].id', type: 'string (uuid)', isRequired: true, notes: [] },
      { place: 'nextCursor', type: 'string | null', isRequired: false, notes: [] },
    ]);
  });

  it('says limits and choices, but not the limits of the number type', () => {
    const schema = {
      type: 'object',
      properties: {
        limit: { type: 'integer', minimum: 1, maximum: 9007199254740991, default: 50 },
        kind: { type: 'string', enum: ['a', 'b'] },
        name: { type: 'string', minLength: 1, maxLength: 60 },
      },
    };
    expect(toLines(schema).map((line) => line.notes)).toEqual([
      ['= 50', '1…'],
      ['"a" | "b"'],
      ['length 1…60'],
    ]);
  });
});
