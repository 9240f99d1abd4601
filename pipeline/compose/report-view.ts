/** A department → what cover, contents and the parts print; sections with nothing to say are absent, the rest renumbered. */
import { type PartOneSection, partOneSections } from "../diagnostics/index.ts";
import { type Department, listOfField, perObject, type SubGoal, type Text } from "../records/index.ts";
import { closingShape, closingView, figuresShape, figuresView } from "./closing-view.ts";
import { departmentShape, departmentView, factHole, onOneLine, reportTitle } from "./department-view.ts";
import type { Seen } from "./field-use.ts";
import { lazily } from "./lazily.ts";
import { listsShape, listsView } from "./list-view.ts";
import { baseName } from "./load-templates.ts";
import { type Fields, hanNumeral, ordinalMark, type Printing, printLines } from "./printing.ts";
import { projectShape, projectView, surroundingsOf } from "./project-view.ts";
import { flag, list, number, optional, record, text, textOf, type ViewOf } from "./shape.ts";
import { totalsShape, totalsView } from "./totals-view.ts";
import { sourcedEach, withinList } from "./value-source.ts";

/** `number` is the section's 一, 二, 三. */
const prose = (section: PartOneSection) => ({
  number: text,
  paragraphs: list(textOf(`department.${section}`)),
});

/** What cover.hbs, contents.hbs, part-one.hbs, part-two.hbs and closing.hbs may name. */
export function reportShape(spec: Fields) {
  return record({
    title: text,
    /** The title as the cover shows it: the department's name is on a line of its own. */
    titleLines: list(text),
    department: departmentShape(spec),
    draft: flag,
    /** The form's orientation of Part 2. */
    orientation: text,
    moneyUnit: text,
    /** All of them, with what project.hbs may name, for a list over the department. */
    projects: list(projectShape(spec)),
    totals: totalsShape(spec),
    /** What the form's figures come to. */
    figures: figuresShape(spec),
    /** 第一部分, 第二部分 if the report has more parts than one; a single part is not numbered. */
    partNumbers: record({ one: text, two: text, closing: text }),
    lists: listsShape(spec),
    partOne: optional({
      overall: optional(prose("overall")),
      subGoals: optional({
        number: text,
        items: list(
          record({
            ordinal: number,
            /** Between the ordinal and the name. */
            ordinalMark: text,
            name: textOf("department.subGoals"),
            goals: list(textOf("department.subGoals")),
            /** The same with 绩效目标： before it, unless it says itself that it is one, or which (目标1：…). */
            namedGoals: list(textOf("department.subGoals")),
          }),
        ),
      }),
      safeguards: optional(prose("safeguards")),
    }),
    closing: closingShape(spec),
  });
}
export type ReportView = ViewOf<ReturnType<typeof reportShape>>;

/** The sections of Part 1 that a form's templates print. */
export function printedSections({ seen }: { readonly seen: Seen }): readonly PartOneSection[] {
  return sectionsSeen(seen);
}

const sectionsSeen = perObject(({ uses }: Seen) => {
  const printed = new Set(uses.flatMap((use) => (use.printed ? use.field : [])));
  return partOneSections.filter((one) => printed.has(`department.${one}`));
});

export function reportView(
  department: Department,
  { seen, ...printing }: Printing & { readonly seen: Seen },
): ReportView {
  const partOne = partOneView(department, { ...printing, seen });
  const title = reportTitle(department, printing.spec.title);
  const projects = lazily(() => {
    const surroundings = surroundingsOf(department, printing);
    return department.projects.map((project, index) => {
      const ordinal = index + 1;
      return withinList(ordinal, projectView({ surroundings, project, ordinal }, printing));
    });
  });
  const totals = lazily(() => totalsView(department, printing));
  const figures = lazily(() => figuresView(department, printing));
  const hasProjects = department.projects.length > 0;
  const hasClosing = hasProjects && printing.spec.closing !== undefined;
  const closing = lazily(() =>
    hasClosing ? closingView(department, printing, { figures: figures(), projects: projects() }) : undefined,
  );
  return {
    title,
    titleLines: titleLines(title, onOneLine(department.name.text)),
    department: departmentView(department, printing),
    draft: printing.draft,
    orientation: printing.spec.orientation,
    moneyUnit: printing.spec.money.unit,
    // Made when a template first asks for them: most forms print projects one by one.
    get projects() {
      return projects();
    },
    get totals() {
      return totals();
    },
    get figures() {
      return figures();
    },
    partNumbers: numberParts({ one: partOne !== undefined, two: hasProjects, closing: hasClosing }),
    lists: listsView(department, printing),
    partOne,
    get closing() {
      return closing();
    },
  };
}

/** A single part is not numbered. */
function numberParts<Part extends string>(parts: Readonly<Record<Part, boolean>>): Record<Part, string> {
  const there = Object.entries(parts).flatMap(([part, isThere]) => (isThere ? [part] : []));
  const numbered = Object.keys(parts).map((part) => {
    const number = there.length > 1 ? there.indexOf(part) + 1 : 0;
    return [part, number > 0 ? `第${hanNumeral(number)}部分` : ""] as const;
  });
  // One entry for each part, which Object.fromEntries forgets.
  return Object.fromEntries(numbered) as Record<Part, string>;
}

function titleLines(title: string, department: string): readonly string[] {
  const rest = title.startsWith(department) ? title.slice(department.length).trim() : "";
  return rest === "" ? [title] : [department, rest];
}

function partOneView(
  department: Department,
  { seen, ...printing }: Printing & { readonly seen: Seen },
): ReportView["partOne"] {
  const overall = paragraphs(department.overall, factHole("overall", printing));
  const items = subGoalItems(department.subGoals, factHole("subGoals", printing));
  const safeguards = paragraphs(department.safeguards, factHole("safeguards", printing));
  let sections = 0;
  const next = () => {
    sections += 1;
    return hanNumeral(sections);
  };
  const view = {
    overall: overall.length === 0 ? undefined : prosePart("overall", next(), overall),
    subGoals: items.length === 0 ? undefined : { number: next(), items },
    safeguards: safeguards.length === 0 ? undefined : prosePart("safeguards", next(), safeguards),
  };
  return sections === 0 && !hasMore(department, seen) ? undefined : view;
}

/** Whether Part 1 prints something else of the department: tables or fields of its own, or a list of its projects. */
function hasMore({ lists, own, projects }: Department, { uses }: Seen): boolean {
  return uses.some(({ field, template }) => {
    if (baseName(template) !== "part-one.hbs") return false;
    if (field.startsWith("department.")) return field.startsWith("department.own.") && own !== undefined;
    return listOfField(field) === undefined ? projects.length > 0 : lists !== undefined;
  });
}

function prosePart(field: "overall" | "safeguards", number: string, paragraphs: readonly string[]) {
  return sourcedEach({ number, paragraphs }, { paragraphs: `department.${field}` });
}

function paragraphs(texts: readonly Text[], missing: string): readonly string[] {
  if (texts.length > 0) return texts.map((paragraph) => printLines(paragraph.text));
  return missing === "" ? [] : [missing];
}

function subGoalItems(subGoals: readonly SubGoal[], missing: string) {
  const items = subGoals.map(({ name, goals }, index) =>
    subGoalItem(index + 1, name === undefined ? "" : printLines(name.text), goals),
  );
  if (items.length > 0 || missing === "") return items;
  return [subGoalItem(1, missing, [])];
}

function subGoalItem(ordinal: number, name: string, goals: readonly Text[]) {
  const texts = goals.map(({ text }) => printLines(text));
  const namedGoals = texts.map((text) => (ownName.test(text) ? text : `绩效目标：${text}`));
  const path = `department.subGoals.${ordinal - 1}`;
  return sourcedEach(
    { ordinal, ordinalMark: ordinalMark(name), name, goals: texts, namedGoals },
    { name: `${path}.name`, goals: `${path}.goals`, namedGoals: `${path}.goals` },
  );
}

const ownName =
  /^(?:绩效)?目标\s*[\d０-９一二三四五六七八九十]|^(?:年度|总体|中期|长期|项目)?(?:绩效)?目标\s*[:：]/u;
