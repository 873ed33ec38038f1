import type { z } from 'zod';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** One HTTP endpoint: everything both sides need to speak it. Paths use `:name` for parameters. */
export interface EndpointShape {
  readonly method: Method;
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  /** The write goes into the history under the actor's name; without a name it is refused. */
  readonly signed?: true;
}

/** Declares an endpoint, keeping its exact types. */
export const endpoint = <const E extends EndpointShape>(shape: E): E => shape;

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type Sent<T> = T extends z.ZodType ? z.input<T> : undefined;

/** What a handler receives and must answer. */
export type Handled<E extends EndpointShape> = {
  params: Parsed<E['params']>;
  query: Parsed<E['query']>;
  body: Parsed<E['body']>;
};
/** What a caller sends; a part the endpoint does not declare is left out. */
export type Call<E extends EndpointShape> = (E['params'] extends z.ZodType ? { params: Sent<E['params']> } : object) &
  (E['query'] extends z.ZodType ? { query?: Sent<E['query']> } : object) &
  (E['body'] extends z.ZodType ? { body: Sent<E['body']> } : object);
/** What comes back. */
export type Answer<E extends EndpointShape> = z.output<E['response']>;
