import type { ESTree } from 'vite';

/** An object literal that says the same in both languages: one sentence, or a table of sentences. */
export interface LanguagePair {
  readonly node: ESTree.ObjectExpression;
  readonly 'zh-CN': ESTree.Expression | undefined;
  readonly en: ESTree.Expression | undefined;
}

/** The pair that an object literal is; undefined for an object without a `zh-CN`. */
export function findLanguagePair(node: ESTree.ObjectExpression): LanguagePair | undefined {
  const values = new Map(propertiesOf(node));
  if (!values.has('zh-CN')) return undefined;
  return { node, 'zh-CN': values.get('zh-CN'), en: values.get('en') };
}

/** Names and values of an object literal, as far as both stand there plainly. */
export function propertiesOf(node: ESTree.ObjectExpression): Array<[string, ESTree.Expression]> {
  return node.properties.flatMap((property): Array<[string, ESTree.Expression]> => {
    if (property.type !== 'Property' || property.computed) return [];
    const { key } = property;
    if (key.type === 'Identifier') return [[key.name, property.value]];
    if (key.type !== 'Literal' || typeof key.value !== 'string') return [];
    return [[key.value, property.value]];
  });
}

/** The sentence that an expression is, when it stands there whole; joined by `+` when it is long. */
export function sentenceOf(node: ESTree.Expression | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.quasis.length === 1)
    return node.quasis[0]?.value.cooked ?? undefined;
  if (node?.type === 'BinaryExpression' && node.operator === '+') {
    const left = sentenceOf(node.left);
    const right = sentenceOf(node.right);
    return left === undefined || right === undefined ? undefined : left + right;
  }
  return undefined;
}
