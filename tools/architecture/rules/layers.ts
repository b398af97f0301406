import { isTest, topFolderOf } from '../places.ts';
import type { Rule } from '../rule.ts';

export const kernelAlone: Rule = {
  name: 'kernel-alone',
  reason:
    'the kernel must run without any module; otherwise every change of a module can break all others',
  check(project, report) {
    for (const [path, edges] of project.edges) {
      if (topFolderOf(path) !== 'kernel') continue;
      for (const { to, line } of edges)
        if (to !== undefined && topFolderOf(to) === 'modules')
          report({ path, line }, `the kernel imports ${to}`);
    }
  },
};

export const layers: Rule = {
  name: 'layers',
  reason:
    'architecture.ts says which top folder may see which, so that a part can be read, tested and replaced alone',
  check(project, report) {
    const { layers: allowed } = project.architecture;
    for (const [path, edges] of project.edges) {
      const from = topFolderOf(path);
      if (from === undefined) continue;
      const mayImport = [
        from,
        ...(allowed[from] ?? []),
        ...(isTest(path) ? ['test', 'tools'] : []),
      ];
      for (const { to, line } of edges) {
        const target = to === undefined ? undefined : topFolderOf(to);
        // The kernel and a module have a rule of their own, with a reason of its own.
        if (target === undefined || mayImport.includes(target)) continue;
        if (from === 'kernel' && target === 'modules') continue;
        report({ path, line }, `${from} may not import ${target} (${to})`);
      }
    }
  },
};
