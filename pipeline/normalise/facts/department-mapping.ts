/** What department.json says of the exports that no evidence can tell: what codes mean, which records to omit, where the data are. */
import type { JsonPlace, Place, Report } from "../../diagnostics/index.ts";
import type { ObjectNode, RawNode, RawTree } from "../../read/index.ts";
import { type FieldName, nearestName, withoutSelectors } from "../../records/index.ts";
import { headerKey, keysOf } from "../headers/header-key.ts";
import type { Sieve } from "../headers/left-out.ts";
import { matchHeader, type OwnSpelling, type Vocabulary } from "../headers/match-header.ts";
import { codesOf, type Meanings } from "../headers/meanings.ts";
import { nodeSource } from "../headers/source-text.ts";
import { mappedValues } from "./reading-hints.ts";

/** One column of 取值 or 略去行: by a header of the exports, or by the name of the field that it has. */
type MappedColumn = {
  readonly name: string;
  readonly at: JsonPlace;
  readonly field: FieldName | undefined;
  /** What each code means; of omitted records the code itself. */
  readonly values: Meanings;
};

export type Mapping = Pick<Sieve, "mayOmit" | "omits" | "meant"> & {
  /** What the codes of a column mean: of a system's own field, and before it as the department says. */
  readonly meaningsOf: (header: string, field: FieldName | undefined) => Meanings | undefined;
  readonly columns: readonly (MappedColumn & { readonly key: "values" | "omittedRows" })[];
};

export function readMapping(tree: RawTree | undefined, vocabulary: Vocabulary): Mapping {
  const columnsOf = (key: "values" | "omittedRows") =>
    mappedValues(tree, key).map(({ name, at, values }) => ({
      ...{ key, name, at, values },
      field: matchHeader(name, vocabulary)?.field,
    }));
  const [coded, omitting] = [columnsOf("values"), columnsOf("omittedRows")];
  const applies = (
    { name, field }: MappedColumn,
    header: string,
    of = matchHeader(header, vocabulary)?.field,
  ) => headerKey(name).key === headerKey(header).key || (field !== undefined && field === of);
  const meaningsOf: Mapping["meaningsOf"] = (header, field) => {
    const own = coded.filter((column) => applies(column, header, field)).flatMap(({ values }) => [...values]);
    const shared = field === undefined ? undefined : codesOf(header, field);
    return own.length === 0 ? shared : new Map([...(shared ?? []), ...own]);
  };
  const omittedIn = (header: string) => omitting.filter((column) => applies(column, header));
  return {
    meaningsOf,
    meant: (header, value) => meaningsOf(header, undefined)?.get(value) ?? value,
    mayOmit: omitting.length === 0 ? () => false : (header) => omittedIn(header).length > 0,
    omits:
      omitting.length === 0
        ? () => false
        : (header, value) => omittedIn(header).some(({ values }) => values.has(withoutSelectors(value))),
    columns: [...coded, ...omitting],
  };
}

/** The headers of exports, and what is below each of them. */
export type ColumnValues = ReadonlyMap<string, ReadonlySet<string>>;

/** Reports what department.json says of columns and values that are not there, with the nearest that are. */
export function reportUnused(
  { columns }: Mapping,
  {
    aliases,
    contents,
  }: { readonly aliases: readonly (OwnSpelling & { readonly at: Place })[]; readonly contents: ColumnValues },
  { vocabulary, report }: { readonly vocabulary: Vocabulary; readonly report: Report },
): void {
  const headers = [...contents.keys()];
  const keys = new Set(keysOf(headers));
  for (const { spelling, at } of aliases) {
    if (!keys.has(headerKey(spelling).key))
      report({
        code: "mapping-unused",
        at,
        args: { key: "aliases", name: spelling, nearest: nearestName(spelling, headers) },
      });
  }
  for (const { key, name, at, field, values } of columns) {
    const found = headers.filter(
      (header) =>
        headerKey(header).key === headerKey(name).key ||
        (field !== undefined && matchHeader(header, vocabulary)?.field === field),
    );
    if (found.length === 0) {
      report({ code: "mapping-unused", at, args: { key, name, nearest: nearestName(name, headers) } });
      continue;
    }
    const there = new Set(found.flatMap((header) => [...(contents.get(header) ?? [])]));
    const bare = new Set([...there].map(withoutSelectors));
    if ([...values.keys()].some((value) => bare.has(withoutSelectors(value)))) continue;
    const some = [...there].filter((value) => value !== "" && value.length <= 20).slice(0, 5);
    report({ code: "mapping-values-unused", at, args: { key, name, values: some } });
  }
}

/** Adds what objects and those below them say, by key. */
export function addObjects(objects: readonly ObjectNode[], contents: Map<string, Set<string>>): void {
  for (const { entries } of objects) {
    for (const { key, value } of entries) {
      const inner = objectsIn(value);
      if (inner.length > 0) addObjects(inner, contents);
      addColumnValue(key, inner.length > 0 ? "" : nodeSource(value, () => {}).trim(), contents);
    }
  }
}

export function addColumnValue(header: string, value: string, contents: Map<string, Set<string>>): void {
  const values = contents.get(header);
  if (values === undefined) contents.set(header, new Set([value]));
  else values.add(value);
}

function objectsIn(node: RawNode): readonly ObjectNode[] {
  if (node.kind === "object") return [node];
  return node.kind === "list" ? node.items.flatMap(objectsIn) : [];
}
