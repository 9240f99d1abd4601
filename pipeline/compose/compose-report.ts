/** A form + a department → the document, project by project. */
import type { Report } from "../diagnostics/index.ts";
import type { Block, Document, Section, Theme } from "../model/index.ts";
import type { Department } from "../records/index.ts";
import { buildBlock, buildSection, type HeadingIds } from "./build-blocks.ts";
import type { Form } from "./form.ts";
import type { MarkupElement } from "./markup-element.ts";
import { type MarkupRoot, parseMarkup } from "./parse-markup.ts";
import { failureOf } from "./parse-template.ts";
import { type ProjectInReport, projectView } from "./project-view.ts";
import { reportTitle } from "./report-title.ts";
import { reportView } from "./report-view.ts";
import { mergeTheme } from "./theme.ts";

type FrontInput = {
  readonly form: Form;
  readonly department: Department;
  /** Marks what is missing and puts the watermark on every page. */
  readonly draft: boolean;
};

type ReportInput = FrontInput & {
  /** yyyy-mm-dd, printed in a draft's watermark and nowhere else. */
  readonly day: string;
};

type ProjectInput = FrontInput & ProjectInReport;

/** Undefined where a template failed: what is wrong was reported, each fault once however many projects show it. */
export function composeReport(input: ReportInput, report: Report): Document | undefined {
  const { form, department, draft, day } = input;
  const once = reportOnce(report);
  const theme = themeOf(input, once);
  const front = theme && composeFront(input, once);
  const projects = department.projects.map((project, index) =>
    composeProject({ form, department, project, ordinal: index + 1, draft }, once),
  );
  const [first, ...others] = front === undefined ? [] : joinProjects(front, projects);
  if (first === undefined || theme === undefined) return undefined;
  return {
    title: reportTitle(department, form.spec.title),
    author: department.name.text,
    subject: form.spec.name.zh,
    theme,
    ...(draft ? { watermark: `草稿 ${day}` } : {}),
    sections: [first, ...others],
  };
}

/** The form's theme with what department.json changes in it; a style of its own there must be whole. */
function themeOf({ form, department }: FrontInput, report: Report): Theme | undefined {
  if (department.styles === undefined) return form.theme;
  return mergeTheme(form.theme, { overrides: department.styles, file: "department.json" }, report);
}

/** Cover, table of contents, Part 1, and last the section that Part 2's projects are to stand in. */
function composeFront(
  { form, department, draft }: FrontInput,
  report: Report,
): readonly Section[] | undefined {
  const view = reportView(department, { spec: form.spec, draft });
  const { cover, contents, partOne, partTwo } = form.print;
  const templates = [
    ...(form.spec.cover ? [{ name: "cover", print: cover }] : []),
    { name: "contents", print: contents },
    ...(view.partOne === undefined ? [] : [{ name: "part-one", print: partOne }]),
    ...(department.projects.length === 0 ? [] : [{ name: "part-two", print: partTwo }]),
  ];
  const parts = templates.map(({ name, print }) =>
    printMarkup(form, { name, root: "report", print: () => print(view) }, report),
  );
  if (parts.includes(undefined)) return undefined;
  const ids = frontIds();
  return parts.flatMap((elements) => elements ?? []).map((element) => buildSection(element, ids));
}

/** One project's blocks: they depend on nothing but the form, the project, its ordinal and the department's own facts. */
function composeProject(
  { form, draft, ...place }: ProjectInput,
  report: Report,
): readonly Block[] | undefined {
  const view = projectView(place, { spec: form.spec, draft });
  const elements = printMarkup(
    form,
    { name: "project", root: "project", print: () => form.print.project(view) },
    report,
  );
  const ids = projectIds(place.ordinal);
  return elements?.map((element) => buildBlock(element, ids));
}

function joinProjects(
  front: readonly Section[],
  projects: readonly (readonly Block[] | undefined)[],
): readonly Section[] {
  if (projects.includes(undefined)) return [];
  const blocks = projects.flatMap((project) => project ?? []);
  return front.map((section, index) =>
    index === front.length - 1 ? { ...section, blocks: [...section.blocks, ...blocks] } : section,
  );
}

type Printing = { readonly name: string; readonly root: MarkupRoot; readonly print: () => string };

function printMarkup(
  { theme, files }: Form,
  { name, root, print }: Printing,
  report: Report,
): readonly MarkupElement[] | undefined {
  let markup: string;
  try {
    markup = print();
  } catch (error) {
    const { line, column, reason } = failureOf(error);
    const file = files.find((path) => path.endsWith(`${name}.hbs`)) ?? name;
    const at = { kind: "template", file, line, ...(column === undefined ? {} : { column }) } as const;
    report({ code: "template-failed", at, args: { template: `${name}.hbs`, reason } });
    return undefined;
  }
  return parseMarkup(markup, { root, theme, files, report });
}

/** part-1, part-2 for the parts; section-1, section-2, … for what stands below them. */
function frontIds(): HeadingIds {
  let parts = 0;
  let sections = 0;
  return (level) => {
    if (level === 1) {
      parts += 1;
      return `part-${parts}`;
    }
    sections += 1;
    return `section-${sections}`;
  };
}

/** project-7 for the project's own heading, project-7-2 for a second one below it. */
function projectIds(ordinal: number): HeadingIds {
  let headings = 0;
  return () => {
    headings += 1;
    return headings === 1 ? `project-${ordinal}` : `project-${ordinal}-${headings}`;
  };
}

function reportOnce(report: Report): Report {
  const seen = new Set<string>();
  return (diagnostic) => {
    const key = JSON.stringify(diagnostic);
    if (!seen.has(key)) report(diagnostic);
    seen.add(key);
  };
}
