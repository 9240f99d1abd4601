/** The data in the page → what it says at the start, and the rest of it by and by: a part is inflated when it is looked at. */
import { inflateSync } from "fflate";
import type { ColumnData, FindingData, OwnerData, ReviewHead, ValuesGroup } from "../write/review/index.ts";
import { unpackFindings } from "./unpack-findings.ts";
import { type ItemData, type PartData, unpackParts } from "./unpack-parts.ts";

export type ReviewFile = {
  readonly head: ReviewHead;
  readonly findings: readonly FindingData[];
  /** What stands on a sheet; undefined of a blank one. */
  readonly sheet: (index: number) => PrintedSheet | undefined;
  /** What was given for a project, by its number from 1, or for the department, by 0. */
  readonly values: (
    project: number,
  ) => { readonly owner: OwnerData; readonly columns: readonly ColumnData[] } | undefined;
  readonly fonts: readonly PageFont[];
};

export type PageFont = {
  readonly key: string;
  /** Changes with the bytes; undefined in a file, whose fonts do not change. */
  readonly hash: string | undefined;
  readonly bytes: () => Uint8Array<ArrayBuffer>;
};

/** What the head tells of, still deflated. */
export type Pieces = {
  readonly groups: readonly Uint8Array[];
  readonly fonts: readonly { readonly hash: string | undefined; readonly bytes: Uint8Array }[];
  readonly values: readonly Uint8Array[];
};

export type PrintedSheet = {
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
  const bytes = bytesOf(base64);
  const bodyAt = lengthBytes + new DataView(bytes.buffer).getUint32(0, true);
  const head = parse<ReviewHead>(bytes.subarray(lengthBytes, bodyAt));
  const { groups = [], fonts = [] } = head.pages ?? {};
  const take = cutter(bytes, bodyAt);
  return openFile(head, {
    groups: groups.map(take),
    fonts: fonts.map(({ bytes: length }) => ({ hash: undefined, bytes: take(length) })),
    values: (head.values?.groups ?? []).map(take),
  });
}

/** A second faster for 4 MB than `Uint8Array.from` with a function; `Uint8Array.fromBase64` is younger than browsers in offices. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const signs = atob(base64);
  const bytes = new Uint8Array(signs.length);
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at);
  return bytes;
}

export function openFile(head: ReviewHead, { groups, fonts, values }: Pieces): ReviewFile {
  const { parts = [], partsAGroup = 1, fonts: keys = [], sheets = [] } = head.pages ?? {};
  const { projectsAGroup = 1 } = head.values ?? {};
  const partGroup = keeping(groups, unpackParts);
  const valueGroup = keeping(values, (group: ValuesGroup) => group);
  const places = parts.flatMap(([pages], part) =>
    Array.from({ length: pages }, (_, page) => ({ part, page })),
  );
  let printed = 0;
  const placeOf = sheets.map(({ blank }) => (blank ? undefined : places[printed++]));
  return {
    head,
    findings: head.findings === undefined ? [] : unpackFindings(head.findings),
    sheet: (index) => {
      const place = placeOf[index];
      if (place === undefined) return undefined;
      const part = partGroup(Math.floor(place.part / partsAGroup))?.[place.part % partsAGroup];
      const [, project] = parts[place.part] ?? [];
      return part && { looks: part.looks, items: part.pages[place.page] ?? [], project };
    },
    values: (project) => {
      const [group, at] =
        project === 0
          ? [0, 0]
          : [1 + Math.floor((project - 1) / projectsAGroup), (project - 1) % projectsAGroup];
      const { owners, columns = [] } = valueGroup(group) ?? {};
      const owner = owners && ownerAt(owners, at);
      return owner && { owner, columns };
    },
    fonts: keys.map(({ key }, index): PageFont => {
      const { hash, bytes = new Uint8Array() } = fonts[index] ?? {};
      return { key, hash, bytes: () => Uint8Array.from(inflateSync(bytes)) };
    }),
  };
}

function ownerAt(lists: ValuesGroup["owners"], at: number): OwnerData | undefined {
  const [paths, given, columns] = [lists.paths[at], lists.given[at], lists.columns[at]];
  const [rows, pointers, derived] = [lists.rows[at], lists.pointers[at], lists.derived[at]];
  if (!paths || !given || !columns || !rows || !pointers || !derived) return undefined;
  return { paths, given, columns, rows, pointers, derived };
}

/** Cuts one stretch after the other. */
function cutter(bytes: Uint8Array, start: number): (length: number) => Uint8Array {
  let from = start;
  return (length) => {
    from += length;
    return bytes.subarray(from - length, from);
  };
}

/** Inflates groups as they are asked for, and keeps the last ones. */
function keeping<Packed, Data>(
  deflated: readonly Uint8Array[],
  unpack: (packed: Packed) => Data,
): (index: number) => Data | undefined {
  const kept = new Map<number, Data>();
  return (index) => {
    const bytes = deflated[index];
    if (bytes === undefined) return undefined;
    const data = kept.get(index) ?? unpack(parse<Packed>(bytes));
    kept.delete(index);
    kept.set(index, data);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return data;
  };
}

// The program that wrote the file has this script in it: what it says is of these types.
function parse<Data>(deflated: Uint8Array): Data {
  return JSON.parse(new TextDecoder().decode(inflateSync(deflated))) as Data;
}
