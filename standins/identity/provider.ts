import {
  type Configuration,
  interactionPolicy,
  type KoaContextWithOIDC,
  Provider,
} from 'oidc-provider';

import type { Clock } from '#kernel/clock/clock.ts';
import type { Database } from '#kernel/db/database.ts';
import { localeOf } from '#kernel/http/locale.ts';
import type { Locale, Words } from '#kernel/problems/contract.ts';

import { styleSource } from '../pages/style.ts';
import { createAdapter } from './adapter.ts';
import type { StandinKeys } from './keys.ts';
import { errorPage, signedOutPage, signOutPage } from './pages/notices.ts';
import type { DemonstrationPerson, ListPeople } from './person.ts';

/** Where the stand-in lives on the centre's own server. */
export const MOUNT = '/standin/identity';

export interface IdentityProviderOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly centreId: number;
  /** Public address of the server, without a slash at its end. */
  readonly publicUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The name shown as the one that receives the data. */
  readonly clientName: Words;
  readonly people: ListPeople;
}

const HOUR = 3600;

/** A real OpenID Connect provider: authorisation code with PKCE, for one client. */
export function createProvider(options: IdentityProviderOptions, keys: StandinKeys): Provider {
  const provider = new Provider(`${options.publicUrl}${MOUNT}`, toConfiguration(options, keys));
  // Addresses are made from the public one, which the mount writes into these headers.
  provider.proxy = true;
  return provider;
}

function toConfiguration(options: IdentityProviderOptions, keys: StandinKeys): Configuration {
  const origins = clientOrigins(options.publicUrl);
  return {
    adapter: createAdapter(options.database.db, options.centreId, options.clock),
    clients: [
      {
        client_id: options.clientId,
        client_secret: options.clientSecret,
        client_name: options.clientName['zh-CN'],
        redirect_uris: origins.map((origin) => `${origin}/api/v1/identity/callback`),
        post_logout_redirect_uris: origins.map((origin) => `${origin}/`),
        token_endpoint_auth_method: 'client_secret_basic',
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: keys.jwks,
    cookies: {
      keys: keys.cookieKeys,
      names: {
        session: 'standin_session',
        interaction: 'standin_interaction',
        resume: 'standin_resume',
      },
    },
    claims: {
      openid: ['sub'],
      profile: ['name'],
      identity: ['id_number', 'identity_level', 'firm_name', 'uscc', 'firm_role'],
      phone: ['phone_number'],
    },
    scopes: ['openid', 'profile', 'identity', 'phone'],
    extraParams: ['identity_kind'],
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          secure(ctx, origins);
          ctx.body = signOutPage(localeOfContext(ctx), { markup: form });
        },
        postLogoutSuccessSource: (ctx) => {
          secure(ctx, origins);
          ctx.body = signedOutPage(localeOfContext(ctx));
        },
      },
    },
    renderError: (ctx, out) => {
      secure(ctx, origins);
      ctx.type = 'html';
      ctx.body = errorPage(localeOfContext(ctx), out.error);
    },
    interactions: {
      policy: alwaysAsk(),
      url: (_ctx, interaction) => `${MOUNT}/interaction/${interaction.uid}`,
    },
    // Consent is asked for each time, so that a visitor sees what is shared.
    loadExistingGrant: async (ctx) => {
      const grantId = ctx.oidc.result?.consent?.grantId;
      return grantId === undefined ? undefined : ctx.oidc.provider.Grant.find(grantId);
    },
    findAccount: async (_ctx, subject) => {
      const person = (await options.people()).find((one) => one.subject === subject);
      return person && { accountId: subject, claims: () => Promise.resolve(toClaims(person)) };
    },
    ttl: {
      Session: 8 * HOUR,
      Interaction: HOUR,
      Grant: HOUR,
      AccessToken: 600,
      AuthorizationCode: 60,
      IdToken: HOUR,
    },
    pkce: { required: () => true },
  };
}

/** A demonstration is for being many people: the choice is offered at each sign-in. */
function alwaysAsk() {
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  policy
    .get('login')
    ?.checks.add(
      new Check('choose', 'whom to be is chosen each time', (ctx) =>
        ctx.oidc.result?.login === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
      ),
    );
  return policy;
}

function toClaims({ subject, name, idNumber, phone, level, firm }: DemonstrationPerson) {
  return {
    sub: subject,
    name,
    id_number: idNumber,
    phone_number: phone,
    identity_level: level,
    ...(firm === undefined ? {} : { firm_name: firm.name, uscc: firm.uscc, firm_role: firm.role }),
  };
}

/** Where the client may be visited: at its public address, and on one machine also as localhost. */
export function clientOrigins(publicUrl: string): string[] {
  const { origin, hostname, protocol, port } = new URL(publicUrl);
  if (hostname !== '127.0.0.1' && hostname !== 'localhost') return [origin];
  const at = (host: string) => `${protocol}//${host}${port === '' ? '' : `:${port}`}`;
  return [at('127.0.0.1'), at('localhost')];
}

/** No script at all, one known style sheet, and forms that lead only to here and back to the client. */
export function securityPolicy(origins: readonly string[]): string {
  return [
    "default-src 'none'",
    `style-src ${styleSource}`,
    `form-action 'self' ${origins.join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function secure(ctx: KoaContextWithOIDC, origins: readonly string[]): void {
  ctx.set('content-security-policy', securityPolicy(origins));
}

function localeOfContext(ctx: KoaContextWithOIDC): Locale {
  return localeOf(ctx.req.headers);
}
