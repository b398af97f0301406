import type { ProblemKind } from '#kernel/problems/contract.ts';
import { commonProblems, fillWords } from '#kernel/problems/contract.ts';

import { currentLanguage } from '../kit/language.tsx';

/** One field that the server refused: its place (`body.rows.3.name`) and why, in the caller's language. */
export interface Fault {
  readonly path: string;
  readonly reason: string;
}

/** Kinds that arise in the browser itself. */
export const clientProblems = {
  offline: {
    code: 'client/offline',
    status: 0,
    title: {
      'zh-CN': '无法连接服务器，请检查网络后重试。您填写的内容仍在。',
      en: 'The server cannot be reached. Check the network and try again; what you typed is still here.',
    },
  },
  unreadable: {
    code: 'client/unreadable',
    status: 0,
    title: {
      'zh-CN': '服务器的答复无法读取，请刷新页面后重试。',
      en: 'The server gave an answer that cannot be read. Reload the page and try again.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;

interface ProblemParts {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly reference?: string | undefined;
  readonly faults?: readonly Fault[] | undefined;
  readonly more?: Readonly<Record<string, unknown>> | undefined;
  readonly cause?: unknown;
}

/** A refusal by the server, or that it could not be reached. `title` is a sentence for the person, in their language. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: string;
  readonly status: number;
  readonly title: string;
  /** The request's number in the server's log. */
  readonly reference: string | undefined;
  readonly faults: readonly Fault[];
  /** Further members of the problem document. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(parts: ProblemParts) {
    super(parts.title, parts.cause === undefined ? {} : { cause: parts.cause });
    this.code = parts.code;
    this.status = parts.status;
    this.title = parts.title;
    this.reference = parts.reference;
    this.faults = parts.faults ?? [];
    this.more = parts.more ?? {};
  }

  /** Whether it is the refusal of this kind. */
  is(kind: ProblemKind): boolean {
    return this.code === kind.code;
  }

  /** Whether the act may or may not have happened: a repeat must carry the same idempotency key. */
  get isUnsure(): boolean {
    return this.status === 0 || this.status >= 500 || this.is(commonProblems.inProgress);
  }
}

/** A problem of the browser's own, in the language of the page. */
export function clientProblem(kind: ProblemKind, cause?: unknown): ApiProblem {
  const title = fillWords(kind.title, currentLanguage());
  return new ApiProblem({ code: kind.code, status: kind.status, title, cause });
}

/** Whatever was thrown, as a problem that can be shown. */
export function toApiProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const { title, code, status } = commonProblems.internal;
  const sentence = fillWords(title, currentLanguage(), { requestId: '-' });
  return new ApiProblem({ code, status, title: sentence, cause: error });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toFault(value: unknown): Fault[] {
  if (!isRecord(value)) return [];
  const { path, reason } = value;
  return typeof path === 'string' && typeof reason === 'string' ? [{ path, reason }] : [];
}

/** Reads a problem document of RFC 9457; anything else becomes a problem by its status. */
export function readProblem(status: number, document: unknown): ApiProblem {
  if (!isRecord(document)) return byStatus(status);
  const { code, title, instance, faults, type: _type, status: _status, ...more } = document;
  if (typeof code !== 'string' || typeof title !== 'string') return byStatus(status);
  return new ApiProblem({
    code,
    status,
    title,
    reference: typeof instance === 'string' ? instance : undefined,
    faults: Array.isArray(faults) ? faults.flatMap(toFault) : [],
    more,
  });
}

function byStatus(status: number): ApiProblem {
  const kind = Object.values(commonProblems).find((one) => one.status === status);
  if (kind) return clientProblem(kind);
  return clientProblem(status >= 500 ? commonProblems.unavailable : clientProblems.unreadable);
}
