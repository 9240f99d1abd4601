/** Records that a system marks as deleted, or that department.json omits: left out of the report, counted and listed. */
import type { Diagnostic, Place, Report } from "../../diagnostics/index.ts";
import type { ObjectNode } from "../../read/index.ts";
import { groupBy } from "../../records/index.ts";
import { headerKey } from "./header-key.ts";
import { nodeSource } from "./source-text.ts";

/** A record that is left out, and why: the column that says so, and what it says. */
export type LeftOut = { readonly at: Place; readonly header: string; readonly value: string };

/** What a cell of a column says of its record; undefined if it cannot be told. */
type Mark = (value: string) => "deleted" | "there" | undefined;

const no = new Set(["", "0", "0.0", "false", "否", "n", "no", "未删除", "正常", "有效"]);
const yes = new Set(["1", "1.0", "true", "是", "y", "yes", "已删除", "删除", "deleted"]);

/** The data standard has 是否删除: 1 是, 2 否. */
const isDeleted: Mark = (value) =>
  yes.has(value) ? "deleted" : no.has(value) || value === "2" ? "there" : undefined;
/** Other systems keep 0 for what is there, and 1 or 2 for what is not. */
const deletionFlag: Mark = (value) =>
  yes.has(value) || value === "2" ? "deleted" : no.has(value) ? "there" : undefined;
/** A time of deletion, which only deleted records have. */
const deletionTime: Mark = (value) => (value === "" || value === "0" ? "there" : "deleted");

const marks: ReadonlyMap<string, Mark> = new Map([
  ...["isdeleted", "是否删除", "是否已删除"].map((name) => [name, isDeleted] as const),
  ...[
    "deleted",
    "isdelete",
    "delflag",
    "deleteflag",
    "deletedflag",
    "isdel",
    "删除标志",
    "删除标识",
    "删除标记",
  ].map((name) => [name, deletionFlag] as const),
  ...["deletedat", "deletetime", "deletedtime", "deletedon", "删除时间"].map(
    (name) => [name, deletionTime] as const,
  ),
]);

function isMark(header: string): boolean {
  // Most headers say nothing of the kind, and need not be reduced to be known for it.
  return /del|删/iu.test(header) && marks.has(headerKey(header).key);
}

/** What decides of records, and where those that are left out are kept. */
export type Sieve = {
  /** Whether department.json omits records by this column, and those that have this value in it. */
  readonly mayOmit: (header: string) => boolean;
  readonly omits: (header: string, value: string) => boolean;
  /** The value that a code stands for, or the value itself. */
  readonly meant: (header: string, value: string) => string;
  readonly noteLeftOut: (record: LeftOut) => void;
  /**
   * Reports a finding once for a key, so that a fault of a column is not repeated for each of its rows. It is asked for
   * only then: what it says may be dear to find out.
   */
  readonly reportOnce: (key: string, diagnose: () => Diagnostic) => void;
};
type Cell = { readonly header: string; readonly text: string; readonly at: Place };

/** Whether a record stays; one that does not is noted. `cells` are those of columns that `decides` names. */
export function stays(
  cells: readonly Cell[],
  { at, tools }: { readonly at: Place; readonly tools: Sieve },
): boolean {
  for (const { header, text, at: place } of cells) {
    const value = text.trim();
    const mark = isMark(header) ? marks.get(headerKey(header).key) : undefined;
    const verdict = mark?.(tools.meant(header, value).toLowerCase());
    if (verdict === "deleted" || tools.omits(header, value)) {
      tools.noteLeftOut({ at, header: header.trim(), value });
      return false;
    }
    if (mark !== undefined && verdict === undefined)
      tools.reportOnce(`mark ${headerKey(header).key} ${value}`, () => ({
        code: "deletion-mark-unknown",
        at: place,
        found: value,
        args: { header: header.trim(), value },
      }));
  }
  return true;
}

/** Whether what a column says can leave a record out. */
export function decides(header: string, { mayOmit }: Pick<Sieve, "mayOmit">): boolean {
  return isMark(header) || mayOmit(header);
}

/** The objects of a list that stay. */
export function objectsThatStay(objects: readonly ObjectNode[], context: Sieve): readonly ObjectNode[] {
  const deciding = new Map<string, boolean>();
  const mayDecide = (key: string): boolean => {
    const known = deciding.get(key) ?? decides(key, context);
    deciding.set(key, known);
    return known;
  };
  const left = objects.filter(({ entries, at }) => {
    const cells = entries.flatMap(({ key, value }) =>
      mayDecide(key) ? [{ header: key, text: nodeSource(value, () => {}), at: value.at }] : [],
    );
    return stays(cells, { at, tools: context });
  });
  return left.length === objects.length ? objects : left;
}

/** One finding for all records of a file that are left out for the same reason. */
export function reportLeftOut(leftOut: readonly LeftOut[], report: Report): void {
  const groups = groupBy(leftOut, ({ at, header, value }) =>
    JSON.stringify(["file" in at ? at.file : "", header, value]),
  );
  for (const group of groups.values()) {
    const [first, ...others] = group;
    if (first === undefined) continue;
    const also = others.map(({ at }) => at);
    report({
      code: "records-left-out",
      at: first.at,
      also: also.length > 0 ? also : undefined,
      args: { header: first.header, value: first.value, count: group.length },
    });
  }
}
