/** A key of department.json that is not known → what it was probably meant to be of what forms ask of the department. */
import type { RawEntry, RawNode } from "../../read/index.ts";
import { type FormSpec, nearestName } from "../../records/index.ts";
import { columnCalled, type DeclaredList, declaredLists } from "../headers/declared-lists.ts";
import { ownLabels } from "../headers/department-labels.ts";

/** What a form asks of the department itself: a list, or a field. */
type Asked = { readonly label: string; readonly spellings: readonly string[] };

/** "" if nothing is near. Rows say by their columns which list they are of, unless its name is all but one that is known. */
export function nearestAsked(
  { key, value }: RawEntry,
  specs: readonly FormSpec[],
  others: readonly string[] = [],
): string {
  const asked = specs.flatMap(askedBy);
  const names = [...asked.flatMap(({ spellings }) => spellings), ...others];
  return (
    nearestName(key, names, Math.floor(key.length / 3)) ||
    labelOfRows(value, specs.flatMap(declaredLists)) ||
    nearestName(key, names) ||
    labelWith(key, asked)
  );
}

function askedBy(spec: FormSpec): readonly Asked[] {
  const lists = Object.values(spec.lists);
  return [
    ...lists.map(({ label, aliases }) => ({ label, spellings: [label, ...aliases] })),
    ...ownLabels(spec),
  ];
}

/** The one list that has the most of the rows' columns: two or more, and more than half of them. */
function labelOfRows(value: RawNode, lists: readonly DeclaredList[]): string {
  const [first] = value.kind === "list" ? value.items : [];
  if (first?.kind !== "object") return "";
  const fitting = (list: DeclaredList) =>
    first.entries.filter(({ key }) => columnCalled(key, list) !== undefined).length;
  const [best, next] = lists.toSorted((one, other) => fitting(other) - fitting(one));
  const least = Math.max(2, Math.floor(first.entries.length / 2) + 1);
  if (best === undefined || fitting(best) < least) return "";
  return next !== undefined && fitting(next) === fitting(best) ? "" : best.label;
}

/** 任务 is a part of 年度主要任务, and of nothing else that is asked. */
function labelWith(part: string, asked: readonly Asked[]): string {
  const found = asked.filter(({ spellings }) => spellings.some((one) => one.includes(part)));
  const [label = "", ...more] = new Set(found.map((one) => one.label));
  return part.length > 1 && more.length === 0 ? label : "";
}
