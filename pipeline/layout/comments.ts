/** A part's comments → those of each place that prints their source, each handed out once: where it is printed first. */
import type { Comment, Sources } from "../model/index.ts";
import type { LaidPart } from "./laid.ts";

export type TakeComments = (sources: Sources) => readonly Comment[];

export function openComments({ comments = [] }: Pick<LaidPart, "comments">): TakeComments {
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
