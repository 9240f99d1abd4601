/** A file in which no header is known → the first one that would be, had its text not been saved in a wrong encoding: 椤圭洰鍚嶇О was 项目名称. */
import type { Place } from "../../diagnostics/index.ts";
import {
  cellPlace,
  type RawFile,
  type RawNode,
  unconverted,
  type WrongConversion,
} from "../../read/index.ts";
import type { Vocabulary } from "../headers/match-header.ts";
import { isTelling } from "./may-be-export.ts";

export type GarbledHeader = WrongConversion & { readonly at: Place; readonly garbled: string };

/** Headers are looked for in so many rows, or items of a list. */
const searched = 30;
/** No header is longer. */
const longest = 60;

/** A header that comes out by undoing what went wrong is no chance: six bytes or more have fitted. */
export function garbledHeader(file: RawFile, vocabulary: Vocabulary): GarbledHeader | undefined {
  for (const { text, at } of namesIn(file)) {
    if (text.length > longest) continue;
    const found = unconverted(text).find(({ restored }) => isTelling(restored, vocabulary));
    if (found !== undefined) return { ...found, at: at(), garbled: text };
  }
  return undefined;
}

type Named = { readonly text: string; readonly at: () => Place };

function namesIn(file: RawFile): readonly Named[] {
  if (file.kind === "tree") return keysIn(file.root);
  return file.rows.slice(0, searched).flatMap(({ row, cells }) =>
    cells.map((cell, column) => {
      const text = cell.trim();
      return { text, at: () => cellPlace(file, row, column) };
    }),
  );
}

function keysIn(node: RawNode): readonly Named[] {
  if (node.kind === "list") return node.items.slice(0, searched).flatMap(keysIn);
  if (node.kind !== "object") return [];
  return node.entries.flatMap(({ key, at, value }) => [{ text: key, at: () => at }, ...keysIn(value)]);
}
