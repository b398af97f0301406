import pino, { type Logger } from 'pino';

export type Log = Logger;

/** Structured lines on standard output. Personal data never goes in: names of fields that could hold it are cut out. */
export function createLog(level: string, toFile?: string): Log {
  return pino(
    {
      level,
      base: { pid: process.pid },
      redact: {
        paths: [
          'password',
          '*.password',
          'idNumber',
          '*.idNumber',
          'phone',
          '*.phone',
          'email',
          '*.email',
          'req.headers',
        ],
        censor: '[cut]',
      },
      serializers: { err: serialiseError },
    },
    toFile === undefined
      ? pino.destination(1)
      : pino.destination({ dest: toFile, mkdir: true, sync: false }),
  );
}

/** An error without the values that PostgreSQL and zod put into their messages and details. */
function serialiseError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const constraint = 'constraint' in error ? error.constraint : undefined;
  const isDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return {
    name: error.name,
    code,
    constraint,
    message: isDatabase ? error.message.replaceAll(/"[^"]*"|'[^']*'/g, '…') : error.message,
    stack: error.stack?.split('\n').slice(1).join('\n'),
    ...(error.cause === undefined ? {} : { cause: serialiseError(error.cause) }),
  };
}
