import { describe, expect, it } from 'vitest';

import {
  column,
  dangling,
  isCitizenNumber,
  isCreditCode,
  readRows,
  repeated,
  type Row,
  tally,
} from './checks/support.ts';

const parties = readRows('parties/parties.csv');
const representatives = readRows('parties/representatives.csv');
const duplicates = readRows('parties/duplicates.csv');

const byNumber = new Map(parties.map((row) => [row['partyNo'] ?? '', row]));
const planted = new Set(column(duplicates, 'partyNo'));
const originals = parties.filter((row) => !planted.has(row['partyNo'] ?? ''));

const ageIn2026 = (row: Row | undefined): number => 2026 - Number(row?.['bornOn']?.slice(0, 4));

describe('the check functions themselves', () => {
  it('know the examples of the standards', () => {
    expect(['11010519491231002X', '440524188001010014'].map(isCitizenNumber)).toEqual([true, true]);
    expect(['110105194912310021', '310117200702290013'].map(isCitizenNumber)).toEqual([
      false,
      false,
    ]);
    expect(['91330100799655058B', '11310117MB0T00015N'].map(isCreditCode)).toEqual([true, true]);
    expect(['91330100799655058C', '91310000631627081A'].map(isCreditCode)).toEqual([false, false]);
  });
});

describe('the people and firms of the register', () => {
  it('are 200 people and 84 firms, and ten entries twice', () => {
    expect(tally(column(originals, 'kind'))).toEqual({ person: 200, organisation: 84 });
    expect(duplicates).toHaveLength(10);
    expect(repeated(column(parties, 'partyNo'))).toEqual([]);
  });

  it('carry valid citizen numbers that agree with birth and sex, of a district that does not exist', () => {
    const people = parties.filter((row) => ['111', '112'].includes(row['identifierKind'] ?? ''));
    expect(people.length).toBeGreaterThan(190);
    for (const row of people) {
      const number = row['identifierNumber'] ?? '';
      expect(number).toSatisfy(isCitizenNumber);
      expect(number.slice(0, 6)).toBe('310199');
      expect(number.slice(6, 14)).toBe(row['bornOn']?.replaceAll('-', ''));
      expect(Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female').toBe(row['sex']);
    }
  });

  it('carry valid credit codes of their kind, marked in the name as made up', () => {
    const prefixes: Record<string, string> = {
      company: '91',
      'sole-trader': '92',
      cooperative: '93',
      'private-nonprofit': '52',
    };
    for (const row of originals.filter((one) => one['kind'] === 'organisation')) {
      expect(row['identifierNumber']).toSatisfy(isCreditCode);
      expect(row['identifierNumber']).toMatch(
        new RegExp(`^${prefixes[row['organisationKind'] ?? '']}310117M[AJ](1|0)T`),
      );
      expect(row['nameZh']).toMatch(/（演示）$/);
    }
  });

  it('reach nobody: every number and address lies in a range that is given to no one', () => {
    for (const row of parties) {
      expect(row['phone']).toMatch(/^(|1540002\d{4}|021-90004\d{3})$/);
      expect(row['email']).toMatch(/^(|[a-z0-9]+@example\.com|contact@o\d{4}\.example\.com)$/);
      expect(row['address']).toMatch(/演示.*（演示）$/);
      expect(row['demonstration']).toBe('true');
    }
  });

  it('live in all 17 towns', () => {
    const sites = readRows('organisation/sites.csv');
    const towns = column(
      sites.filter((row) => row['kind'] === 'town'),
      'divisionCode',
    );
    expect(dangling(column(parties, 'divisionCode'), [...towns, '540000'])).toEqual([]);
    expect(dangling(towns, column(parties, 'divisionCode'))).toEqual([]);
  });

  it('use no document twice, except where a duplicate was planted', () => {
    const documents = originals.map((row) => `${row['identifierKind']} ${row['identifierNumber']}`);
    expect(repeated(documents)).toEqual([]);
    for (const row of duplicates) {
      const twin = byNumber.get(row['duplicateOf'] ?? '');
      const entry = byNumber.get(row['partyNo'] ?? '');
      expect(twin && !planted.has(twin['partyNo'] ?? '')).toBe(true);
      expect(entry?.['phone']).toBe(twin?.['phone']);
      const plain = (name = ''): string => name.replaceAll('(', '（').replaceAll(')', '）');
      expect(plain(entry?.['nameZh'])).toBe(plain(twin?.['nameZh']));
    }
  });
});

describe('representatives', () => {
  it('are people of the register, of age, and never represent themselves', () => {
    for (const row of representatives) {
      const representative = byNumber.get(row['representativeNo'] ?? '');
      expect(representative?.['kind']).toBe('person');
      expect(ageIn2026(representative)).toBeGreaterThan(18);
      expect(row['representativeNo']).not.toBe(row['principalNo']);
    }
    expect(dangling(column(representatives, 'principalNo'), [...byNumber.keys()])).toEqual([]);
  });

  it('give every firm one legal representative, and every minor a guardian', () => {
    const ofKind = (kind: string): string[] =>
      column(
        representatives.filter((row) => row['kind'] === kind),
        'principalNo',
      ).toSorted();
    const firms = originals.filter((row) => row['kind'] === 'organisation');
    expect(ofKind('legal-representative')).toEqual(column(firms, 'partyNo').toSorted());
    const minors = originals.filter((row) => row['bornOn'] !== '' && ageIn2026(row) < 14);
    expect(ofKind('guardian')).toEqual(column(minors, 'partyNo').toSorted());
    expect(minors.length).toBeGreaterThan(5);
  });

  it('have a scope of departments that exist and a period that runs forward', () => {
    const departments = column(readRows('organisation/departments.csv'), 'code');
    const scopes = column(representatives, 'scope').map((cell) =>
      cell.replaceAll('department:', ''),
    );
    expect(dangling(scopes, ['all', ...departments])).toEqual([]);
    for (const row of representatives) {
      expect((row['validFrom'] ?? '') < (row['validTo'] || '9999')).toBe(true);
      expect(row['documentNo'] !== '').toBe(row['kind'] === 'agent');
    }
  });

  it('include mandates that have run out, and people who act for many', () => {
    const agents = representatives.filter((row) => row['kind'] === 'agent');
    expect(agents.some((row) => (row['validTo'] ?? '') < '2026-11-22')).toBe(true);
    expect(Math.max(...Object.values(tally(column(agents, 'representativeNo'))))).toBeGreaterThan(
      5,
    );
  });
});
