import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const template = new URL('./template/', import.meta.url);

/** Every file of a new module, by its path inside the module's folder. */
export function renderModule(names: Readonly<Record<string, string>>): Map<string, string> {
  const files = readdirSync(template, { recursive: true, encoding: 'utf8' });
  const rendered = new Map<string, string>();
  for (const file of files.filter((name) => name.endsWith('.txt')).toSorted()) {
    const text = readFileSync(join(template.pathname, file), 'utf8');
    rendered.set(fill(file.replace(/\.txt$/, ''), names), fill(text, names));
  }
  return rendered;
}

function fill(text: string, names: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{([A-Za-z]+[-_]?)\}\}/g, (_, name: string) => {
    const value = names[name];
    if (value === undefined) throw new Error(`A template asks for {{${name}}}, which is not known`);
    return value;
  });
}
