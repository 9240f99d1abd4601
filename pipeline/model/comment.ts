/** What a reviewer is to be told of a printed value: a comment in Word, an annotation in a PDF. */
import type { Sources } from "./document.ts";

export type Comment = {
  /** The path of the value that it is about, as in the sources of what is printed. */
  readonly source: string;
  /** One in the same row, which it is on where that is not printed. */
  readonly beside?: string | undefined;
  readonly severity: "error" | "warning" | "info";
  readonly author: string;
  readonly text: string;
};

export type TakeComments = (sources: Sources) => readonly Comment[];

/** The comments of each place that prints their source, each handed out once: where it is printed first. */
export function openComments({
  comments = [],
}: {
  readonly comments?: readonly Comment[] | undefined;
}): TakeComments {
  const left = new Map<string, Comment[]>();
  for (const comment of comments) {
    const same = left.get(comment.source);
    if (same === undefined) left.set(comment.source, [comment]);
    else same.push(comment);
  }
  return (sources) => {
    if (left.size === 0) return [];
    return sources.flatMap((source) => {
      const taken = left.get(source) ?? [];
      left.delete(source);
      return taken;
    });
  };
}
