/** Finds in a JSON document its projects, its flat rows, and what it says of the department itself. */
import type { Report } from "../diagnostics/index.ts";
import type { RawEntry, RawNode, RawTree } from "../read/index.ts";
import { departmentKeys, type FieldName, sectionKeys } from "../records/index.ts";
import type { ObjectNode } from "./list-grid.ts";
import { matchHeader, type Vocabulary } from "./match-header.ts";
import { isHollow } from "./source-text.ts";

export type TreeParts = {
  /** Lists whose objects are projects, with their indicators inside. */
  readonly projects: readonly (readonly ObjectNode[])[];
  /** Lists whose objects are rows, as a table has them. */
  readonly rows: readonly (readonly ObjectNode[])[];
  /** What is said of the department. */
  readonly facts: readonly RawEntry[];
  /** What is said once and holds for every project: its unit, its year. */
  readonly shared: readonly RawEntry[];
  /** Everything else at the top, but for what says nothing. */
  readonly unused: readonly RawEntry[];
};

const projectKeys = new Set(["项目", "项目列表", "预算项目", "projects"]);
/** 分项绩效目标 is a list of things with names too. */
const factKeys = new Set<string>(Object.entries(departmentKeys).flat());
const indicatorKeys = new Set(["indicators", ...sectionKeys.indicators]);

/** Fields of a project that a document gives once for all of them. */
const sharedFields: ReadonlySet<FieldName> = new Set([
  "project.unit",
  "project.unitCode",
  "project.department",
  "project.year",
]);
/** At the top these are the department's: 部门名称 is also a spelling of 主管部门, and 年度 holds for projects without one. */
const departmentsOwn: ReadonlySet<string> = new Set([
  "name",
  "year",
  departmentKeys.name,
  departmentKeys.year,
]);

const nothing: TreeParts = { projects: [], rows: [], facts: [], shared: [], unused: [] };

export function splitTree({ root }: RawTree, context: { vocabulary: Vocabulary; report: Report }): TreeParts {
  if (root.kind === "list") return { ...nothing, ...listsOf([root], context) };
  if (root.kind !== "object") {
    context.report({ code: "json-shape-wrong", at: root.at, args: { expected: "object" } });
    return nothing;
  }
  if (isProject(root, context.vocabulary)) return { ...nothing, projects: [[root]] };
  const holds = root.entries.filter(({ key, value }) => {
    if (projectKeys.has(key) || indicatorKeys.has(key)) return true;
    if (factKeys.has(key)) return false;
    const first = value.kind === "list" ? value.items[0] : undefined;
    return first?.kind === "object" && isProject(first, context.vocabulary);
  });
  const others = root.entries.filter((entry) => !holds.includes(entry));
  if (holds.length === 0) return { ...nothing, facts: others };
  const lists = listsOf(
    holds.map(({ value }) => value),
    context,
  );
  return { ...lists, ...sortFacts(others, context.vocabulary) };
}

function listsOf(
  lists: readonly RawNode[],
  { vocabulary, report }: { vocabulary: Vocabulary; report: Report },
): Pick<TreeParts, "projects" | "rows"> {
  const projects: ObjectNode[][] = [];
  const rows: ObjectNode[][] = [];
  for (const list of lists) {
    const objects = objectsOf(list, report);
    const flat = objects.some((object) => isRow(object, vocabulary));
    if (objects.length > 0) (flat ? rows : projects).push(objects);
  }
  return { projects, rows };
}

function sortFacts(
  entries: readonly RawEntry[],
  vocabulary: Vocabulary,
): Pick<TreeParts, "facts" | "shared" | "unused"> {
  const isFact = ({ key }: RawEntry) => factKeys.has(key);
  const isShared = ({ key, value }: RawEntry) => {
    const field = matchHeader(key, vocabulary)?.field;
    const single = value.kind === "text" || value.kind === "number";
    return single && field !== undefined && sharedFields.has(field) && !departmentsOwn.has(key);
  };
  return {
    facts: entries.filter(isFact),
    shared: entries.filter(isShared),
    unused: entries.filter((entry) => !isFact(entry) && !isShared(entry) && !isHollow(entry.value)),
  };
}

/** The objects of a list; an object alone is a list of one. */
export function objectsOf(node: RawNode, report: Report): ObjectNode[] {
  if (node.kind === "null") return [];
  if (node.kind === "object") return [node];
  if (node.kind === "list") {
    return node.items.flatMap((item) => {
      if (item.kind === "object") return [item];
      report({ code: "json-shape-wrong", at: item.at, args: { expected: "object" } });
      return [];
    });
  }
  report({ code: "json-shape-wrong", at: node.at, args: { expected: "list" } });
  return [];
}

function isProject({ entries }: ObjectNode, vocabulary: Vocabulary): boolean {
  return entries.some(({ key }) => {
    // A name alone is also what a department or a form calls itself.
    const field = matchHeader(key, vocabulary)?.field;
    return !["name", "code", "名称"].includes(key) && (field === "project.name" || field === "project.code");
  });
}

function isRow({ entries }: ObjectNode, vocabulary: Vocabulary): boolean {
  return entries.some(({ key, value }) => {
    const field = matchHeader(key, vocabulary)?.field;
    const plain = value.kind !== "list" && value.kind !== "object";
    return plain && (field === "indicator.level3" || field === "indicator.level1");
  });
}
