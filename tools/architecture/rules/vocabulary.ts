import { isIn, isTest, topFolderOf } from '../places.ts';
import type { Project } from '../project.ts';
import type { Report, Rule } from '../rule.ts';

/** The state's identifiers are called after what they identify. */
const identifiers = ['kernel/ids'];

export const kernelVocabulary: Rule = {
  name: 'kernel-vocabulary',
  reason: 'the kernel that knows a word of the domain changes with the domain',
  check(project, report) {
    const words = new Set(project.architecture.domainWords);
    for (const file of project.files.values()) {
      if (topFolderOf(file.path) !== 'kernel' || isTest(file.path)) continue;
      if (isIn(file.path, identifiers)) continue;
      const comments = file.comments.map(({ start, end }) => [start, end] as const);
      for (const match of file.text.matchAll(/[A-Za-z]+/g)) {
        const inComment = comments.some(
          ([start, end]) => match.index >= start && match.index < end,
        );
        const word = inComment
          ? undefined
          : splitWords(match[0]).find((part) => isWord(part, words));
        if (word !== undefined)
          report({ path: file.path, line: file.lineAt(match.index) }, `the word "${word}"`);
      }
    }
  },
};

/** `openTicketCount` -> open, ticket, count. */
function splitWords(name: string): string[] {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(' ');
}

function isWord(part: string, words: ReadonlySet<string>): boolean {
  return words.has(part) || words.has(part.replace(/s$/, ''));
}

const code = ['kernel', 'modules', 'server', 'web', 'standins'];

export const noCentreInCode: Rule = {
  name: 'no-centre-in-code',
  reason: 'a centre is data in centres/; code that names one would have to change for the next',
  check(project, report) {
    for (const path of project.paths)
      if (isIn(path, code) && !isTest(path) && /\.(?:ts|tsx|css|sql|html)$/.test(path))
        reportNames(project, path, report);
  },
};

function reportNames(project: Project, path: string, report: Report): void {
  const text = project.readText(path).toLowerCase();
  const file = project.files.get(path);
  for (const word of project.architecture.centreWords) {
    const at = text.indexOf(word);
    if (at !== -1) report({ path, line: file?.lineAt(at) ?? 1 }, `names the centre "${word}"`);
  }
}
