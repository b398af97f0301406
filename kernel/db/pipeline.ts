import type { EventEmitter } from 'node:events';

import pg, { type PoolClient } from 'pg';
import { serialize } from 'pg-protocol';

import { statementName } from './naming.ts';
import { toParameter } from './parameters.ts';

/** What the server answered to one statement. */
export interface Answer {
  readonly rows: object[];
  /** How many rows it read or wrote; null where it does neither. */
  readonly rowCount: number | null;
  /** The first word of the command tag, e.g. `COMMIT`. */
  readonly command: string;
}

/** A statement under way, and who waits for it. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** The columns of an answer, and how their text is read. */
interface Shape {
  readonly names: readonly string[];
  readonly readers: ReadonlyArray<(text: string) => unknown>;
}

/** What is kept of each connection. */
interface Line {
  waiting: Statement[];
  /** By the name of the statement: told by the server once, and the same as long as the statement is prepared. */
  readonly shapes: Map<string, Shape>;
}

const lines = new WeakMap<PoolClient, Line>();

function lineOf(client: PoolClient): Line {
  const known = lines.get(client);
  if (known !== undefined) return known;
  const line: Line = { waiting: [], shapes: new Map() };
  lines.set(client, line);
  return line;
}

/**
 * Runs one statement on a client of the pool. All that are asked for in one turn of work travel as one batch: one
 * write, and one answer. Every one after a failed one fails with the same reason, as it was never run.
 */
export function run(
  client: PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<Answer> {
  const line = lineOf(client);
  return new Promise((resolve, reject) => {
    line.waiting.push({ text, values, resolve, reject });
    if (line.waiting.length > 1) return;
    // After the promises that are under way now: the query builder reaches the driver by some of them.
    queueMicrotask(() => process.nextTick(() => flush(client, line)));
  });
}

/** Runs one statement by itself, after all that were asked for: whatever becomes of them, it is run. */
export function runApart(client: PoolClient, text: string): Promise<Answer> {
  const line = lineOf(client);
  flush(client, line);
  const answer = run(client, text);
  flush(client, line);
  return answer;
}

function flush(client: PoolClient, line: Line): void {
  const statements = line.waiting;
  if (statements.length === 0) return;
  line.waiting = [];
  void client.query(new Batch(client, statements));
}

/** As much of the driver's connection as a batch needs. */
interface Wire {
  readonly stream: { readonly writable: boolean; write(bytes: Buffer): unknown };
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
}

interface FieldMessage {
  readonly name: string;
  readonly dataTypeID: number;
}

// The driver takes queries of its own class only into a pipeline; all that its class does is done anew here.
const DriverQuery = pg.Query as unknown as new (text: string) => EventEmitter;

/**
 * Statements that travel together with a single Sync at their end, so that the server answers all of them with one
 * write. Whoever needs the time between two statements (a test that cuts the connection) can part a batch by its
 * statements.
 */
export class Batch extends DriverQuery {
  readonly client: PoolClient;
  readonly statements: readonly Statement[];
  readonly #names: ReadonlyArray<string | undefined>;
  readonly #shapes: Map<string, Shape>;
  readonly #answers: Answer[] = [];
  #shape: Shape | undefined;
  #rows: object[] = [];
  /** Why rows of an answer could not be read, by statement. */
  readonly #unread = new Map<number, unknown>();

  constructor(client: PoolClient, statements: readonly Statement[]) {
    super('');
    this.client = client;
    this.statements = statements;
    this.#names = statements.map(({ text }) => statementName(text));
    this.#shapes = lineOf(client).shapes;
  }

  /** The statement that is being answered. */
  get #at(): number {
    return this.#answers.length;
  }

  /** Read by the driver when a statement was parsed, which it remembers by name. */
  get name(): string | undefined {
    return this.#names[this.#at];
  }

  set name(_: string | undefined) {
    // Set by the driver's constructor, which knows of one statement only.
  }

  get text(): string {
    return this.statements[this.#at]?.text ?? '';
  }

  set text(_: string) {
    // As above.
  }

  /** Called by the driver: sends all, or gives the reason why they cannot be sent. */
  submit(wire: Wire): Error | null {
    const fresh = new Set<string>();
    let bytes: Buffer;
    try {
      bytes = Buffer.concat(this.#compose(wire, fresh));
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
    for (const [index, name] of this.#names.entries())
      if (name !== undefined && fresh.has(name))
        wire.submittedNamedStatements[name] = this.statements[index]?.text ?? '';
    if (wire.stream.writable) wire.stream.write(bytes);
    return null;
  }

  #compose(wire: Wire, fresh: Set<string>): Buffer[] {
    const isKnown = (name: string) =>
      fresh.has(name) ||
      wire.parsedStatements[name] !== undefined ||
      wire.submittedNamedStatements[name] !== undefined;
    const parts: Buffer[] = [];
    for (const [index, { text, values }] of this.statements.entries()) {
      const name = this.#names[index];
      if (name === undefined || !isKnown(name))
        parts.push(serialize.parse(name === undefined ? { text } : { name, text }));
      if (name !== undefined && !isKnown(name)) fresh.add(name);
      parts.push(
        serialize.bind({
          ...(name === undefined ? {} : { statement: name }),
          values: values as unknown[],
          valueMapper: toParameter,
        }),
      );
      if (name === undefined || !this.#shapes.has(name)) parts.push(DESCRIBE);
      parts.push(EXECUTE);
    }
    parts.push(SYNC);
    return parts;
  }

  handleRowDescription({ fields }: { readonly fields: readonly FieldMessage[] }): void {
    this.#shape = {
      names: fields.map(({ name }) => name),
      readers: fields.map(({ dataTypeID }) => readerOf(this.client, dataTypeID)),
    };
  }

  handleDataRow({ fields }: { readonly fields: ReadonlyArray<string | null> }): void {
    try {
      this.#rows.push(toRow(this.#currentShape(), fields));
    } catch (error) {
      this.#unread.set(this.#at, error);
    }
  }

  #currentShape(): Shape {
    return this.#shape ?? this.#shapes.get(this.name ?? '') ?? NO_COLUMNS;
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const name = this.name;
    if (name !== undefined) this.#shapes.set(name, this.#currentShape());
    const words = text.split(' ');
    const count = words.length > 1 ? Number(words.at(-1)) : Number.NaN;
    const rowCount = Number.isNaN(count) ? null : count;
    this.#answers.push({ rows: this.#rows, rowCount, command: words[0] ?? '' });
    this.#rows = [];
    this.#shape = undefined;
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  /** Everything before the failed statement is answered; it and all behind it fail alike. */
  handleError(error: unknown, wire: Wire): void {
    const done = this.#answer();
    for (const [index, { reject }] of this.statements.entries()) {
      if (index < done) continue;
      const name = this.#names[index];
      if (name !== undefined) delete wire.submittedNamedStatements[name];
      reject(error);
    }
  }

  /** The server has done with all of them, and what they changed by themselves is durable. */
  handleReadyForQuery(): void {
    this.#answer();
  }

  /** Gives out what was answered; how many statements that were. */
  #answer(): number {
    for (const [index, answer] of this.#answers.entries()) {
      const statement = this.statements[index];
      if (this.#unread.has(index)) statement?.reject(this.#unread.get(index));
      else statement?.resolve(answer);
    }
    return this.#answers.length;
  }
}

/** The driver's own types name only the kinds that it knows of. */
interface Reading {
  getTypeParser(typeId: number, format: 'text'): (text: string) => unknown;
}

const readerOf = (client: PoolClient, typeId: number) =>
  (client as Reading).getTypeParser(typeId, 'text');

const DESCRIBE = serialize.describe({ type: 'P' });
const EXECUTE = serialize.execute();
const SYNC = serialize.sync();
const NO_COLUMNS: Shape = { names: [], readers: [] };

function toRow({ names, readers }: Shape, fields: ReadonlyArray<string | null>): object {
  const row: Record<string, unknown> = {};
  for (const [index, name] of names.entries()) {
    const text = fields[index] ?? null;
    row[name] = text === null ? null : readers[index]?.(text);
  }
  return row;
}
