import * as openid from 'openid-client';

import type { Clock } from '../../clock/clock.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { accessProblems } from '../contract-problems.ts';
import { toCitizenClaims } from './claims.ts';
import type { CitizenClaims } from './ports.ts';
import type { IdentityProvider } from './provider.ts';

/** What must be kept between the way there and the way back. */
export interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

/** An identity service, as the use cases of this part see it. */
export interface IdentityClient {
  readonly issuer: string;
  /** The address to send the browser to. */
  start(
    redirectUri: string,
    as: 'person' | 'firm',
    locale: string,
  ): Promise<{ url: string; journey: Journey }>;
  /** What the service says of whoever came back, verified. */
  finish(currentUrl: URL, journey: Journey): Promise<{ claims: CitizenClaims; idToken: string }>;
  /** Where to sign out of the service; null when it has no such page or cannot be reached. */
  findEndSessionUrl(idToken: string | undefined): Promise<string | null>;
}

const REQUEST_SECONDS = 8;
const DISCOVERY_LIFE_MS = 3_600_000;
// oxlint-disable-next-line typescript/no-deprecated -- marked so as a warning, not for removal; a service on this machine has no certificate
const PLAIN_REQUESTS = [openid.allowInsecureRequests];

/**
 * A client of an OpenID Connect service: authorisation code with PKCE, state and nonce. The service's
 * description is fetched at the first use and again every hour. Whatever goes wrong becomes one of the
 * `access/identity-…` refusals.
 */
export function createIdentityClient(
  provider: IdentityProvider,
  clock: Clock,
  homeUrl: string,
): IdentityClient {
  const getConfig = rememberDiscovery(provider, clock);
  return {
    issuer: provider.issuer,
    start: async (redirectUri, as, locale) => {
      const config = await getConfig();
      const verifier = openid.randomPKCECodeVerifier();
      const journey = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier,
        redirectUri,
      };
      const url = openid.buildAuthorizationUrl(config, {
        ...provider.mapping.parameters[as],
        redirect_uri: redirectUri,
        scope: provider.mapping.scopes.join(' '),
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ui_locales: locale,
      });
      return { url: url.href, journey };
    },
    finish: async (currentUrl, journey) => {
      const config = await getConfig();
      try {
        return await readIdentity(config, provider, currentUrl, journey);
      } catch (error) {
        throw toRefusal(error);
      }
    },
    findEndSessionUrl: async (idToken) => {
      const config = await getConfig().catch(() => undefined);
      if (config?.serverMetadata().end_session_endpoint === undefined) return null;
      return openid.buildEndSessionUrl(config, {
        post_logout_redirect_uri: homeUrl,
        ...(idToken === undefined ? {} : { id_token_hint: idToken }),
      }).href;
    },
  };
}

async function readIdentity(
  config: openid.Configuration,
  provider: IdentityProvider,
  currentUrl: URL,
  journey: Journey,
): Promise<{ claims: CitizenClaims; idToken: string }> {
  const tokens = await openid.authorizationCodeGrant(config, currentUrl, {
    pkceCodeVerifier: journey.verifier,
    expectedState: journey.state,
    expectedNonce: journey.nonce,
    idTokenExpected: true,
  });
  const idClaims = tokens.claims();
  if (idClaims === undefined || tokens.id_token === undefined)
    throw new ProblemError(accessProblems.identityRefused);
  const hasUserInfo = config.serverMetadata().userinfo_endpoint !== undefined;
  const more = hasUserInfo
    ? await openid.fetchUserInfo(config, tokens.access_token, idClaims.sub)
    : {};
  const { issuer, mapping } = provider;
  return {
    claims: toCitizenClaims(issuer, idClaims.sub, { ...idClaims, ...more }, mapping),
    idToken: tokens.id_token,
  };
}

function rememberDiscovery(
  provider: IdentityProvider,
  clock: Clock,
): () => Promise<openid.Configuration> {
  let found: { readonly config: Promise<openid.Configuration>; readonly until: number } | undefined;
  return () => {
    const now = clock.now().getTime();
    if (found !== undefined && now < found.until) return found.config;
    const config = discover(provider);
    found = { config, until: now + DISCOVERY_LIFE_MS };
    config.catch(() => {
      // A service that was down is asked again at the next sign-in.
      found = undefined;
    });
    return config;
  };
}

async function discover(provider: IdentityProvider): Promise<openid.Configuration> {
  const { issuer, clientId, clientSecret, mapping } = provider;
  const authentication =
    mapping.tokenAuthentication === 'client_secret_basic'
      ? openid.ClientSecretBasic(clientSecret)
      : openid.ClientSecretPost(clientSecret);
  const isPlain = new URL(issuer).protocol === 'http:';
  try {
    return await openid.discovery(new URL(issuer), clientId, undefined, authentication, {
      timeout: REQUEST_SECONDS,
      ...(isPlain ? { execute: PLAIN_REQUESTS } : {}),
      ...(provider.fetch === undefined
        ? {}
        : { [openid.customFetch]: provider.fetch as openid.CustomFetch }),
    });
  } catch (error) {
    throw new ProblemError(accessProblems.identityUnavailable, {}, { cause: error });
  }
}

/** What went wrong on the way back, in the terms of this product. */
export function toRefusal(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError(refusalKind(error), {}, { cause: error });
}

function refusalKind(error: unknown) {
  if (error instanceof openid.AuthorizationResponseError) {
    if (error.error === 'access_denied') return accessProblems.identityDeclined;
    const isDown = error.error === 'server_error' || error.error === 'temporarily_unavailable';
    return isDown ? accessProblems.identityUnavailable : accessProblems.identityRefused;
  }
  if (error instanceof openid.ResponseBodyError) {
    // A client that the service does not know is our configuration, not the person's fault.
    const isOurs = error.status >= 500 || error.error === 'invalid_client';
    return isOurs ? accessProblems.identityUnavailable : accessProblems.identityRefused;
  }
  const isUnreachable =
    error instanceof TypeError || (error instanceof openid.ClientError && isTransport(error.code));
  return isUnreachable ? accessProblems.identityUnavailable : accessProblems.identityRefused;
}

function isTransport(code: string | undefined): boolean {
  return (
    code === 'OAUTH_TIMEOUT' ||
    code === 'OAUTH_ABORT' ||
    code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' ||
    code === 'OAUTH_RESPONSE_IS_NOT_JSON'
  );
}
