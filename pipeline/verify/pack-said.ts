/** What a part is to say → bytes, and back: the cells of a large report as objects take more memory than all its pages. */
import type { NeutralBlock, SaidCell, SaidPart } from "./said.ts";

/** Where it stands, whether it heads others, the level of its heading or 0, its comments or 0, and its paragraphs. */
type PackedCell = readonly [
  place: readonly [row: number, column: number, rowSpan: number, colSpan: number],
  header: SaidCell["header"] | null,
  level: number,
  comments: SaidCell["comments"] | 0,
  ...paragraphs: string[],
];

type Table = Extract<NeutralBlock, { kind: "table" }>;
type PackedBlock =
  | Exclude<NeutralBlock, Table>
  | (Omit<Table, "cells"> & { readonly cells: readonly PackedCell[] });

/** Bytes that are handed to another thread, or kept, at no cost. */
export type PackedSaid = Uint8Array;

export function packSaid(part: SaidPart): PackedSaid {
  const packed = part.map(
    (block): PackedBlock => (block.kind === "table" ? { ...block, cells: block.cells.map(packCell) } : block),
  );
  return new TextEncoder().encode(JSON.stringify(packed));
}

export function unpackSaid(bytes: PackedSaid): SaidPart {
  // Only packSaid makes such bytes, and they are in no file.
  const packed = JSON.parse(new TextDecoder().decode(bytes)) as readonly PackedBlock[];
  return packed.map((block) =>
    block.kind === "table" ? { ...block, cells: block.cells.map(unpackCell) } : block,
  );
}

function packCell({
  row,
  column,
  rowSpan,
  colSpan,
  header,
  level = 0,
  comments = [],
  paragraphs,
}: SaidCell): PackedCell {
  const place = [row, column, rowSpan, colSpan] as const;
  return [place, header ?? null, level, comments.length === 0 ? 0 : comments, ...paragraphs];
}

function unpackCell([place, header, level, comments, ...paragraphs]: PackedCell): SaidCell {
  const [row, column, rowSpan, colSpan] = place;
  return {
    ...{ row, column, rowSpan, colSpan, paragraphs },
    header: header ?? undefined,
    level: level === 0 ? undefined : level,
    comments: comments === 0 ? undefined : comments,
  };
}
