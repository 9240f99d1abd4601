/** The files of a form's folder and of templates/shared → a form that is known to print, or everything wrong with it. */
import type { Report } from "../diagnostics/index.ts";
import { FormSpec, type HouseStyle } from "../records/index.ts";
import { checkMarkup } from "./check-markup.ts";
import { checkPaths, type ParsedTemplate } from "./check-paths.ts";
import { compileTemplates } from "./compile-templates.ts";
import type { Form } from "./form.ts";
import { parseTemplate, type TemplateFile } from "./parse-template.ts";
import { prepareMarkup } from "./prepare-markup.ts";
import { projectShape } from "./project-view.ts";
import { readJson } from "./read-json.ts";
import { reportShape } from "./report-view.ts";
import type { Shape } from "./shape.ts";
import { mergeTheme, readHouseStyle } from "./theme.ts";

export type FormFiles = {
  /** The name of the form's folder. */
  readonly id: string;
  /** form.json and *.hbs. One with the name of a shared file replaces it. */
  readonly files: readonly TemplateFile[];
  /** templates/shared: house-style.json and *.hbs. */
  readonly shared: readonly TemplateFile[];
};

const reportTemplates = ["cover", "contents", "part-one", "part-two"] as const;

/** Collects every error of every file before it gives up. */
export function loadForm({ id, files, shared }: FormFiles, report: Report): Form | undefined {
  const faults = countFaults(report);
  const byName = new Map([...shared, ...files].map((file) => [baseName(file.name), file]));
  const specFile = byName.get("form.json") ?? missing(`templates/${id}/form.json`, faults.report);
  const spec = specFile && readJson(specFile, FormSpec, faults.report);
  const house = readHouse(byName, faults.report);
  const theme =
    spec && house && mergeTheme(house, { overrides: spec.styles, file: specFile.name }, faults.report);
  const templates = parseAll(byName, id, faults.report);
  if (spec === undefined) return undefined;
  checkAll(templates, spec, faults.report);
  const prepared = [...templates].map(([name, template], file) => ({
    name,
    ...template,
    flat: prepareMarkup(template.program, file),
  }));
  if (theme === undefined) return undefined;
  for (const { flat, file } of prepared) checkMarkup(flat, { theme, file, report: faults.report });
  if (faults.count() > 0) return undefined;
  const programs = new Map(prepared.map(({ name, program }) => [name, program]));
  return {
    id,
    spec,
    theme,
    files: prepared.map(({ file }) => file),
    print: compileTemplates(programs, spec),
  };
}

function readHouse(byName: ReadonlyMap<string, TemplateFile>, report: Report): HouseStyle | undefined {
  const file = byName.get("house-style.json") ?? missing("templates/shared/house-style.json", report);
  return file && readHouseStyle(file, report);
}

function parseAll(
  byName: ReadonlyMap<string, TemplateFile>,
  id: string,
  report: Report,
): ReadonlyMap<string, ParsedTemplate> {
  for (const name of reportTemplates) {
    if (!byName.has(`${name}.hbs`)) missing(`templates/shared/${name}.hbs`, report);
  }
  if (!byName.has("project.hbs")) missing(`templates/${id}/project.hbs`, report);
  const parsed = [...byName]
    .filter(([name]) => name.endsWith(".hbs"))
    .flatMap(([name, file]) => {
      const template = parseTemplate(file, report);
      return template === undefined ? [] : [[name.slice(0, -".hbs".length), template] as const];
    });
  return new Map(parsed);
}

function checkAll(templates: ReadonlyMap<string, ParsedTemplate>, spec: FormSpec, report: Report): void {
  const rules = { partials: templates, labels: Object.keys(spec.fields) };
  const check = (name: string, shape: Shape) => {
    const template = templates.get(name);
    if (template !== undefined) checkPaths(template, shape, rules, report);
  };
  for (const name of reportTemplates) check(name, reportShape);
  check("project", projectShape(spec));
}

/** A partial is checked for each of its uses, and says the same thing each time: it is reported once. */
function countFaults(report: Report): { readonly report: Report; readonly count: () => number } {
  const seen = new Set<string>();
  return {
    count: () => seen.size,
    report: (diagnostic) => {
      const key = JSON.stringify(diagnostic);
      if (!seen.has(key)) report(diagnostic);
      seen.add(key);
    },
  };
}

function missing(file: string, report: Report): undefined {
  report({ code: "form-file-missing", at: { kind: "file", file }, args: { file } });
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
