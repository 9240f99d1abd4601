/** Finds in a JSON document its projects, its flat rows, and what it says of the department itself. */
import type { Report } from "../diagnostics/index.ts";
import type { RawEntry, RawNode, RawTree } from "../read/index.ts";
import { departmentKeys, sectionKeys } from "../records/index.ts";
import type { ObjectNode } from "./list-grid.ts";
import { matchHeader, type Vocabulary } from "./match-header.ts";

export type TreeParts = {
  /** Lists whose objects are projects, with their indicators inside. */
  readonly projects: readonly (readonly ObjectNode[])[];
  /** Lists whose objects are rows, as a table has them. */
  readonly rows: readonly (readonly ObjectNode[])[];
  /** Everything else at the top. */
  readonly facts: readonly RawEntry[];
};

const projectKeys = new Set(["项目", "项目列表", "预算项目", "projects"]);
/** 分项绩效目标 is a list of things with names too. */
const factKeys = new Set<string>(Object.entries(departmentKeys).flat());
const indicatorKeys = new Set(["indicators", ...sectionKeys.indicators]);

export function splitTree({ root }: RawTree, context: { vocabulary: Vocabulary; report: Report }): TreeParts {
  if (root.kind === "list") return partsOf([root], [], context);
  if (root.kind !== "object") {
    context.report({ code: "json-shape-wrong", at: root.at, args: { expected: "object" } });
    return { projects: [], rows: [], facts: [] };
  }
  if (isProject(root, context.vocabulary)) return { projects: [[root]], rows: [], facts: [] };
  const holds = root.entries.filter(({ key, value }) => {
    if (projectKeys.has(key) || indicatorKeys.has(key)) return true;
    if (factKeys.has(key)) return false;
    const first = value.kind === "list" ? value.items[0] : undefined;
    return first?.kind === "object" && isProject(first, context.vocabulary);
  });
  const facts = root.entries.filter((entry) => !holds.includes(entry));
  return partsOf(
    holds.map(({ value }) => value),
    facts,
    context,
  );
}

function partsOf(
  lists: readonly RawNode[],
  facts: readonly RawEntry[],
  { vocabulary, report }: { vocabulary: Vocabulary; report: Report },
): TreeParts {
  const projects: ObjectNode[][] = [];
  const rows: ObjectNode[][] = [];
  for (const list of lists) {
    const objects = objectsOf(list, report);
    const flat = objects.some((object) => isRow(object, vocabulary));
    if (objects.length > 0) (flat ? rows : projects).push(objects);
  }
  return { projects, rows, facts };
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
