/** Name and year of a department: department.json goes before title lines, these before columns; differences are reported. */
import { type Report, tableOf } from "../../diagnostics/index.ts";
import { groupBy, type Project, type Text } from "../../records/index.ts";
import type { Facts } from "../facts/department-facts.ts";
import type { TitleFacts } from "../tables/title-lines.ts";

/** What department.json, title lines and projects say. */
export type Statements = {
  readonly folder: string;
  readonly facts: Facts;
  readonly titles: TitleFacts;
  readonly projects: readonly Project[];
};

type Labelled = { readonly label: string; readonly same: (left: string, right: string) => boolean };
const name: Labelled = { label: "部门名称", same: sameName };
const year: Labelled = { label: "年度", same: (left, right) => bareYear(left) === bareYear(right) };

/**
 * The one department or the one unit that all projects name is taken if nothing else says the name; of several none is.
 * Undefined if nothing can be taken, which is reported.
 */
export function nameOf(statements: Statements, report: Report): Text | undefined {
  const { folder, facts, titles, projects } = statements;
  const units = distinct(projects.flatMap(({ unit }) => unit ?? [])).filter(isName);
  const isUnit = ({ text }: Text): boolean => units.some((unit) => unit.text === text);
  // Where each of several titles names a unit, they head the tables of units.
  const all = distinct(titles.names);
  const heads = all.filter((one) => headsItsTableOnly(one, statements));
  const several = facts.name !== undefined || all.length > 1;
  const titled = all.filter((one) => !heads.includes(one) && !(several && isUnit(one)));
  const stated = settle({ given: facts.name, titled, of: name }, report);
  if (stated !== undefined) return stated;
  const departments = distinct(projects.flatMap(({ department }) => department ?? [])).filter(isName);
  const named = departments.length > 0 ? departments : distinct([...heads, ...units]);
  const [first, ...others] = named;
  const at = { kind: "file", file: folder } as const;
  if (others.length > 0) {
    const names = named.map(({ text }) => text);
    report({ code: "department-name-missing", at, args: { names } });
    return undefined;
  }
  const taken = first ?? { text: nameOfFolder(folder), at };
  const besides = departments.length > 0 ? units.filter(({ text }) => text !== taken.text) : [];
  const args = { name: taken.text, others: besides.map(({ text }) => text) };
  report({ code: "department-name-taken", at, args });
  return taken;
}

/**
 * A table that a unit filled in has the unit's name above it. The projects below it name no other, and those of other
 * tables name another department or unit.
 */
function headsItsTableOnly(title: Text, { folder, projects }: Statements): boolean {
  const isBelow = ({ name, code }: Project): boolean => {
    const at = name?.at ?? code?.at;
    return at !== undefined && tableOf(at) === tableOf(title.at);
  };
  const namesOther = ({ department, unit }: Project): boolean =>
    [department, unit].some((one) => one !== undefined && !sameName(one.text, title.text));
  return (
    !sameName(title.text, nameOfFolder(folder)) &&
    projects.some(isBelow) &&
    !projects.every(isBelow) &&
    projects.every((project) => isBelow(project) !== namesOther(project))
  );
}

/** As the name. Where the columns differ, none is taken; one that differs from what was stated is for the checks to find. */
export function yearOf({ folder, facts, titles, projects }: Statements, report: Report): Text | undefined {
  const stated = settle({ given: facts.year, titled: distinct(titles.years), of: year }, report);
  if (stated !== undefined) return stated;
  const [first, ...others] = distinct(projects.flatMap((project) => project.year ?? []));
  if (first === undefined || others.length === 0) return first;
  const years = [first, ...others].map(({ text }) => text);
  report({ code: "department-years-differ", at: { kind: "file", file: folder }, args: { years } });
  return undefined;
}

/** What department.json says, or else what all titles say; a title that says something else is reported at both places. */
function settle(
  { given, titled, of }: { given: Text | undefined; titled: readonly Text[]; of: Labelled },
  report: Report,
): Text | undefined {
  const used = given ?? titled[0];
  if (used === undefined) return undefined;
  const differing = titled.filter(({ text }) => !of.same(text, used.text));
  for (const { text, at } of differing) {
    const taken = given === undefined ? "" : used.text;
    const args = { label: of.label, here: text, there: used.text, used: taken };
    report({ code: "title-differs", at, also: [used.at], found: text, args });
  }
  return given !== undefined || differing.length === 0 ? used : undefined;
}

/** A program's word for what is not there heads no report; the check says where it stands. */
function isName({ text }: Text): boolean {
  return !/^(?:null|nan|none|nil|undefined|n\/a|\\n|-+|—+|\/|无)$/iu.test(text.trim());
}

export function nameOfFolder(folder: string): string {
  return folder.split(/[\\/]/u).findLast((part) => part !== "") ?? folder;
}

/** Each text once, the most frequent first; the earlier one if they are equally frequent. */
function distinct(texts: readonly Text[]): Text[] {
  const groups = [...groupBy(texts, ({ text }) => text).values()];
  return groups.sort((left, right) => right.length - left.length).flatMap(([first]) => first ?? []);
}

/** 民政局 is 东山区民政局, and 东山区民政局（本级） too. */
function sameName(left: string, right: string): boolean {
  const [one, other] = [left, right].map((text) =>
    text
      .normalize("NFKC")
      .replace(/\s+/gu, "")
      .replace(/^(?:\[\d+\]|\d{3,}[-—_.]?)/u, "")
      .replace(/\(?(?:本级|机关|盖章|公章)\)?$/u, ""),
  );
  if (one === undefined || other === undefined) return false;
  return one.endsWith(other) || other.endsWith(one);
}

function bareYear(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/年度?$/u, "")
    .trim();
}
