/** The bytes of a page of review → what it carries, as its format says: nothing of what writes or shows it is used. */
import { inflateRawSync } from "node:zlib";
import type { PartsGroup, ReviewHead, ValuesGroup } from "../write/review/page-data.ts";

/** A paragraph or cell as it is printed, with where its values were given. */
export type ReadBox = {
  readonly isCell: boolean;
  readonly text: string;
  readonly values: readonly ReadValue[];
};

export type ReadValue = {
  readonly path: string;
  /** Absent if the page does not know. */
  readonly place?: ReadPlace | undefined;
};

export type ReadPlace = {
  readonly file: string;
  /** The line of a JSON file. */
  readonly row: number;
  readonly column: number | undefined;
  readonly header: string | undefined;
  /** Null if it is printed as it was given. */
  readonly given: string | null;
};

export type ReadReview = { readonly head: ReviewHead; readonly boxes: readonly ReadBox[] };

export function readReview(page: Uint8Array): ReadReview {
  const [, base64 = ""] = /id="data">([^<]*)</u.exec(Buffer.from(page).toString("utf8")) ?? [];
  const bytes = Buffer.from(base64, "base64");
  let from = 4;
  const take = (length: number) => {
    from += length;
    return bytes.subarray(from - length, from);
  };
  const inflate = (length: number) => JSON.parse(inflateRawSync(take(length)).toString("utf8"));
  const head: ReviewHead = inflate(bytes.readUInt32LE(0));
  const { groups = [], fonts = [], parts = [] } = head.pages ?? {};
  const written = groups.map(inflate).flatMap(partsIn);
  for (const font of fonts) take(font.bytes);
  const { groups: ofValues = [], projectsAGroup = 1 } = head.values ?? {};
  const values: readonly ValuesGroup[] = ofValues.map(inflate);
  const placeOf = (project: number, path: string): ReadPlace | undefined =>
    project === 0
      ? placeIn(values[0], 0, path)
      : placeIn(values[1 + Math.floor((project - 1) / projectsAGroup)], (project - 1) % projectsAGroup, path);
  const boxes = written.flatMap((own, part) =>
    own.map(({ sources, ...box }): ReadBox => {
      const valueAt = (source: string): ReadValue => {
        const { project, path } = ownerOf(source, parts[part]?.[1] ?? 0);
        return { path, place: placeOf(project, path) };
      };
      return { ...box, values: sources.map(valueAt) };
    }),
  );
  return { head, boxes };
}

/** Projects count from 1; the department is 0. A list over all of them names each by its index. */
function ownerOf(source: string, project: number): { readonly project: number; readonly path: string } {
  const [, index, path] = /^projects\.(\d+)\.(.*)$/u.exec(source) ?? [];
  if (path !== undefined) return { project: Number(index) + 1, path };
  return { project: source.startsWith("department.") ? 0 : project, path: source };
}

type Written = Pick<ReadBox, "isCell" | "text"> & { readonly sources: readonly string[] };

function partsIn({ counts, texts, sources }: PartsGroup): readonly (readonly Written[])[] {
  return counts.map((_, at) => boxesIn(counts[at] ?? [], texts[at] ?? [], sources[at] ?? []));
}

/** Counts say how many texts and sources belong to each box, in the order of the page. */
function boxesIn(
  counts: readonly number[],
  texts: readonly string[],
  sources: readonly string[],
): readonly Written[] {
  const boxes: Written[] = [];
  const [counted, text, source] = [counts.values(), texts.values(), sources.values()];
  const count = () => counted.next().value ?? 0;
  const readBox = (isCell: boolean) => {
    const own = times(count(), () => source.next().value ?? "");
    const lines = times(count(), () => times(count(), () => text.next().value ?? ""));
    boxes.push({ isCell, text: lines.flat().join(""), sources: own });
  };
  for (const items of counted)
    for (let item = 0; item < items; item += 1) {
      const cells = count();
      if (cells < 0) readBox(false);
      else times(cells, () => readBox(true));
    }
  return boxes;
}

function times<Value>(length: number, next: () => Value): readonly Value[] {
  return Array.from({ length }, next);
}

/** Rows are written less the row before. */
function placeIn(group: ValuesGroup | undefined, owner: number, path: string): ReadPlace | undefined {
  const { paths, rows, columns, given } = group?.owners ?? {};
  const at = paths?.[owner]?.indexOf(path) ?? -1;
  const about = group?.columns[columns?.[owner]?.[at] ?? -1];
  if (about === undefined) return undefined;
  const row = (rows?.[owner] ?? []).slice(0, at + 1).reduce((sum, more) => sum + more, 0);
  const { file, column, header } = about;
  return { file, row, column, header, given: given?.[owner]?.[at] ?? null };
}
