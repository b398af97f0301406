import type { z } from 'zod';

import type { Permission } from '../access/contract-permission.ts';
import type { ProblemKind } from '../problems/contract.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may call: anyone, anyone signed in (the use case narrows it), or holders of a permission. */
export type Admission = 'public' | 'signed-in' | Permission;

/** What stands in place of a JSON answer. */
export type BodyKind = 'json' | 'bytes' | 'events' | 'redirect' | 'html';

type AnyObject = z.ZodObject;

/** One route: everything that the server, the typed client and the reference need to know of it. */
export interface RouteContract<
  P extends AnyObject | undefined = AnyObject | undefined,
  Q extends AnyObject | undefined = AnyObject | undefined,
  B extends z.ZodType | undefined = z.ZodType | undefined,
  R extends z.ZodType | undefined = z.ZodType | undefined,
> {
  /** `module.act`, unique; the operationId of OpenAPI. */
  readonly name: string;
  readonly method: Method;
  /** Full path with `:id` places, beginning with /api/v1/ for everything versioned. */
  readonly path: string;
  readonly summary: string;
  readonly admission: Admission;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response?: R;
  /** 200 unless said; 201 for a creation. */
  readonly status?: number;
  readonly answers?: BodyKind;
  /** Refusals of its own, beside the common ones. */
  readonly problems?: readonly ProblemKind[];
  /** `required` for a write that a person or a device may repeat; `optional` honours a key when given. */
  readonly idempotency?: 'required' | 'optional';
  /** Body limit in bytes when it differs from 1 MiB. */
  readonly bodyLimit?: number;
  /** Requests a minute for one caller when stricter than the default. */
  readonly ratePerMinute?: number;
  /** Called by programs with a bearer key or by a third party, so no CSRF token is asked. */
  readonly crossSite?: boolean;
  /** The body is a file, or several, as multipart/form-data: the handler reads the stream itself. */
  readonly upload?: boolean;
}

/** Declares a route. Its types flow to the handler and to the client. */
export function route<
  const P extends AnyObject | undefined = undefined,
  const Q extends AnyObject | undefined = undefined,
  const B extends z.ZodType | undefined = undefined,
  const R extends z.ZodType | undefined = undefined,
>(contract: RouteContract<P, Q, B, R>): RouteContract<P, Q, B, R> {
  return contract;
}

type Out<S> = S extends z.ZodType ? z.output<S> : undefined;
type In<S> = S extends z.ZodType ? z.input<S> : undefined;

export type ParamsOf<C> =
  C extends RouteContract<infer P, infer _Q, infer _B, infer _R> ? Out<P> : never;
export type QueryOf<C> =
  C extends RouteContract<infer _P, infer Q, infer _B, infer _R> ? Out<Q> : never;
export type BodyOf<C> =
  C extends RouteContract<infer _P, infer _Q, infer B, infer _R> ? Out<B> : never;
export type ResponseOf<C> =
  C extends RouteContract<infer _P, infer _Q, infer _B, infer R> ? Out<R> : never;
/** What a handler returns: the response before zod fills defaults. */
export type AnswerOf<C> =
  C extends RouteContract<infer _P, infer _Q, infer _B, infer R> ? In<R> : never;
export type ParamsInput<C> =
  C extends RouteContract<infer P, infer _Q, infer _B, infer _R> ? In<P> : never;
export type QueryInput<C> =
  C extends RouteContract<infer _P, infer Q, infer _B, infer _R> ? In<Q> : never;
export type BodyInput<C> =
  C extends RouteContract<infer _P, infer _Q, infer B, infer _R> ? In<B> : never;
