import { importsOf, shortestChain } from '../graph.ts';
import {
  isContract,
  isIn,
  isServer,
  isTest,
  isToolConfig,
  isWeb,
  moduleOf,
  topFolderOf,
} from '../places.ts';
import type { Edge, Project } from '../project.ts';
import type { Report, Rule } from '../rule.ts';

export const webServerApart: Rule = {
  name: 'web-server-apart',
  reason:
    'a page that imports server code ships it to everybody; the contract is what both sides share',
  check(project, report) {
    for (const [path, edges] of project.edges) {
      if (isTest(path)) continue;
      for (const { to, line } of edges) {
        if (to === undefined) continue;
        if (isWeb(path) && isServer(to)) report({ path, line }, `web code imports ${to}`);
        const fromServer = isServer(path) || isContract(path);
        if (fromServer && isWeb(to)) report({ path, line }, `server code imports ${to}`);
      }
    }
  },
};

export const webLayers: Rule = {
  name: 'module-pages',
  reason: 'pages are composed on a surface; a module that knows its surface fits no other',
  check(project, report) {
    for (const [path, edges] of project.edges) {
      if (moduleOf(path) === undefined || !isWeb(path)) continue;
      for (const { to, line } of edges)
        if (to !== undefined && isIn(to, ['web/surfaces']))
          report({ path, line }, `a module's page imports the surface ${to}`);
    }
  },
};

export const runsInBrowser: Rule = {
  name: 'runs-in-browser',
  reason:
    'contracts and pages run in a browser, so all they reach must be free of Node and of server packages',
  check(project, report) {
    for (const path of project.edges.keys()) {
      const concerned = (isWeb(path) || isContract(path)) && !isTest(path) && !isToolConfig(path);
      if (concerned) reportServerOnly(project, path, report);
    }
  },
};

/** Reports at the import of the file itself, whatever the length of the chain behind it. */
function reportServerOnly(project: Project, path: string, report: Report): void {
  for (const edge of project.edges.get(path) ?? []) {
    if (edge.kind === 'type') continue;
    const packageName = serverPackage(project, edge);
    if (packageName !== undefined)
      report({ path, line: edge.line }, `${packageName} does not run in a browser`);
    // Its own file is reported on its own account when it is web code or a contract too.
    if (edge.to === undefined || isWeb(edge.to) || isContract(edge.to)) continue;
    const chain = chainToServer(project, edge.to);
    if (chain !== undefined)
      report({ path, line: edge.line }, `leads to server code: ${chain.join(' -> ')}`);
  }
}

function chainToServer(project: Project, start: string): string[] | undefined {
  const nextOf = (node: string): string[] => [
    ...importsOf(project, node, { types: false }),
    ...(project.edges.get(node) ?? []).flatMap((edge) => {
      const name = edge.kind === 'type' ? undefined : serverPackage(project, edge);
      return name === undefined ? [] : [name];
    }),
  ];
  return shortestChain(start, nextOf, (node) => !project.files.has(node) && !/\.\w+$/.test(node));
}

function serverPackage(project: Project, edge: Edge): string | undefined {
  if (edge.package === undefined) return undefined;
  return project.architecture.browserPackages.includes(edge.package) ? undefined : edge.package;
}

const antDesign = /^(?:antd|@ant-design\/)/;

export const deviceSurfacesPlain: Rule = {
  name: 'device-surface-plain',
  reason:
    'a page of a device must start at once on a weak machine and survive for weeks: plain React and CSS',
  check(project, report) {
    // What is imported only when a page is opened is not there at the start.
    const nextOf = (node: string) =>
      (project.edges.get(node) ?? []).flatMap((edge) => {
        const target = edge.to ?? edge.package;
        return edge.kind === 'value' && target !== undefined ? [target] : [];
      });
    for (const path of project.edges.keys()) {
      if (!isIn(path, project.architecture.deviceFolders) || isTest(path)) continue;
      const chain = shortestChain(path, nextOf, (node) => antDesign.test(node));
      if (chain !== undefined) report({ path }, `reaches Ant Design: ${chain.join(' -> ')}`);
    }
  },
};

export const contractImports: Rule = {
  name: 'contract-imports',
  reason:
    'a contract runs anywhere and depends on nothing that can change under it: zod and kernel contracts',
  check(project, report) {
    for (const [path, edges] of project.edges) {
      if (!isContract(path) || isTest(path)) continue;
      for (const { to, line, specifier, package: name } of edges) {
        const kernel = to !== undefined && topFolderOf(to) === 'kernel';
        const own = to !== undefined && isContract(to) && moduleOf(to) === moduleOf(path);
        if (kernel || own || name === 'zod') continue;
        report({ path, line }, `a contract imports ${to ?? specifier}`);
      }
    }
  },
};
