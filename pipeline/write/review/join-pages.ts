/** Written parts → all pages of a report for the viewer, with the fonts that draw them. */
import { deflateRawSync } from "node:zlib";
import {
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
import { type AboutReviewPart, hundredths, type WrittenReviewPart } from "./write-part.ts";

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
  const subsets = drawn.list().map(([key, characters]) => {
    const bytes = deflateRawSync(fonts.get(key).subset(characters));
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
    fonts: subsets.map(({ entry }) => entry),
    watermark: watermark && { text: watermark.text, font: watermark.font, opacity: watermarkOpacity },
  };
  return { head, body: Buffer.concat([...groups, ...subsets.map(({ bytes }) => bytes)]) };
}

/**
 * A thousand projects have 12 MB of JSON, which deflated one by one are 3.4 MB, in groups of 16 are 1.6 MB and all
 * together 1.4 MB; a viewer inflates a group for any page of it. To deflate them anew takes 0.14 CPU s.
 */
const partsAGroup = 16;

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
  const listed = group.flatMap((part, at) => [at === 0 ? listSigns.open : listSigns.next, part]);
  const bytes = deflateRawSync(Buffer.concat([...listed, listSigns.close]));
  if (first !== undefined) deflated.set(first, { group, bytes });
  return bytes;
}

const listSigns = { open: Buffer.from("["), next: Buffer.from(","), close: Buffer.from("]") };

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
