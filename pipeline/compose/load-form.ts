/** The files of a form's folder and of templates/shared → a form that is known to print, or everything wrong with it. */
import type { Report } from "../diagnostics/index.ts";
import type { Theme } from "../model/index.ts";
import { checkJson, FormSpec, type HouseStyle, StyleSheet, valueAt } from "../records/index.ts";
import { checkMarkup } from "./check-markup.ts";
import { checkPaths } from "./check-paths.ts";
import { compileTemplates, type FormTemplates } from "./compile-templates.ts";
import { type ParsedTemplate, parseTemplate, type TemplateFile } from "./parse-template.ts";
import { prepareMarkup } from "./prepare-markup.ts";
import type { Fields } from "./printing.ts";
import { projectShape } from "./project-view.ts";
import { parseFormJson, readValue } from "./read-form-json.ts";
import { reportOnce } from "./report-once.ts";
import { reportShape } from "./report-view.ts";
import type { Shape } from "./shape.ts";
import { mergeTheme, readHouseStyle } from "./theme.ts";

/** A form as it is loaded. */
export type Form = {
  /** The name of its folder below templates/. */
  readonly id: string;
  readonly spec: FormSpec;
  readonly theme: Theme;
  /** Template files, by the number that printed markup carries. */
  readonly files: readonly string[];
  readonly print: FormTemplates;
};

export type FormFiles = {
  /** The name of the form's folder. */
  readonly id: string;
  /** form.json and *.hbs. One with the name of a shared file replaces it. */
  readonly files: readonly TemplateFile[];
  /** templates/shared: house-style.json and *.hbs. */
  readonly shared: readonly TemplateFile[];
};

const reportTemplates = ["cover", "contents", "part-one", "part-two"] as const;

/** Collects every error of every file before it gives up: of the templates too if form.json is wrong. */
export function loadForm({ id, files, shared }: FormFiles, report: Report): Form | undefined {
  const faults = reportOnce(report);
  const byName = new Map([...shared, ...files].map((file) => [baseName(file.name), file]));
  const folder = folderOf(files) ?? `templates/${id}`;
  const specFile = byName.get("form.json") ?? missing(`${folder}/form.json`, faults.report);
  const json = specFile && parseFormJson(specFile, faults.report);
  const spec = json && readValue(json.value, { file: specFile.name, schema: FormSpec }, faults.report);
  const house = readHouse(byName, faults.report);
  const overrides = spec?.styles ?? (json && stylesIn(json.value));
  const theme =
    house && overrides && specFile && mergeTheme(house, { overrides, file: specFile.name }, faults.report);
  const templates = parseAll(byName, folder, faults.report);
  const fields = spec ?? (json && fieldsIn(json.value));
  if (fields === undefined) return undefined;
  checkAll(templates, fields, faults.report);
  const prepared = [...templates].map(([name, template], file) => ({
    name,
    ...template,
    flat: prepareMarkup(template.program, file),
  }));
  if (theme === undefined) return undefined;
  for (const { flat, file } of prepared) checkMarkup(flat, { theme, file, report: faults.report });
  if (spec === undefined || faults.count() > 0) return undefined;
  const programs = new Map(prepared.map(({ name, program }) => [name, program]));
  return {
    id,
    spec,
    theme,
    files: prepared.map(({ file }) => file),
    print: compileTemplates(programs, spec),
  };
}

/** The fields of a form.json that is wrong elsewhere: what its templates name can be checked all the same. */
function fieldsIn(form: unknown): Fields {
  const fields = valueAt(form, ["fields"]);
  return { fields: typeof fields === "object" && fields !== null ? fields : {} };
}

/** The styles of a form.json that is wrong elsewhere; undefined if the styles are wrong. */
function stylesIn(form: unknown): StyleSheet | undefined {
  const checked = checkJson(StyleSheet, valueAt(form, ["styles"]) ?? {});
  return checked.success ? checked.data : undefined;
}

export function readHouse(byName: ReadonlyMap<string, TemplateFile>, report: Report): HouseStyle | undefined {
  const file = byName.get("house-style.json") ?? missing("templates/shared/house-style.json", report);
  return file && readHouseStyle(file, report);
}

function parseAll(
  byName: ReadonlyMap<string, TemplateFile>,
  folder: string,
  report: Report,
): ReadonlyMap<string, ParsedTemplate> {
  for (const name of reportTemplates) {
    if (!byName.has(`${name}.hbs`)) missing(`templates/shared/${name}.hbs`, report);
  }
  if (!byName.has("project.hbs")) missing(`${folder}/project.hbs`, report);
  return parseTemplates(byName, report);
}

/** All that are there, by their names without the ending. */
export function parseTemplates(
  byName: ReadonlyMap<string, TemplateFile>,
  report: Report,
): ReadonlyMap<string, ParsedTemplate> {
  const parsed = [...byName]
    .filter(([name]) => name.endsWith(".hbs"))
    .flatMap(([name, file]) => {
      const template = parseTemplate(file, report);
      return template === undefined ? [] : [[name.slice(0, -".hbs".length), template] as const];
    });
  return new Map(parsed);
}

function checkAll(templates: ReadonlyMap<string, ParsedTemplate>, spec: Fields, report: Report): void {
  const rules = { partials: templates, labels: Object.keys(spec.fields) };
  const check = (name: string, shape: Shape) => {
    const template = templates.get(name);
    if (template !== undefined) checkPaths(template, shape, rules, report);
  };
  for (const name of reportTemplates) check(name, reportShape);
  check("project", projectShape(spec));
}

export function missing(file: string, report: Report): undefined {
  report({ code: "form-file-missing", at: { kind: "file", file }, args: { file } });
}

/** Where the form lies, as messages call it. */
function folderOf([file]: readonly TemplateFile[]): string | undefined {
  return file?.name.slice(0, Math.max(0, file.name.length - baseName(file.name).length - 1));
}

export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
