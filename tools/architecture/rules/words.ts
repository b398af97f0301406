import type { ESTree } from 'vite';

import { findLanguagePair } from '../languages.ts';
import { isTest, isToolConfig, isWeb } from '../places.ts';
import type { Rule } from '../rule.ts';

/** Attributes, and properties of the objects that tables and menus are made of, that people read. */
const readByPeople = [
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'cancelText',
  'description',
  'emptyText',
  'extra',
  'help',
  'label',
  'okText',
  'placeholder',
  'subTitle',
  'title',
  'tooltip',
];
const letters = /\p{L}/u;
const han = /\p{Script=Han}/u;

export const wordsInMessages: Rule = {
  name: 'words-in-messages',
  reason:
    'words shown to people stand in messages.ts in zh-CN and en, or one language is forgotten',
  visit(file, report) {
    if (!isWeb(file.path) || isTest(file.path) || isToolConfig(file.path)) return undefined;
    if (/(?:^|\/)messages(?:\/[a-z-]+)?\.ts$/.test(file.path)) return undefined;
    const isPage = file.path.endsWith('.tsx');
    const reported = new Set<number>();
    const say = (node: { start: number }, text: string) => {
      if (reported.has(node.start)) return;
      reported.add(node.start);
      report(node, `words in code: ${JSON.stringify(text.trim().slice(0, 40))}`);
    };
    // A list of pages or of refusals may say its words as a pair beside the thing; a page may not.
    const paired: Span[] = [];
    const isPaired = (node: Span) =>
      !isPage && paired.some(({ start, end }) => node.start >= start && node.end <= end);
    return {
      ObjectExpression: (node) => {
        if (findLanguagePair(node)?.en !== undefined) paired.push(node);
      },
      JSXText: (node) => {
        if (letters.test(node.value)) say(node, node.value);
      },
      JSXExpressionContainer: (node) => {
        // An attribute's braces are judged with the attribute; these are what an element contains.
        if (!contained.has(node)) return;
        for (const text of textsOf(node.expression))
          if (letters.test(text.value)) say(text.node, text.value);
      },
      JSXElement: (node) => markContained(node.children),
      JSXFragment: (node) => markContained(node.children),
      JSXAttribute: (node) => {
        if (node.name.type !== 'JSXIdentifier' || !readByPeople.includes(node.name.name)) return;
        const value =
          node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
        for (const text of textsOf(value)) if (letters.test(text.value)) say(text.node, text.value);
      },
      Property: (node) => {
        if (!isPage || node.key.type !== 'Identifier' || !readByPeople.includes(node.key.name))
          return;
        for (const text of textsOf(node.value))
          if (letters.test(text.value)) say(text.node, text.value);
      },
      Literal: (node) => {
        if (typeof node.value === 'string' && han.test(node.value) && !isPaired(node))
          say(node, node.value);
      },
      TemplateElement: (node) => {
        if (han.test(node.value.raw) && !isPaired(node)) say(node, node.value.raw);
      },
    };
  },
};

interface Span {
  readonly start: number;
  readonly end: number;
}

const contained = new WeakSet<object>();

function markContained(children: readonly object[]): void {
  for (const child of children) contained.add(child);
}

interface Text {
  readonly node: { start: number };
  readonly value: string;
}

/** The texts that an expression can turn out to be, as far as they stand there literally. */
function textsOf(node: ESTree.Node | null | undefined): Text[] {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ node, value: node.value }] : [];
    case 'TemplateLiteral':
      return node.quasis.map((quasi) => ({ node: quasi, value: quasi.value.raw }));
    case 'ConditionalExpression':
      return [...textsOf(node.consequent), ...textsOf(node.alternate)];
    case 'LogicalExpression':
      return [...textsOf(node.left), ...textsOf(node.right)];
    default:
      return [];
  }
}
