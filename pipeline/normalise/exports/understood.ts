/** The exports of a department → how each of their tables, forms and lists was understood, for whoever wants to look. */
import type { ObjectNode } from "../../read/index.ts";
import { groupBy } from "../../records/index.ts";
import { matchHeader, type Vocabulary } from "../headers/match-header.ts";
import type { HeadedTable } from "../tables/find-header-row.ts";
import type { Exports } from "./find-exports.ts";

export type Understood = {
  readonly file: string;
  readonly sheet?: string | undefined;
  /** Where in a JSON document the list of the records is, if they are in one that is not the whole. */
  readonly path?: string | undefined;
  /** A table by what its columns are about; forms that were filled in; records of a JSON document. */
  readonly shape: "projects" | "indicators" | "both" | "neither" | "cards" | "records";
  /** Rows of data, forms, or records. */
  readonly count: number;
  readonly headers?: {
    /** Rows, from 1. */
    readonly first: number;
    readonly last: number;
    readonly columns: number;
    /** Columns whose header is known. */
    readonly known: number;
  };
  /** A project stands in a column: the headers are in columns, and the fields are rows. */
  readonly turned?: true;
};

export function understand({ tables, cards, trees }: Exports, vocabulary: Vocabulary): readonly Understood[] {
  const bySheet = groupBy(cards, ({ table: { file, sheet } }) => `${file}\n${sheet ?? ""}`);
  return [
    ...tables.map((table) => understoodTable(table, vocabulary)),
    ...[...bySheet.values()].flatMap((some) =>
      some.slice(0, 1).map(({ table: { file, sheet } }) => ({
        ...{ file, sheet, shape: "cards" as const, count: some.length },
      })),
    ),
    ...trees.flatMap(({ file, parts }) =>
      parts.lists.map(({ objects }) => ({
        ...{ file, path: listAround(objects), shape: "records" as const, count: objects.length },
      })),
    ),
  ];
}

function listAround(objects: readonly ObjectNode[]): string | undefined {
  const [path, ...others] = new Set(objects.map(({ at }) => at.pointer.replace(/\/\d+$/u, "")));
  return others.length > 0 || path === "" ? undefined : path;
}

function understoodTable(
  { table: { file, sheet, turned, opened }, headers, headerRows, body }: HeadedTable,
  vocabulary: Vocabulary,
): Understood {
  const fieldsOf = (some: typeof headers) =>
    some.flatMap(({ meaning }) => matchHeader(meaning, vocabulary)?.field ?? []);
  const fields = fieldsOf(headers.filter(isNamed));
  // What cells open into are neither columns nor rows of the file.
  const given = headers.slice(0, opened?.from).filter(isNamed);
  const rows = headerRows.map(({ row }) => row);
  return {
    ...{ file, sheet },
    ...(turned === undefined ? {} : { turned: true as const }),
    shape: shapeOf(fields),
    count: new Set(body.flatMap(({ row, cells }) => (cells.some((cell) => cell.trim() !== "") ? [row] : [])))
      .size,
    headers: {
      ...{ first: Math.min(...rows), last: Math.max(...rows) },
      ...{ columns: given.length, known: fieldsOf(given).length },
    },
  };
}

function isNamed({ text }: HeadedTable["headers"][number]): boolean {
  return text.trim() !== "";
}

function shapeOf(fields: readonly string[]): Understood["shape"] {
  const indicators = fields.some((field) => /^indicator\.(?:level[123]|value)$/u.test(field));
  const projects = fields.some((field) => !/^(?:indicator\.|project\.(?:code|name|order|unit))/u.test(field));
  if (indicators) return projects ? "both" : "indicators";
  return projects || fields.length > 0 ? "projects" : "neither";
}
