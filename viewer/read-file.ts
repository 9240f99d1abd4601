/** The data in the page → what it says at the start, and the rest of it by and by: a part is inflated when it is looked at. */
import { inflateSync } from "fflate";
import type { ItemData, PartData, ReviewHead } from "../pipeline/write/review/page-data.ts";

export type ReviewFile = {
  readonly head: ReviewHead;
  /** What stands on a sheet; undefined of a blank one. */
  readonly sheet: (index: number) => Sheet | undefined;
  readonly font: (key: string) => Uint8Array<ArrayBuffer>;
};

export type Sheet = {
  readonly looks: PartData["looks"];
  readonly items: readonly ItemData[];
  /** Whose values its paths are. */
  readonly project: number | undefined;
};

const lengthBytes = 4;
/** Groups of parts that are kept inflated: those around what is on the screen. */
const mostKept = 3;

/** Of the bytes that `writeReview` wrote, in base64. */
export function readFile(base64: string): ReviewFile {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bodyAt = lengthBytes + new DataView(bytes.buffer).getUint32(0, true);
  const head = parse<ReviewHead>(bytes.subarray(lengthBytes, bodyAt));
  const { parts = [], partsAGroup = 1, groups = [], fonts = [], sheets = [] } = head.pages ?? {};
  const places: { readonly part: number; readonly page: number }[] = [];
  const starts: number[] = [];
  let from = bodyAt;
  for (const [part, [pages]] of parts.entries())
    for (let page = 0; page < pages; page += 1) places.push({ part, page });
  for (const length of groups) {
    starts.push(from);
    from += length;
  }
  const fontAt = new Map<string, { readonly from: number; readonly length: number }>();
  for (const { key, bytes: length } of fonts) {
    fontAt.set(key, { from, length });
    from += length;
  }
  let printed = 0;
  const placeOf = sheets.map(({ blank }) => (blank ? undefined : places[printed++]));
  const kept = new Map<number, readonly PartData[]>();
  const group = (index: number): readonly PartData[] => {
    const start = starts[index] ?? 0;
    const data =
      kept.get(index) ?? parse<readonly PartData[]>(bytes.subarray(start, start + (groups[index] ?? 0)));
    kept.delete(index);
    kept.set(index, data);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return data;
  };
  return {
    head,
    sheet: (index) => {
      const place = placeOf[index];
      if (place === undefined) return undefined;
      const part = group(Math.floor(place.part / partsAGroup))[place.part % partsAGroup];
      const [, project] = parts[place.part] ?? [];
      return part && { looks: part.looks, items: part.pages[place.page] ?? [], project };
    },
    font: (key) => {
      const { from: start = 0, length = 0 } = fontAt.get(key) ?? {};
      return Uint8Array.from(inflateSync(bytes.subarray(start, start + length)));
    },
  };
}

// The program that wrote the file has this script in it: what it says is of these types.
function parse<Data>(deflated: Uint8Array): Data {
  return JSON.parse(new TextDecoder().decode(inflateSync(deflated))) as Data;
}
