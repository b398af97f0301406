import { maskName } from '../../crypto/mask.ts';
import { hashToken } from '../../crypto/token-hash.ts';
import type { ResolveCitizen } from './ports.ts';

/** Where no module keeps citizens: an account stands for itself, under the service's own name for it. */
export const resolveBySubject: ResolveCitizen = (_tx, _centreId, claims) =>
  Promise.resolve({
    accountSubject: hashToken(JSON.stringify([claims.issuer, claims.externalSubject])),
    displayName: claims.firm?.name ?? maskName(claims.name),
  });
