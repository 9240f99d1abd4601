/** A body of what was joined → the stretches that it was joined from, so that what did not change is known again. */
import type { ReviewPages } from "./join-pages.ts";
import type { ReviewValues } from "./pack-values.ts";

/** The groups of parts, then the fonts. */
export function piecesOfPages({ head: { groups, fonts }, body }: ReviewPages): readonly Uint8Array[] {
  return cut(body, [...groups, ...fonts.map(({ bytes }) => bytes)]);
}

export function piecesOfValues({ head: { groups }, body }: ReviewValues): readonly Uint8Array[] {
  return cut(body, groups);
}

function cut(body: Uint8Array, lengths: readonly number[]): readonly Uint8Array[] {
  let from = 0;
  return lengths.map((length) => {
    from += length;
    return body.subarray(from - length, from);
  });
}
