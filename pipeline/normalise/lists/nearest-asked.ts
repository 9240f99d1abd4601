/** A key of department.json that is not known → what it was probably meant to be of what forms ask of the department. */
import type { RawEntry, RawNode } from "../../read/index.ts";
import { type FormSpec, nearestName } from "../../records/index.ts";
import { columnCalled, type DeclaredList, declaredLists } from "../headers/declared-lists.ts";
import { ownLabels } from "../headers/department-labels.ts";

/** What a form asks of the department itself: a list, or a field. */
type Asked = { readonly label: string; readonly spellings: readonly string[] };

/** "" if nothing is near. Rows say by their columns which list they are of, whatever that is called. */
export function nearestAsked(
  { key, value }: RawEntry,
  specs: readonly FormSpec[],
  others: readonly string[] = [],
): string {
  const byRows = labelOfRows(value, specs.flatMap(declaredLists));
  if (byRows !== undefined) return byRows;
  const asked = specs.flatMap(askedBy);
  const near = nearestName(key, [...asked.flatMap(({ spellings }) => spellings), ...others]);
  return near === "" ? labelWith(key, asked) : near;
}

function askedBy(spec: FormSpec): readonly Asked[] {
  const lists = Object.values(spec.lists);
  return [
    ...lists.map(({ label, aliases }) => ({ label, spellings: [label, ...aliases] })),
    ...ownLabels(spec),
  ];
}

/** The list that has the most of the rows' columns. */
function labelOfRows(value: RawNode, lists: readonly DeclaredList[]): string | undefined {
  const [first] = value.kind === "list" ? value.items : [];
  if (first?.kind !== "object") return undefined;
  const fitting = (list: DeclaredList) =>
    first.entries.filter(({ key }) => columnCalled(key, list) !== undefined).length;
  const [best] = lists.toSorted((one, other) => fitting(other) - fitting(one));
  return best === undefined || fitting(best) === 0 ? undefined : best.label;
}

/** 任务 is a part of 年度主要任务, and of nothing else that is asked. */
function labelWith(part: string, asked: readonly Asked[]): string {
  const found = asked.filter(({ spellings }) => spellings.some((one) => one.includes(part)));
  const [label = "", ...more] = new Set(found.map((one) => one.label));
  return part.length > 1 && more.length === 0 ? label : "";
}
