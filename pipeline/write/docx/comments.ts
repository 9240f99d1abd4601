/** Comments on cells and paragraphs → the ranges that Word ties them to, and what docx writes `word/comments.xml` from. */
import { type ICommentsOptions, Paragraph, TextRun } from "docx";
import type { LaidPart } from "../../layout/index.ts";
import type { Comment, Sources, TakeComments } from "../../model/index.ts";
import { openIds } from "./ids.ts";
import { toXmlText } from "./text.ts";
import { writtenText, type XmlSink } from "./utf8-stream.ts";

export type NumberedComment = Pick<Comment, "author" | "text"> & { readonly id: number };

/** Writes paragraphs that print these sources, with the ranges of the comments on them. */
export type InCommentRange = (sources: Sources, write: (xml: XmlSink) => void, xml: XmlSink) => void;

export type CommentRanges = {
  readonly inRange: InCommentRange;
  /** Undefined if there are none. */
  readonly written: () => readonly NumberedComment[] | undefined;
};

export function openCommentRanges({ ordinal }: Pick<LaidPart, "ordinal">, take: TakeComments): CommentRanges {
  const nextId = openIds(ordinal, "comments");
  const written: NumberedComment[] = [];
  return {
    inRange: (sources, write, xml) => {
      const numbered = take(sources).map(({ author, text }) => ({ id: nextId(), author, text }));
      if (numbered.length === 0) return write(xml);
      written.push(...numbered);
      xml.put(withRanges(writtenText(write), numbered));
    },
    written: () => (written.length === 0 ? undefined : written),
  };
}

const properties = "</w:pPr>";
const end = "</w:p>";

/** From the first run of the first paragraph to the last of the last. */
function withRanges(paragraphs: string, comments: readonly NumberedComment[]): string {
  const from = paragraphs.indexOf(properties) + properties.length;
  const to = paragraphs.lastIndexOf(end);
  const starts = comments.map(({ id }) => `<w:commentRangeStart w:id="${id}"/>`);
  const ends = comments.map(
    ({ id }) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
  );
  return [
    ...[paragraphs.slice(0, from), ...starts],
    ...[paragraphs.slice(from, to), ...ends, paragraphs.slice(to)],
  ].join("");
}

/** Undefined if there are none: the package has no part for them then. */
export function buildComments(
  comments: readonly NumberedComment[],
  date: Date,
): ICommentsOptions | undefined {
  if (comments.length === 0) return undefined;
  return {
    children: comments.map(({ id, author, text }) => ({
      id,
      author,
      initials: author.slice(0, 2),
      date,
      children: text.split("\n").map((line) => new Paragraph({ children: [new TextRun(toXmlText(line))] })),
    })),
  };
}
