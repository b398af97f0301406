import { z } from 'zod';

import { commonProblems, type ProblemKind } from '../problems/contract.ts';
import type { RouteContract } from './contract.ts';

const PROBLEM = {
  type: 'object',
  required: ['type', 'code', 'status', 'title', 'instance'],
  properties: {
    type: { type: 'string' },
    code: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    instance: { type: 'string', description: 'Request id' },
    faults: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, reason: { type: 'string' } },
      },
    },
  },
} as const;

const toSchema = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' });

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query') {
  if (schema === undefined) return [];
  return Object.entries(schema.shape).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !(field as z.ZodType).safeParse(undefined).success,
    schema: toSchema(field as z.ZodType, 'input'),
  }));
}

function problemsOf(contract: RouteContract): readonly ProblemKind[] {
  const { admission, params, query, body, problems = [] } = contract;
  return [
    ...(params || query || body ? [commonProblems.invalidInput] : []),
    ...(admission === 'public' ? [] : [commonProblems.notSignedIn]),
    ...(typeof admission === 'object' ? [commonProblems.forbidden] : []),
    ...problems,
    commonProblems.tooMany,
  ];
}

function problemResponses(contract: RouteContract) {
  const byStatus = Map.groupBy(problemsOf(contract), (kind) => kind.status);
  return Object.fromEntries(
    [...byStatus].map(([status, kinds]) => [
      String(status),
      {
        description: kinds
          .map((kind) => `\`${kind.code}\` ${kind.title['zh-CN']} / ${kind.title.en}`)
          .join('\n\n'),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  );
}

function operationOf(contract: RouteContract) {
  const { admission, answers = 'json' } = contract;
  const mediaType = {
    json: 'application/json',
    bytes: 'application/octet-stream',
    events: 'text/event-stream',
    redirect: '',
    html: 'text/html',
  }[answers];
  const schema = contract.response === undefined ? {} : toSchema(contract.response, 'output');
  return {
    operationId: contract.name,
    tags: [contract.name.split('.')[0]],
    summary: contract.summary,
    ...(typeof admission === 'object' ? { 'x-permission': admission.name } : {}),
    security: admission === 'public' ? [] : [{ session: [] }, { deviceKey: [] }],
    parameters: [
      ...parametersOf(contract.params, 'path'),
      ...parametersOf(contract.query, 'query'),
      ...(contract.idempotency === undefined
        ? []
        : [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: contract.idempotency === 'required',
              schema: { type: 'string' },
            },
          ]),
    ],
    ...(contract.body === undefined && contract.upload !== true
      ? {}
      : {
          requestBody: {
            required: true,
            content:
              contract.upload === true
                ? {
                    'multipart/form-data': {
                      schema: {
                        type: 'object',
                        properties: { file: { type: 'string', format: 'binary' } },
                      },
                    },
                  }
                : {
                    'application/json': { schema: toSchema(contract.body ?? z.unknown(), 'input') },
                  },
          },
        }),
    responses: {
      [String(contract.status ?? 200)]: {
        description: contract.summary,
        ...(mediaType === '' ? {} : { content: { [mediaType]: { schema } } }),
      },
      ...problemResponses(contract),
    },
  };
}

/** OpenAPI 3.1 made from the contracts: what the server checks is what it says. */
export function toOpenApi(contracts: readonly RouteContract[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const contract of contracts) {
    const path = contract.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operationOf(contract) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'OneWindow 一窗',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'ow_session' },
        deviceKey: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}
