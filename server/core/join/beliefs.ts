import type { Link } from './links';

/**
 * What is believed of each link, by its place: the candidates without which it does not join (none = it joins), or null
 * = it never does. A belief may promise too much, never too little.
 */
export type Beliefs = readonly (readonly number[] | null)[];

/** What is believed of links before any has been judged. */
export function firstBeliefs(links: readonly Link[]): Beliefs {
  return links.map(({ needs }) => needs);
}
