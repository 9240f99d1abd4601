/** A department → what cover, contents and the parts print; sections with nothing to say are absent, the rest renumbered. */
import type { Department, SubGoal, Text } from "../records/index.ts";
import {
  type DepartmentView,
  departmentShape,
  departmentView,
  factHole,
  reportTitle,
} from "./department-view.ts";
import { type Printing, printLines } from "./printing.ts";
import { flag, list, number, record, type ShapeOf, text } from "./shape.ts";

/** `number` is the section's 一, 二, 三. */
type ProseView = { readonly number: string; readonly paragraphs: readonly string[] };
type SubGoalView = { readonly ordinal: number; readonly name: string; readonly goals: readonly string[] };

type PartOneView = {
  readonly overall: ProseView | undefined;
  readonly subGoals: { readonly number: string; readonly items: readonly SubGoalView[] } | undefined;
  readonly safeguards: ProseView | undefined;
};

/** The context of cover.hbs, contents.hbs, part-one.hbs and part-two.hbs. */
export type ReportView = {
  readonly title: string;
  /** The title as the cover shows it: the department's name is on a line of its own. */
  readonly titleLines: readonly string[];
  readonly department: DepartmentView;
  readonly draft: boolean;
  /** The form's orientation of Part 2. */
  readonly orientation: string;
  /** 第一部分 and 第二部分 if the report has both; a single part is not numbered. */
  readonly partNumbers: { readonly one: string; readonly two: string };
  readonly partOne: PartOneView | undefined;
};

export function reportView(department: Department, printing: Printing): ReportView {
  const partOne = partOneView(department, printing);
  const both = partOne !== undefined && department.projects.length > 0;
  const title = reportTitle(department, printing.spec.title);
  return {
    title,
    titleLines: titleLines(title, department.name.text),
    department: departmentView(department, printing),
    draft: printing.draft,
    orientation: printing.spec.orientation,
    partNumbers: both ? { one: "第一部分", two: "第二部分" } : { one: "", two: "" },
    partOne,
  };
}

function titleLines(title: string, department: string): readonly string[] {
  const rest = title.startsWith(department) ? title.slice(department.length).trim() : "";
  return rest === "" ? [title] : [department, rest];
}

function partOneView(department: Department, printing: Printing): PartOneView | undefined {
  const overall = paragraphs(department.overall, factHole("overall", printing));
  const items = subGoalItems(department.subGoals, factHole("subGoals", printing));
  const safeguards = paragraphs(department.safeguards, factHole("safeguards", printing));
  let sections = 0;
  const next = () => {
    sections += 1;
    return hanNumeral(sections);
  };
  const view = {
    overall: overall.length === 0 ? undefined : { number: next(), paragraphs: overall },
    subGoals: items.length === 0 ? undefined : { number: next(), items },
    safeguards: safeguards.length === 0 ? undefined : { number: next(), paragraphs: safeguards },
  };
  return sections === 0 ? undefined : view;
}

function paragraphs(texts: readonly Text[], missing: string): readonly string[] {
  if (texts.length > 0) return texts.map((paragraph) => printLines(paragraph.text));
  return missing === "" ? [] : [missing];
}

function subGoalItems(subGoals: readonly SubGoal[], missing: string): readonly SubGoalView[] {
  const items = subGoals.map(({ name, goals }, index) => ({
    ordinal: index + 1,
    name: name === undefined ? "" : printLines(name.text),
    goals: goals.map((goal) => printLines(goal.text)),
  }));
  if (items.length > 0 || missing === "") return items;
  return [{ ordinal: 1, name: missing, goals: [] }];
}

const hanDigits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 → 一, 12 → 十二, 20 → 二十; from 1 to 99. */
function hanNumeral(number: number): string {
  const tens = Math.floor(number / 10);
  const units = hanDigits[number % 10] ?? "";
  if (tens === 0) return units;
  return `${tens === 1 ? "" : (hanDigits[tens] ?? "")}十${units}`;
}

const prose = record({ number: text, paragraphs: list(text) });

/** What cover.hbs, contents.hbs, part-one.hbs and part-two.hbs may name. */
export const reportShape: ShapeOf<ReportView> = record({
  title: text,
  titleLines: list(text),
  department: departmentShape,
  draft: flag,
  orientation: text,
  partNumbers: record({ one: text, two: text }),
  partOne: record({
    overall: prose,
    subGoals: record({
      number: text,
      items: list(record({ ordinal: number, name: text, goals: list(text) })),
    }),
    safeguards: prose,
  }),
});
