/** A heading of a document that is printed as a part of a larger one → the same as it stands there. */
import type { ResolvedParagraph } from "./resolved.ts";

export type Nesting = {
  /** Stands before the names of its styles; "" where they are those of the larger document. */
  readonly styles: string;
  /** Stands before the ids of its headings, which are unique in it alone. */
  readonly ids: string;
  /** So many levels its headings lie lower. */
  readonly depth: number;
};

export const asItself: Nesting = { styles: "", ids: "", depth: 0 };

type HeadingMark = NonNullable<ResolvedParagraph["heading"]>;

export function nestHeading({ level, id }: HeadingMark, { ids, depth }: Nesting): HeadingMark {
  return { level: lower(level + depth), id: ids + id };
}

/** There are three levels: what would lie below the third stands on it. */
function lower(level: number): HeadingMark["level"] {
  return level <= 1 ? 1 : level === 2 ? 2 : 3;
}
