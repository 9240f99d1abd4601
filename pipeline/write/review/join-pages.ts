/** Written parts → all pages of a report for the viewer, with the fonts that draw them. */
import { deflateRawSync } from "node:zlib";
import {
  type Font,
  type FontBook,
  type LaidFrame,
  type LaidLine,
  type OpenWatermark,
  openWatermark,
  type PageFrame,
  watermarkOpacity,
} from "../../layout/index.ts";
import { plainText } from "../../resolve/index.ts";
import type { FootData, GeometryData, PagesHead, SheetData } from "./page-data.ts";
import { type AboutReviewPart, columnNames, hundredths, type WrittenReviewPart } from "./write-part.ts";

/** Plain data, which goes to other threads. */
export type ReviewPages = { readonly head: PagesHead; readonly body: Uint8Array };

export type PlacedReviewPart = {
  readonly part: WrittenReviewPart;
  /** Whose values it prints without a further name: its number in the report, from 1. */
  readonly project?: number | undefined;
};

/** Equal frames and parts give equal bytes. */
export function joinReview(
  frame: LaidFrame,
  placed: readonly PlacedReviewPart[],
  fonts: FontBook,
): ReviewPages {
  const drawn = openCharacters();
  const parts = placed.map(({ part: { about, bytes }, project }) => {
    const { sheets, characters }: AboutReviewPart = JSON.parse(about);
    for (const [font, text] of Object.entries(characters)) drawn.add(font, text);
    return { bytes, entry: [sheets, project] as const };
  });
  const groups = deflateGroups(parts.map(({ bytes }) => bytes));
  const watermark = openWatermark(frame.document, fonts);
  if (watermark !== undefined) drawn.add(watermark.font, watermark.text);
  const geometries = openGeometries(watermark);
  const sheets = frame.pages.map((page): SheetData => {
    for (const { font, text } of page.footer?.runs ?? []) drawn.add(font, text);
    const { number, blank, footer } = page;
    return { geometry: geometries.of(page), number, blank, foot: footer && footData(footer) };
  });
  const drawnFonts = drawn.list().map(([key, characters]) => {
    const bytes = deflateSubset(fonts.get(key), characters);
    return { bytes, entry: { key, bytes: bytes.length } };
  });
  const head: PagesHead = {
    geometries: geometries.list,
    sheets,
    headings: frame.headings.map(({ level, id, content, page, top }) => {
      return { level, id, text: plainText(content), sheet: page, top: hundredths(top) };
    }),
    parts: parts.map(({ entry }) => entry),
    partsAGroup,
    groups: groups.map(({ length }) => length),
    fonts: drawnFonts.map(({ entry }) => entry),
    watermark: watermark && { text: watermark.text, font: watermark.font, opacity: watermarkOpacity },
  };
  return { head, body: Buffer.concat([...groups, ...drawnFonts.map(({ bytes }) => bytes)]) };
}

/**
 * The more parts are deflated together, the smaller they are; a viewer inflates a group for any page of it. A thousand
 * projects with 22 indicators each have 18.3 MB of columns, which are 2.0 MB in groups of 8, 1.6 MB of 32 and 1.5 MB of 128.
 */
const partsAGroup = 32;

function deflateGroups(parts: readonly Uint8Array[]): readonly Uint8Array[] {
  const count = Math.ceil(parts.length / partsAGroup);
  return Array.from({ length: count }, (_, index) => {
    return deflateGroup(parts.slice(index * partsAGroup, (index + 1) * partsAGroup));
  });
}

type Deflated = { readonly group: readonly Uint8Array[]; readonly bytes: Uint8Array };

/** By their first part; a process that joins a report again has most of its parts as they were. */
const deflated = new WeakMap<Uint8Array, Deflated>();

function deflateGroup(group: readonly Uint8Array[]): Uint8Array {
  const [first] = group;
  const known = first && deflated.get(first);
  const isSame = known?.group.length === group.length && group.every((part, at) => part === known.group[at]);
  if (known !== undefined && isSame) return known.bytes;
  const bytes = deflateRawSync(Buffer.concat(groupData(group)));
  if (first !== undefined) deflated.set(first, { group, bytes });
  return bytes;
}

type Subset = { readonly characters: ReadonlySet<number>; readonly bytes: Uint8Array };

/** The last of each font: few edits bring in a character that was not there, or take out the last of one. */
const subsets = new WeakMap<Font, Subset>();

function deflateSubset(font: Font, characters: ReadonlySet<number>): Uint8Array {
  const known = subsets.get(font);
  const isSame =
    known?.characters.size === characters.size &&
    [...characters].every((character) => known.characters.has(character));
  if (known !== undefined && isSame) return known.bytes;
  const bytes = deflateRawSync(font.subset(characters));
  subsets.set(font, { characters, bytes });
  return bytes;
}

/** A `PartsGroup` as JSON, put together of the parts' lines as they are. */
function groupData(group: readonly Uint8Array[]): readonly Uint8Array[] {
  const parts = group.map(linesOf);
  const written = columnNames.flatMap((name, column) => {
    const begins = Buffer.from(`${column === 0 ? "{" : "],"}"${name}":[`);
    return [begins, ...parts.flatMap((lines, at) => [...(at === 0 ? [] : [comma]), lines[column] ?? empty])];
  });
  return [...written, Buffer.from("]}")];
}

const [comma, empty] = [Buffer.from(","), Buffer.from("[]")];

function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let end = bytes.indexOf(lineEnd); end >= 0; end = bytes.indexOf(lineEnd, from)) {
    lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return [...lines, bytes.subarray(from)];
}

const lineEnd = 0x0a;

/** By the key of their font, in an order that does not depend on the parts. */
function openCharacters() {
  const drawn = new Map<string, Set<number>>();
  return {
    add: (font: string, text: string) => {
      const known = drawn.get(font) ?? new Set<number>();
      drawn.set(font, known);
      for (const character of text) known.add(character.codePointAt(0) ?? 0);
    },
    list: () => [...drawn].sort(([one], [other]) => (one < other ? -1 : 1)),
  };
}

/** Each size of sheets once. */
function openGeometries(watermark: OpenWatermark | undefined) {
  const list: GeometryData[] = [];
  return {
    list,
    of: ({ geometry }: PageFrame): number => {
      const [width, height] = [hundredths(geometry.width), hundredths(geometry.height)];
      const known = list.findIndex((one) => one.width === width && one.height === height);
      if (known >= 0) return known;
      const place = watermark?.placeOn(geometry);
      if (place === undefined) return list.push({ width, height }) - 1;
      const { x, y, size, cosine, sine } = place;
      const begins = [hundredths(x), hundredths(y), hundredths(size), cosine, sine] as const;
      return list.push({ width, height, watermark: begins }) - 1;
    },
  };
}

function footData({ runs, baseline }: LaidLine): FootData {
  return runs.map(({ font, size, x, text }) => [
    font,
    hundredths(size),
    hundredths(x),
    hundredths(baseline),
    text,
  ]);
}
