import { describe, expect, it } from 'vitest';

import { composeUscc } from '../../ids/uscc.ts';
import { toCitizenClaims } from './claims.ts';
import { IdentityMapping } from './provider.ts';

const mapping = IdentityMapping.parse({});
const person = {
  name: '陈静',
  id_number: '31011719900101002x',
  phone_number: '13812345678',
  identity_level: 'L2',
};
const uscc = composeUscc('91', '310117', 'MA1J0001') ?? '';
const firm = {
  ...person,
  uscc,
  firm_name: '上海云间示例科技有限公司',
  firm_role: 'legal-representative',
};
const read = (claims: Record<string, unknown>, map = mapping) =>
  toCitizenClaims('https://id.example', 's-1', claims, map);

describe('what the identity service says', () => {
  it('makes a person', () => {
    expect(read(person)).toEqual({
      issuer: 'https://id.example',
      externalSubject: 's-1',
      kind: 'person',
      name: '陈静',
      idNumber: '31011719900101002X',
      phone: '13812345678',
      level: 2,
      firm: undefined,
    });
  });

  it('makes somebody who acts for a firm, as its representative or as an agent', () => {
    expect(read(firm).firm).toEqual({ name: firm.firm_name, uscc, role: 'legal-representative' });
    expect(read({ ...firm, firm_role: 'owner of all' }).firm?.role).toBe('agent');
  });

  it('is refused without a name, or for a firm without a valid code', () => {
    expect(() => read({ ...person, name: ' ' })).toThrow('access/identity-refused');
    expect(() => read({ ...person, name: 7 })).toThrow('access/identity-refused');
    expect(() => read({ ...firm, uscc: '91310117MA1J00000X' })).toThrow('access/identity-refused');
    expect(() => read({ ...firm, firm_name: undefined })).toThrow('access/identity-refused');
  });

  it('is refused below the level that the centre asks for, and when no level is said', () => {
    expect(() => read({ ...person, identity_level: 'L1' })).toThrow('access/assurance-too-low');
    expect(() => read({ ...person, identity_level: undefined })).toThrow(
      'access/assurance-too-low',
    );
    expect(() => read({ ...person, identity_level: 'very sure' })).toThrow(
      'access/assurance-too-low',
    );
    expect(read({ ...person, identity_level: 3 }).level).toBe(3);
  });

  it('is read by the names of the service at hand', () => {
    const other = IdentityMapping.parse({
      claims: { name: 'userName', idNumber: 'certNo', level: 'authLevel' },
      levels: { 高级: 3 },
    });
    const claims = read(
      { userName: '王芳', certNo: '310117199001010011', authLevel: '高级' },
      other,
    );
    expect([claims.name, claims.idNumber, claims.level]).toEqual(['王芳', '310117199001010011', 3]);
  });
});
