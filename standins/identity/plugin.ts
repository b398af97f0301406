import type { IncomingMessage, ServerResponse } from 'node:http';

import type { FastifyInstance, FastifyPluginAsync } from 'fastify';

import { answerCodes } from './answer-codes.ts';
import { createCodes } from './codes.ts';
import { answerInteraction } from './interaction.ts';
import { readKeys } from './keys.ts';
import { clientOrigins, createProvider, type IdentityProviderOptions, MOUNT } from './provider.ts';

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/**
 * The local stand-in for the city's identity service, as a plugin of the centre's own server. It is a
 * real provider of OpenID Connect; only the people are imagined. For a demonstration only: it asks for no
 * password.
 */
export async function createIdentityProvider(
  options: IdentityProviderOptions,
): Promise<FastifyPluginAsync> {
  const provider = createProvider(
    options,
    await readKeys(options.database, options.centreId, options.clock),
  );
  const answerProtocol = provider.callback();
  const deps = {
    provider,
    people: options.people,
    clientName: options.clientName,
    clientOrigins: clientOrigins(options.publicUrl),
  };
  const codesDeps = {
    codes: createCodes(options.clock, options.clientSecret, options.people),
    people: options.people,
    secret: options.clientSecret,
  };
  const handle = async (
    req: IncomingMessage & { originalUrl?: string },
    res: ServerResponse,
  ): Promise<void> => {
    for (const [name, value] of Object.entries(HEADERS)) res.setHeader(name, value);
    namePublicAddress(req, options.publicUrl);
    req.originalUrl = req.url ?? MOUNT;
    req.url = req.originalUrl.slice(MOUNT.length) || '/';
    if (req.url === '/codes') await answerCodes(codesDeps, req, res);
    else if (req.url.startsWith('/interaction/')) await answerInteraction(deps, req, res);
    else await answerProtocol(req, res);
  };
  return async (app: FastifyInstance) => {
    // The provider reads bodies itself.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _payload, done) => done(null));
    app.all(`${MOUNT}/*`, async (request, reply) => {
      reply.hijack();
      try {
        await handle(request.raw, reply.raw);
      } catch (error) {
        request.log.error({ requestId: request.id, err: error }, 'identity stand-in failed');
        if (!reply.raw.headersSent) reply.raw.writeHead(500);
        reply.raw.end();
      }
    });
  };
}

/** The provider makes its addresses from these: the public one, however this request came in. */
function namePublicAddress(req: IncomingMessage, publicUrl: string): void {
  const { host, protocol } = new URL(publicUrl);
  req.headers.host = host;
  req.headers['x-forwarded-host'] = host;
  req.headers['x-forwarded-proto'] = protocol.slice(0, -1);
}
