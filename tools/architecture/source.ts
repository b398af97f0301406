import { type ESTree, type ParseResult, parseSync, Visitor } from 'vite';

export type ImportKind = 'value' | 'type' | 'dynamic';

/** One mention of another file or package in a source file. */
export interface ImportMention {
  readonly specifier: string;
  readonly kind: ImportKind;
  readonly line: number;
  /** True for `export * from`. */
  readonly everything: boolean;
}

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly program: ESTree.Program;
  readonly comments: ParseResult['comments'];
  readonly imports: readonly ImportMention[];
  readonly lineAt: (offset: number) => number;
}

/** Parses one TypeScript or JavaScript file. Throws when the text cannot be parsed. */
export function readSource(path: string, text: string): SourceFile {
  const result = parseSync(path, text, { sourceType: 'module' });
  const error = result.errors[0];
  if (error !== undefined) throw new SyntaxError(`${path}: ${error.message}`);
  const lineAt = lineFinder(text);
  return {
    path,
    text,
    program: result.program,
    comments: result.comments,
    imports: collectImports(result.program, lineAt),
    lineAt,
  };
}

function collectImports(program: ESTree.Program, lineAt: (offset: number) => number) {
  const imports: ImportMention[] = [];
  const add = (
    source: { value: unknown; start: number } | null | undefined,
    kind: ImportKind,
    everything = false,
  ) => {
    if (typeof source?.value !== 'string') return;
    imports.push({ specifier: source.value, kind, everything, line: lineAt(source.start) });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === 'type' ? 'type' : 'value'),
    ExportAllDeclaration: (node) =>
      add(node.source, node.exportKind === 'type' ? 'type' : 'value', true),
    ExportNamedDeclaration: (node) =>
      add(node.source, node.exportKind === 'type' ? 'type' : 'value'),
    ImportExpression: (node) => {
      if (node.source.type === 'Literal') add(node.source, 'dynamic');
    },
    TSImportType: (node) => add(node.source, 'type'),
  }).visit(program);
  return imports;
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
