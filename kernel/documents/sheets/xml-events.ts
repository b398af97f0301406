import { SaxesParser, type SaxesTagPlain } from 'saxes';

import { ProblemError } from '#kernel/problems/problem-error.ts';

import { sheetProblems } from './sheet-problems.ts';

export interface XmlHandlers {
  /** `name` is without its namespace prefix. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Reads XML piece by piece; yields after each piece so that the caller can pass on what its handlers gathered. A
 * document type declaration is refused: workbooks have none, attacks do.
 */
export async function* readXml(
  pieces: AsyncIterable<Uint8Array>,
  where: string,
  handlers: XmlHandlers,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', (tag: SaxesTagPlain) => handlers.open(localName(tag.name), tag.attributes));
  parser.on('closetag', (tag) => handlers.close?.(localName(tag.name)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('doctype', () => {
    throw new Error('A document type declaration is not accepted');
  });
  parser.on('error', (error) => {
    throw error;
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of pieces) {
    attempt(where, () => parser.write(decoder.decode(piece, { stream: true })));
    yield;
  }
  attempt(where, () => parser.write(decoder.decode()).close());
}

/** Reads a whole part whose content the handlers gather. */
export async function readWholeXml(
  pieces: AsyncIterable<Uint8Array>,
  where: string,
  handlers: XmlHandlers,
): Promise<void> {
  const events = readXml(pieces, where, handlers);
  while ((await events.next()).done !== true);
}

function attempt(where: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError(sheetProblems.damaged, { where }, { cause: error });
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
