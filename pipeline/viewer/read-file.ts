/** The data in the page → what it says at the start, and the rest of it by and by: a part is inflated when it is looked at. */
import { inflateSync } from "fflate";
import type {
  ColumnData,
  ItemData,
  OwnerData,
  PartData,
  ReviewHead,
  ValuesGroup,
} from "../write/review/index.ts";

export type ReviewFile = {
  readonly head: ReviewHead;
  /** What stands on a sheet; undefined of a blank one. */
  readonly sheet: (index: number) => PrintedSheet | undefined;
  /** What was given for a project, by its number from 1, or for the department, by 0. */
  readonly values: (
    project: number,
  ) => { readonly owner: OwnerData; readonly columns: readonly ColumnData[] } | undefined;
  readonly font: (key: string) => Uint8Array<ArrayBuffer>;
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
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bodyAt = lengthBytes + new DataView(bytes.buffer).getUint32(0, true);
  const head = parse<ReviewHead>(bytes.subarray(lengthBytes, bodyAt));
  const { parts = [], partsAGroup = 1, groups = [], fonts = [], sheets = [] } = head.pages ?? {};
  const { groups: valueGroups = [], projectsAGroup = 1 } = head.values ?? {};
  const take = cutter(bytes, bodyAt);
  const partGroup = keeping<readonly PartData[]>(groups.map(take));
  const fontBytes = new Map(fonts.map(({ key, bytes: length }) => [key, take(length)]));
  const valueGroup = keeping<ValuesGroup>(valueGroups.map(take));
  const places = parts.flatMap(([pages], part) =>
    Array.from({ length: pages }, (_, page) => ({ part, page })),
  );
  let printed = 0;
  const placeOf = sheets.map(({ blank }) => (blank ? undefined : places[printed++]));
  return {
    head,
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
      const { owners = [], columns = [] } = valueGroup(group) ?? {};
      const owner = owners[at];
      return owner && { owner, columns };
    },
    font: (key) => Uint8Array.from(inflateSync(fontBytes.get(key) ?? new Uint8Array())),
  };
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
function keeping<Data>(deflated: readonly Uint8Array[]): (index: number) => Data | undefined {
  const kept = new Map<number, Data>();
  return (index) => {
    const bytes = deflated[index];
    if (bytes === undefined) return undefined;
    const data = kept.get(index) ?? parse<Data>(bytes);
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
