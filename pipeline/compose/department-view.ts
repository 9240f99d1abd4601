/** The department's own facts → the texts that every template may print, and the report's title. */
import { type Department, type FormSpec, fields, type Text } from "../records/index.ts";
import {
  bareYear,
  type Fields,
  hole,
  ownNames,
  type Printing,
  printEach,
  printLines,
  printValue,
} from "./printing.ts";
import { textsWithOwn, type ViewOf } from "./shape.ts";
import { sourced } from "./value-source.ts";

const facts = ["name", "year", "unitCode", "unitName"] as const;

export function departmentShape(spec: Fields) {
  return textsWithOwn({ scope: "department" }, facts, ownNames(spec, "department"));
}
type DepartmentView = ViewOf<ReturnType<typeof departmentShape>>;

type DepartmentFact = FormSpec["departmentRequired"][number];

export function departmentView(department: Department, printing: Printing): DepartmentView {
  const { name, year, unitCode, unitName } = department;
  const print = (value: Text | undefined, fact: DepartmentFact) =>
    value === undefined ? factHole(fact, printing) : printLines(value.text);
  return sourced("department", {
    name: printLines(name.text),
    year: bareYear(print(year, "year")),
    unitCode: print(unitCode, "unitCode"),
    unitName: print(unitName, "unitName"),
    own: printEach(
      ownNames(printing.spec, "department"),
      (own) => printValue(department.own?.[own], `department.own.${own}`, printing),
      "department.own",
    ),
  });
}

/** 【缺：…】 in a draft for a fact that the form requires, otherwise nothing. */
export function factHole(fact: DepartmentFact, { spec, draft }: Printing): string {
  if (!draft || !spec.departmentRequired.includes(fact)) return "";
  return hole(fields[`department.${fact}`].label.zh);
}

/** What the report's files are called: its title, with the folder in place of a name that is not known. */
export function fileTitle(department: Department, pattern: string): string {
  const { name, folder } = department;
  const text = folder ?? name.text;
  return reportTitle({ ...department, name: { ...name, text } }, pattern);
}

/** The department's own title, or the form's pattern filled in. */
export function reportTitle(department: Department, pattern: string): string {
  if (department.title !== undefined) return onOneLine(department.title.text);
  const year = department.year === undefined ? undefined : bareYear(department.year.text);
  const dated =
    year === undefined
      ? pattern.replace(/\{year\}(?:年度|年)?/gu, "")
      : pattern.replaceAll("{year}", () => year);
  return dated.replaceAll("{department}", () => onOneLine(department.name.text));
}

/** A title is a line: it heads the page, and names the files. */
export function onOneLine(text: string): string {
  return text.replace(/(?<=\w)\s*\n\s*(?=\w)/gu, " ").replace(/\s*\n\s*/gu, "");
}
