import { expect, test } from 'vitest';

import { modulePages } from '../modules.ts';
import { publicModulePages } from './modules.ts';

test('every page that a module has for visitors is on the surface of visitors', () => {
  const reachable = new Set(publicModulePages.map(({ path }) => path));
  const lost = modulePages
    .filter(({ surface, path }) => surface === 'public' && !reachable.has(path))
    .map(({ path }) => path);
  expect(lost).toEqual([]);
});
