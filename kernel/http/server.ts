import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';

import type { Clock } from '../clock/clock.ts';
import type { Db } from '../db/types.ts';
import { newId } from '../ids/id.ts';
import { observeRequest } from '../observe/metrics.ts';
import { commonProblems } from '../problems/contract.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { answerWith } from './answer.ts';
import type { ServedRoute } from './handler.ts';
import type { Identify } from './identify.ts';
import { localeOf } from './locale.ts';
import { toProblem, toProblemDocument } from './problem-document.ts';

export interface HttpServerOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
  readonly identify: Identify;
  readonly publicUrl: string;
  readonly trustProxy: boolean;
  readonly ratePerMinute: number;
  readonly uploadLimitBytes: number;
}

const MIB = 1024 * 1024;

/** A server that answers the given routes and nothing else; `listen` is the caller's. */
export async function createHttpServer(
  options: HttpServerOptions,
  routes: readonly ServedRoute[],
): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    genReqId: () => newId(),
    bodyLimit: MIB,
    routerOptions: { maxParamLength: 400, ignoreTrailingSlash: false },
    forceCloseConnections: true,
  });
  await addGuards(app, options);
  addErrorMapper(app);
  addObservation(app);
  const deps = { ...options, allowedOrigins: new Set([new URL(options.publicUrl).origin]) };
  for (const served of routes) addRoute(app, deps, served);
  return app;
}

function addRoute(
  app: FastifyInstance,
  deps: Parameters<typeof answerWith>[0],
  served: ServedRoute,
): void {
  const { contract } = served;
  app.route({
    method: contract.method,
    url: contract.path,
    bodyLimit: contract.bodyLimit ?? MIB,
    config: {
      operation: contract.name,
      ...(contract.ratePerMinute === undefined
        ? {}
        : {
            rateLimit: { max: contract.ratePerMinute, timeWindow: 60_000, groupId: contract.name },
          }),
    },
    handler: answerWith(deps, served),
  });
}

async function addGuards(app: FastifyInstance, options: HttpServerOptions): Promise<void> {
  const isSecure = options.publicUrl.startsWith('https:');
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        scriptSrc: ["'self'"],
        // Ant Design writes its rules into <style> elements as components appear; scripts stay strict.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        // A paper that the page has fetched itself, shown and printed in a frame of its own.
        frameSrc: ["'self'", 'blob:'],
        // The second: a program on a hall device through which it reaches its printer (docs/how-to/print-agent.md).
        connectSrc: ["'self'", 'http://127.0.0.1:18931'],
      },
    },
    hsts: isSecure ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(cookie);
  await app.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] });
  await app.register(multipart, {
    limits: { fileSize: options.uploadLimitBytes, files: 20, fields: 20, parts: 40 },
  });
  await app.register(rateLimit, {
    max: options.ratePerMinute,
    timeWindow: 60_000,
    // One page loads dozens of files; a hall of hundreds behind one address would run out at its morning sign-in.
    // By the route that answers: an address can be written in many ways.
    allowList: ({ routeOptions }) => !(routeOptions.url ?? '').startsWith('/api/'),
    errorResponseBuilder: (_request, { ttl }) =>
      new ProblemError(commonProblems.tooMany, { seconds: Math.ceil(ttl / 1000) }),
  });
}

const UNAVAILABLE = 503;
/** A database server that was killed is back after two. */
const RETRY_SECONDS = 3;

function addErrorMapper(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error);
    const { status } = problem.kind;
    const facts = {
      requestId: request.id,
      code: problem.kind.code,
      route: request.routeOptions.url,
    };
    if (status >= 500)
      request.log.error({ ...facts, err: problem.extras.cause ?? problem }, 'request failed');
    else request.log.info(facts, 'request refused');
    if (status === UNAVAILABLE) reply.header('retry-after', RETRY_SECONDS);
    return reply
      .code(status)
      .type('application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(toProblemDocument(problem, localeOf(request.headers), request.id)));
  });
}

function addObservation(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.config.operation ?? request.routeOptions.url ?? 'none';
    observeRequest(route, reply.statusCode, reply.elapsedTime / 1000);
    request.log.debug(
      { requestId: request.id, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    operation?: string;
  }
}
