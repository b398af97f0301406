import { families } from '#tools/architecture/model.ts';

/** What is typed: `registry/rooms room "Meeting rooms" "会议室"`. */
export interface Wanted {
  readonly family: string;
  readonly module: string;
  /** The first kind of thing that the module keeps, in the singular, kebab-case. */
  readonly thing: string;
  readonly en: string;
  readonly zh: string;
}

export const usage =
  'npm run new-module -- <family>/<module> <thing> "<English title>" "<中文名称>"\n' +
  'for example: npm run new-module -- registry/rooms room "Meeting rooms" "会议室"';

const kebab = /^[a-z]+(?:-[a-z]+)*$/;

/** Reads the arguments. Throws a sentence that says what is wrong with them. */
export function readWanted(args: readonly string[]): Wanted {
  const [path = '', thing = '', en = '', zh = ''] = args;
  const [family = '', module = '', ...rest] = path.split('/');
  if (!families.some((known) => known === family))
    throw new Error(`"${family}" is no family; there are ${families.join(', ')}.\n${usage}`);
  if (!kebab.test(module) || rest.length > 0)
    throw new Error(`"${path}" is not family/module in kebab-case.\n${usage}`);
  if (!kebab.test(thing)) throw new Error(`"${thing}" is not one thing in kebab-case.\n${usage}`);
  if (!/[A-Za-z]/.test(en) || /['\\]/.test(en))
    throw new Error(`The English title is missing, or has a quotation mark.\n${usage}`);
  if (!/\p{Script=Han}/u.test(zh) || /['\\]/.test(zh))
    throw new Error(`The Chinese title is missing, or has a quotation mark.\n${usage}`);
  return { family, module, thing, en, zh };
}

/** The names that the templates use, by the word in their braces. */
export function toNames(wanted: Wanted, now: Date): Readonly<Record<string, string>> {
  const { family, module, thing, en, zh } = wanted;
  const things = toPlural(thing);
  return {
    family,
    module,
    en,
    zh,
    moduleName: toCamel(module),
    Module: toPascal(module),
    schema: toSnake(module),
    thing: toCamel(thing),
    things: toCamel(things),
    Thing: toPascal(thing),
    Things: toPascal(things),
    'thing-': thing,
    'things-': things,
    thing_: toSnake(thing),
    words: thing.replaceAll('-', ' '),
    stamp: now.toISOString().replaceAll(/[-:]/g, '').slice(0, 13),
  };
}

function toPlural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function toCamel(word: string): string {
  return word.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function toPascal(word: string): string {
  return toCamel(`-${word}`);
}

function toSnake(word: string): string {
  return word.replaceAll('-', '_');
}
