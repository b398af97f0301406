import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { systemClock } from '#kernel/clock/clock.ts';

import { runStep } from './checks/run-step.ts';
import { readWanted, toNames, type Wanted } from './new-module/names.ts';
import { addCall, addImport, addToList, enterInArchitecture } from './new-module/register.ts';
import { renderModule } from './new-module/render.ts';

/** Writes the module and enters it where modules are listed. Gives the paths written. */
function createModule(wanted: Wanted): string[] {
  const name = `${wanted.family}/${wanted.module}`;
  const folder = `modules/${name}`;
  if (existsSync(folder)) throw new Error(`${folder} is already there.`);
  const names = toNames(wanted, systemClock.now());
  const written: string[] = [];
  for (const [path, text] of renderModule(names)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    written.push(target);
  }
  const { moduleName = '' } = names;
  const line = `{ line: { en: '${wanted.en}', 'zh-CN': '${wanted.zh}' }, mayImport: [] }`;
  change('architecture.ts', (text) => enterInArchitecture(text, name, line));
  change('server/modules.ts', (text) => {
    const imported = addImport(
      text,
      `import { ${moduleName} } from '#${folder}/server/module.ts';`,
    );
    const declared = addToList(imported, 'declarations', moduleName);
    return addCall(declared, 'add', `${moduleName}.create(foundation)`);
  });
  change('web/surfaces/modules.ts', (text) => {
    const imported = addImport(text, `import * as ${moduleName} from '#${folder}/web/index.ts';`);
    return addToList(imported, 'modules', moduleName);
  });
  return [...written, 'architecture.ts', 'server/modules.ts', 'web/surfaces/modules.ts'];
}

function change(path: string, edit: (text: string) => string): void {
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

try {
  const written = createModule(readWanted(process.argv.slice(2)));
  await runStep({ name: 'format', program: 'node_modules/oxfmt/bin/oxfmt', args: written });
  await runStep({ name: 'reference', program: 'tools/reference.ts', args: [] });
  for (const path of written) console.log(path);
  console.log('Now: npm run check, then change it into what it shall be.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
