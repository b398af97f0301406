import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  checkConfirmer,
  checkLastSecurityAdministrator,
  decideGrant,
  type GrantFacts,
  mayHoldTogether,
  refuseSelf,
  type RoleFacts,
} from './separation.ts';

const clerk = { role: 'clerk', administrator: null };
const editor = { role: 'editor', administrator: null };
const security = { role: 'security-admin', administrator: 'security' } as const;
const audit = { role: 'audit-admin', administrator: 'audit' } as const;
const system = { role: 'system-admin', administrator: 'system' } as const;

const asks = (more: Partial<GrantFacts>) => () =>
  decideGrant({
    granterId: 'granter',
    account: { id: 'somebody', kind: 'staff' },
    role: clerk,
    held: [],
    otherSecurityAdministrators: 1,
    confirmAdministrators: true,
    ...more,
  });

describe('granting a role', () => {
  it('is refused to oneself, whatever the role', () => {
    expect(asks({ granterId: 'somebody' })).toThrow('access/self-not-allowed');
    expect(asks({ granterId: 'somebody', role: audit })).toThrow('access/self-not-allowed');
  });

  it('never joins two administrators, nor an administrator and another role', () => {
    expect(asks({ role: audit, held: [security] })).toThrow('access/duties-apart');
    expect(asks({ role: system, held: [audit] })).toThrow('access/duties-apart');
    expect(asks({ role: security, held: [clerk] })).toThrow('access/duties-apart');
    expect(asks({ role: clerk, held: [system] })).toThrow('access/duties-apart');
    expect(asks({ role: editor, held: [clerk] })()).toBe('at-once');
  });

  it('makes nobody but staff an administrator', () => {
    expect(asks({ role: system, account: { id: 'box', kind: 'device' } })).toThrow(
      'access/not-for-this-kind',
    );
    expect(asks({ role: audit, account: { id: 'citizen', kind: 'citizen' } })).toThrow(
      'access/not-for-this-kind',
    );
  });

  it('waits for a second security administrator when an administrator is made and there is one', () => {
    expect(asks({ role: audit })()).toBe('after-confirmation');
    expect(asks({ role: audit, otherSecurityAdministrators: 0 })()).toBe('at-once');
    expect(asks({ role: audit, confirmAdministrators: false })()).toBe('at-once');
    expect(asks({ role: audit, granterId: undefined })()).toBe('at-once');
    expect(asks({ role: clerk })()).toBe('at-once');
  });

  it('can in no order of grants end with a mixed administrator', () => {
    const roles = fc.array(fc.constantFrom(clerk, editor, security, audit, system), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(roles, (wanted) => {
        const held: RoleFacts[] = [];
        for (const role of wanted) {
          try {
            asks({ role, held })();
            held.push(role);
          } catch {
            // Refused: the account keeps what it has.
          }
        }
        expect(mayHoldTogether(held)).toBe(true);
        const duties = new Set(held.map((role) => role.administrator));
        expect(duties.size).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a second pair of eyes', () => {
  const grant = { grantedBy: 'first', accountId: 'somebody' };
  it('is somebody who neither asked nor gains', () => {
    expect(() => checkConfirmer('first', grant)).toThrow('access/self-not-allowed');
    expect(() => checkConfirmer('somebody', grant)).toThrow('access/self-not-allowed');
    expect(() => checkConfirmer('second', grant)).not.toThrow();
  });

  it('keeps one security administrator able to act', () => {
    expect(() => checkLastSecurityAdministrator(true, 0)).toThrow(
      'access/last-security-administrator',
    );
    expect(() => checkLastSecurityAdministrator(true, 1)).not.toThrow();
    expect(() => checkLastSecurityAdministrator(false, 0)).not.toThrow();
  });

  it('keeps people from disabling themselves', () => {
    expect(() => refuseSelf('a', 'a')).toThrow('access/self-not-allowed');
    expect(() => refuseSelf('a', 'b')).not.toThrow();
  });
});
