/** The files of a form's folder and of templates/shared → a form that is known to print, or everything wrong with it. */
import type { Report } from "../diagnostics/index.ts";
import { checkJson, formSpecFor, type HouseStyle, StyleSheet, valueAt } from "../records/index.ts";
import { checkMarkup } from "./check-markup.ts";
import { checkPaths, type ParsedTemplate } from "./check-paths.ts";
import { compileTemplates } from "./compile-templates.ts";
import type { Form } from "./form.ts";
import { parseTemplate, type TemplateFile } from "./parse-template.ts";
import { prepareMarkup } from "./prepare-markup.ts";
import type { Fields } from "./printing.ts";
import { projectShape } from "./project-view.ts";
import { parseJson, readValue } from "./read-json.ts";
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
  /** The rules that form.json may set. */
  readonly ruleCodes: readonly string[];
};

const reportTemplates = ["cover", "contents", "part-one", "part-two"] as const;

/** Collects every error of every file before it gives up: of the templates too where form.json is wrong. */
export function loadForm({ id, files, shared, ruleCodes }: FormFiles, report: Report): Form | undefined {
  const faults = countFaults(report);
  const byName = new Map([...shared, ...files].map((file) => [baseName(file.name), file]));
  const folder = folderOf(files) ?? `templates/${id}`;
  const specFile = byName.get("form.json") ?? missing(`${folder}/form.json`, faults.report);
  const json = specFile && parseJson(specFile, faults.report);
  const spec =
    json && readValue(json.value, { file: specFile.name, schema: formSpecFor(ruleCodes) }, faults.report);
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

/** The styles of a form.json that is wrong elsewhere; undefined where it is they that are wrong. */
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

/** A partial is checked for each of its uses, and says the same thing each time: it is reported once. */
export function countFaults(report: Report): { readonly report: Report; readonly count: () => number } {
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
