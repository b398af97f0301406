import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Provider } from 'oidc-provider';

import { localeOf } from '#kernel/http/locale.ts';
import type { Locale, Words } from '#kernel/problems/contract.ts';

import { choosePage } from './pages/choose.ts';
import { consentPage } from './pages/consent.ts';
import { errorPage } from './pages/notices.ts';
import type { ListPeople } from './person.ts';
import { securityPolicy } from './provider.ts';

const BODY_LIMIT = 8 * 1024;

export interface InteractionDeps {
  readonly provider: Provider;
  readonly people: ListPeople;
  readonly clientName: Words;
  readonly clientOrigins: readonly string[];
}

type Details = Awaited<ReturnType<Provider['interactionDetails']>>;

/** Answers one step of a sign-in: shows its page, or takes what was chosen on it. */
export async function answerInteraction(
  deps: InteractionDeps,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const details = await deps.provider.interactionDetails(req, res).catch(() => undefined);
  if (details === undefined)
    return sendPage(deps, res, 400, errorPage(localeOf(req.headers), 'interaction_expired'));
  if (req.method === 'POST') return decide(deps, req, res, details);
  return showStep(deps, req, res, details);
}

async function showStep(
  deps: InteractionDeps,
  req: IncomingMessage,
  res: ServerResponse,
  details: Details,
): Promise<void> {
  const locale = localeOfStep(req, details);
  const people = await deps.people();
  if (details.prompt.name === 'login') {
    return sendPage(
      deps,
      res,
      200,
      choosePage(locale, people, details.params['identity_kind'] === 'firm'),
    );
  }
  const person = people.find((one) => one.subject === details.session?.accountId);
  if (person === undefined) return sendPage(deps, res, 400, errorPage(locale, 'unknown_person'));
  return sendPage(deps, res, 200, consentPage(locale, person, deps.clientName[locale]));
}

async function decide(
  deps: InteractionDeps,
  req: IncomingMessage,
  res: ServerResponse,
  details: Details,
): Promise<void> {
  const { provider } = deps;
  const form = await readForm(req);
  const decision = form?.get('decision');
  if (decision === 'cancel') {
    const refusal = { error: 'access_denied', error_description: 'The visitor declined.' };
    return provider.interactionFinished(req, res, refusal, { mergeWithLastSubmission: false });
  }
  if (details.prompt.name === 'login' && decision === 'choose') {
    const subject = form?.get('subject') ?? '';
    const isKnown = (await deps.people()).some((person) => person.subject === subject);
    if (isKnown) return provider.interactionFinished(req, res, { login: { accountId: subject } });
  }
  if (details.prompt.name === 'consent' && decision === 'consent') {
    const grantId = await grantAll(provider, details);
    return provider.interactionFinished(req, res, { consent: { grantId } });
  }
  return sendPage(deps, res, 400, errorPage(localeOfStep(req, details), 'invalid_choice'));
}

/** Grants what the consent page showed. */
async function grantAll(
  provider: Provider,
  { session, params, prompt, grantId }: Details,
): Promise<string> {
  const existing = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const grant =
    existing ??
    new provider.Grant({ accountId: session?.accountId, clientId: String(params['client_id']) });
  const { missingOIDCScope, missingOIDCClaims } = prompt.details;
  if (Array.isArray(missingOIDCScope)) grant.addOIDCScope(missingOIDCScope.join(' '));
  if (Array.isArray(missingOIDCClaims)) grant.addOIDCClaims(missingOIDCClaims.map(String));
  return grant.save();
}

function localeOfStep(req: IncomingMessage, details: Details): Locale {
  const wanted = details.params['ui_locales'];
  if (typeof wanted === 'string' && /^(zh|en)\b/.test(wanted))
    return wanted.startsWith('en') ? 'en' : 'zh-CN';
  return localeOf(req.headers);
}

async function readForm(req: IncomingMessage): Promise<URLSearchParams | undefined> {
  if (!(req.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded'))
    return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > BODY_LIMIT) return undefined;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function sendPage(deps: InteractionDeps, res: ServerResponse, status: number, page: string): void {
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': securityPolicy(deps.clientOrigins),
  });
  res.end(page);
}
