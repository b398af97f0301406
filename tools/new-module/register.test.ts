import { describe, expect, it } from 'vitest';

import { addCall, addImport, addToList, enterInArchitecture } from './register.ts';

describe('entering a module', () => {
  const text = `const m = defineModules({
  'registry/staff': { mayImport: [] },
  'finance/budget': { mayImport: [] },
});`;
  const orderOf = (changed: string) =>
    [...changed.matchAll(/'(\w+\/\w+)'/g)].map(([, name]) => name);

  it.each([
    ['registry/rooms', ['registry/staff', 'registry/rooms', 'finance/budget']],
    ['hall/queue', ['registry/staff', 'hall/queue', 'finance/budget']],
    ['finance/audit', ['registry/staff', 'finance/budget', 'finance/audit']],
  ])('puts %s behind its family and those before', (module, order) => {
    expect(orderOf(enterInArchitecture(text, module, '{}'))).toEqual(order);
  });

  it('puts the first of all in front', () => {
    const later = `defineModules({ 'finance/budget': {} });`;
    expect(orderOf(enterInArchitecture(later, 'hall/queue', '{}'))).toEqual([
      'hall/queue',
      'finance/budget',
    ]);
  });

  it('imports behind the other imports', () => {
    expect(addImport(`import 'a';\nimport 'b';\nrun();`, `import 'c';`)).toBe(
      `import 'a';\nimport 'b';\nimport 'c';\nrun();`,
    );
  });

  it.each([
    ['const list = [a] as const;', 'const list = [a, b] as const;'],
    ['const list: X[] = [];', 'const list: X[] = [b];'],
  ])('adds to %s', (before, after) => {
    expect(addToList(before, 'list', 'b')).toBe(after);
  });

  it.each([
    ['f(a);\ng();', 'f(a);\nf(b);\ng();'],
    ['const x = f(a({ k: 1 }));\ng();', 'const x = f(a({ k: 1 }));\nf(b);\ng();'],
  ])('adds a call behind the last one in %s', (before, after) => {
    expect(addCall(before, 'f', 'b')).toBe(after);
  });

  it('says when there is no call to add behind', () => {
    expect(() => addCall('g();', 'f', 'b')).toThrow('Nothing calls f');
  });

  it('says when there is no list to add to', () => {
    expect(() => addToList('const other = [];', 'list', 'b')).toThrow('no list "list"');
  });
});
