import { z } from 'zod';

const ClaimName = z.string().min(1).max(100);

/**
 * How an identity service is asked, and how its claims are read. The defaults are those of the local
 * stand-in; a city's own service is a matter of this page and not of code.
 */
export const IdentityMapping = z.object({
  scopes: z.array(z.string()).default(['openid', 'profile', 'identity', 'phone']),
  tokenAuthentication: z
    .enum(['client_secret_basic', 'client_secret_post'])
    .default('client_secret_basic'),
  /** What is added to the request for a person and for a firm. */
  parameters: z
    .object({ person: z.record(z.string(), z.string()), firm: z.record(z.string(), z.string()) })
    .default({ person: { identity_kind: 'person' }, firm: { identity_kind: 'firm' } }),
  claims: z
    .object({
      name: ClaimName.default('name'),
      idNumber: ClaimName.default('id_number'),
      phone: ClaimName.default('phone_number'),
      level: ClaimName.default('identity_level'),
      firmName: ClaimName.default('firm_name'),
      uscc: ClaimName.default('uscc'),
      firmRole: ClaimName.default('firm_role'),
    })
    .prefault({}),
  /** The service's words for how strongly somebody was verified. A number means itself. */
  levels: z
    .record(z.string(), z.number().int().min(0).max(4))
    .default({ L1: 1, L2: 2, L3: 3, L4: 4 }),
  /** The service's words for the legal representative; everybody else who acts for a firm is an agent. */
  legalRepresentativeWords: z.array(z.string()).default(['legal-representative', '法定代表人']),
  /** Below this nobody signs in: 2 is a verified name and number. */
  minimumLevel: z.number().int().min(0).max(4).default(2),
});
export type IdentityMapping = z.infer<typeof IdentityMapping>;

/** An identity service of OpenID Connect. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly mapping: IdentityMapping;
  /** For a service that this server reaches at another address than people do. */
  readonly fetch?: typeof globalThis.fetch;
}
