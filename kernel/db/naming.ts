import { createHash } from 'node:crypto';

/**
 * Gives each statement text a stable name, so that PostgreSQL parses and plans it once a connection.
 * Texts that vary without end (long `in` lists) would fill the server's memory, so only the first
 * `limit` different texts of a process get a name; the rest run unnamed.
 */
export function createStatementNames(limit = 2000): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= limit) return undefined;
    const name = `s_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    names.set(text, name);
    return name;
  };
}

export const statementName = createStatementNames();
