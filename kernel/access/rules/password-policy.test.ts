import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { countUnpredictable, findPasswordFaults } from './password-policy.ts';

const facts = { loginName: 'zhang.wei', displayName: '张伟', minLength: 12 };
const refused = (password: string) => findPasswordFaults(password, facts).map((fault) => fault.en);

describe('a new password', () => {
  it('is taken when it is long, mixed and not what everybody tries', () => {
    const good = [
      'Tk7-mubre-Olive',
      '春风又绿江南岸Ab3x9k',
      'correct horse battery staple',
      'vQ9$wLx2#pRt8',
    ];
    expect(good.filter((password) => refused(password).length > 0)).toEqual([]);
  });

  it('is refused when it is short', () => {
    expect(refused('Tk7-mubr')).toContain('Use at least 12 characters.');
    expect(refused('x'.repeat(129))).toContain('Use at most 128 characters.');
  });

  it('needs three kinds of characters unless it is very long', () => {
    expect(refused('mubreolivetank').join()).toContain('three of');
    expect(refused('mubre olive tank lamp').join()).not.toContain('three of');
  });

  it('must not contain the login name or the name', () => {
    expect(refused('Zhang.Wei-7x-Lamp').join()).toContain('login name');
    expect(refused('A7-张伟-olive-k9').join()).toContain('login name');
  });

  it('is refused when it is a common one dressed up', () => {
    const dressed = [
      'Password123!',
      'P@ssw0rd2026',
      'Admin@123456',
      'Qwertyuiop1!',
      'Woaini1314520!',
      'Aa1!Aa1!aaaaaa',
      '1qaz@WSX3edc',
      'abcd1234ABCD!',
    ];
    expect(dressed.filter((password) => !refused(password).join().includes('Too easy'))).toEqual(
      [],
    );
  });

  it('never counts more unpredictable characters than it has', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (password) => {
        expect(countUnpredictable(password)).toBeLessThanOrEqual(password.length);
      }),
    );
  });
});
