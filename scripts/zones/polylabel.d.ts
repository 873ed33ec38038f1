declare module 'polylabel' {
  /** The point of a polygon farthest from its edges, and that distance. */
  export default function polylabel(
    rings: readonly (readonly (readonly [number, number])[])[],
    precision?: number,
  ): [number, number] & { distance: number };
}
