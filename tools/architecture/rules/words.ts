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
const han = /\p{Script=Han}/u;

function isText(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** `Rules of sessions` is one, `sessionRules` is the name of one in messages.ts. */
function isSentence(text: string): boolean {
  return isText(text) && /^\p{Lu}|\s|\p{Script=Han}/u.test(text);
}

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
    const sayTexts = (node: ESTree.Node | null | undefined, isWords = isText) => {
      for (const text of textsOf(node)) if (isWords(text.value)) say(text.node, text.value);
    };
    const spans = { elements: [] as Span[], pairs: [] as Span[] };
    /** A pair of both languages may stand beside what it names, but not inside what is shown. */
    const isPaired = (node: Span) => isInside(node, spans.pairs) && !isInside(node, spans.elements);
    const enter = (node: Span, name: string, children: readonly ESTree.Node[]) => {
      spans.elements.push(node);
      // Names of keys and pieces of code are the same in every language.
      if (name === 'kbd' || name === 'code') return;
      for (const child of children) {
        if (child.type === 'JSXText' && isText(child.value)) say(child, child.value);
        if (child.type === 'JSXExpressionContainer') sayTexts(child.expression);
      }
    };
    return {
      JSXElement: (node) => enter(node, nameOf(node.openingElement.name), node.children),
      JSXFragment: (node) => enter(node, '', node.children),
      JSXOpeningElement: (node) => {
        // A component may take the name of a sentence; an element of HTML shows what it is given.
        const isWords = /^[a-z]/.test(nameOf(node.name)) ? isText : isSentence;
        for (const attribute of node.attributes) {
          if (attribute.type !== 'JSXAttribute') continue;
          const { name, value } = attribute;
          if (!readByPeople.includes(nameOf(name))) continue;
          sayTexts(value?.type === 'JSXExpressionContainer' ? value.expression : value, isWords);
        }
      },
      Property: (node) => {
        const name = node.key.type === 'Identifier' ? node.key.name : '';
        if (isPage && readByPeople.includes(name)) sayTexts(node.value, isSentence);
      },
      ObjectExpression: (node) => {
        if (findLanguagePair(node)?.en !== undefined) spans.pairs.push(node);
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

function isInside(node: Span, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => node.start >= start && node.end <= end);
}

/** The name of an element or attribute when it is a plain one. */
function nameOf(name: ESTree.JSXElementName | ESTree.JSXAttributeName): string {
  return name.type === 'JSXIdentifier' ? name.name : '';
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
