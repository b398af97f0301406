import { isUscc, normaliseUscc } from '../../ids/uscc.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { accessProblems } from '../contract-problems.ts';
import type { CitizenClaims } from './ports.ts';
import type { IdentityMapping } from './provider.ts';

/**
 * Reads what the identity service says. Refuses with `access/identity-refused` what cannot be relied on
 * (no name, a firm without a valid 统一社会信用代码) and with `access/assurance-too-low` below the minimum.
 */
export function toCitizenClaims(
  issuer: string,
  subject: string,
  claims: Readonly<Record<string, unknown>>,
  mapping: IdentityMapping,
): CitizenClaims {
  const read = (name: string) => toText(claims[name]);
  const name = read(mapping.claims.name);
  if (name === undefined) throw new ProblemError(accessProblems.identityRefused);
  const level = toLevel(claims[mapping.claims.level], mapping);
  if (level < mapping.minimumLevel) throw new ProblemError(accessProblems.assuranceTooLow);
  const firm = toFirm(read, mapping);
  return {
    issuer,
    externalSubject: subject,
    kind: firm === undefined ? 'person' : 'firm',
    name,
    idNumber: read(mapping.claims.idNumber)?.toUpperCase(),
    phone: read(mapping.claims.phone),
    level,
    firm,
  };
}

function toFirm(
  read: (name: string) => string | undefined,
  mapping: IdentityMapping,
): CitizenClaims['firm'] {
  const uscc = read(mapping.claims.uscc);
  if (uscc === undefined) return undefined;
  const name = read(mapping.claims.firmName);
  if (name === undefined || !isUscc(uscc)) throw new ProblemError(accessProblems.identityRefused);
  const role = read(mapping.claims.firmRole);
  const isRepresentative = role !== undefined && mapping.legalRepresentativeWords.includes(role);
  return {
    name,
    uscc: normaliseUscc(uscc),
    role: isRepresentative ? 'legal-representative' : 'agent',
  };
}

function toLevel(value: unknown, mapping: IdentityMapping): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  const text = toText(value);
  if (text === undefined) return 0;
  return mapping.levels[text] ?? (/^\d$/.test(text) ? Number(text) : 0);
}

function toText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return trimmed === '' || trimmed.length > 200 ? undefined : trimmed;
}
