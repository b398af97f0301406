import { ZodError } from 'zod';

const LONGEST = 2000;

/**
 * What an operator reads of a failure: kind, code and message. Values that PostgreSQL and zod quote in
 * their messages are cut out, because they may be personal data.
 */
export function toFailureText(error: unknown): string {
  if (error instanceof ZodError) {
    const faults = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`);
    return `ZodError: ${faults.join('; ')}`.slice(0, LONGEST);
  }
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const isDatabase = code !== undefined && /^[0-9A-Z]{5}$/.test(code);
  const message = isDatabase
    ? error.message.replaceAll(/"[^"]*"|'[^']*'|\([^)]*\)=\([^)]*\)/g, '…')
    : error.message;
  return `${error.name}${code === undefined ? '' : ` ${code}`}: ${message}`.slice(0, LONGEST);
}

/** Whether the failure is the way to the database and not the work: it is not counted as an attempt. */
export function isConnectionFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^(?:08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT)$/.test(code)) return true;
  return /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    error.message,
  );
}
