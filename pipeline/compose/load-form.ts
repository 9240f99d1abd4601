/** The files of a form's folder and of templates/shared → a form that is known to print, or everything wrong with it. */
import type { Report } from "../diagnostics/index.ts";
import type { Theme } from "../model/index.ts";
import { checkJson, type FormSpec, formSpecFor, StyleSheet, valueAt } from "../records/index.ts";
import type { Seen } from "./field-use.ts";
import { type FormJson, parseFormJson, placeIn, readValue } from "./form-json.ts";
import { baseName, compileTemplates, neededFile, readTemplates } from "./load-templates.ts";
import type { TemplateFile } from "./parse-template.ts";
import type { Fields } from "./printing.ts";
import { type ProjectView, projectShape } from "./project-view.ts";
import { reportOnce } from "./report-once.ts";
import { type ReportView, reportShape } from "./report-view.ts";
import type { TemplateLimits } from "./template-limits.ts";
import { mergeTheme, readHouse } from "./theme.ts";

/** A form as it is loaded. */
export type Form = {
  /** The name of its folder below templates/. */
  readonly id: string;
  readonly spec: FormSpec;
  readonly theme: Theme;
  /** Template files, by the number that printed markup carries. */
  readonly files: readonly string[];
  /** What its templates name. */
  readonly seen: Seen;
  /** Each prints markup, or throws what Handlebars throws. */
  readonly print: {
    readonly cover: (view: ReportView) => string;
    readonly contents: (view: ReportView) => string;
    readonly partOne: (view: ReportView) => string;
    readonly partTwo: (view: ReportView) => string;
    /** Only of a form that has a closing part. */
    readonly closing: (view: ReportView) => string;
    readonly project: (view: ProjectView) => string;
  };
};

export type FormFiles = {
  /** The name of the form's folder. */
  readonly id: string;
  /** form.json and *.hbs. One with the name of a shared file replaces it. */
  readonly files: readonly TemplateFile[];
  /** templates/shared: house-style.json and *.hbs. */
  readonly shared: readonly TemplateFile[];
  /** What form.json says, if it was read before and is sound. */
  readonly spec?: FormSpec | undefined;
  /** The rules that form.json may set. */
  readonly ruleCodes: readonly string[];
  /** Of its templates, if they are others than usual. */
  readonly limits?: TemplateLimits | undefined;
};

/** Collects every error of every file before it gives up: of the templates too if form.json is wrong. */
export function loadForm(
  { id, files, shared, spec: known, ruleCodes, limits }: FormFiles,
  report: Report,
): Form | undefined {
  const faults = reportOnce(report);
  const byName = new Map([...shared, ...files].map((file) => [baseName(file.name), file]));
  const folder = folderOf(files) ?? `templates/${id}`;
  const specFile = neededFile(byName, { name: "form.json", folder }, faults.report);
  const json = specFile && parseFormJson(specFile, faults.report);
  const spec = known ?? (json && readValue(json, formSpecFor(ruleCodes), faults.report));
  const house = readHouse(byName, faults.report);
  const theme = house && json && themeIn(json, { house, styles: spec?.styles }, faults.report);
  const fields = spec ?? (json && fieldsIn(json.value));
  const rules = {
    needed: [
      ...["cover", "contents", "part-one", "part-two"].map((name) => ({
        name,
        folder: "templates/shared",
        shape: fields && reportShape(fields),
      })),
      ...(valueAt(json?.value, ["closing"]) === undefined
        ? []
        : [{ name: "closing", folder, shape: fields && reportShape(fields) }]),
      ...(isList(json?.value) ? [] : [{ name: "project", folder, shape: fields && projectShape(fields) }]),
    ],
    labels: fields && Object.keys(fields.fields),
    theme,
    checks: () => true,
    limits,
  };
  const templates = readTemplates(byName, rules, faults.report);
  if (theme === undefined || spec === undefined || faults.count() > 0) return undefined;
  const print = compileTemplates(templates, spec.fields, limits);
  return {
    id,
    spec,
    theme,
    files: templates.files,
    seen: templates.seen,
    print: {
      cover: print("cover"),
      contents: print("contents"),
      partOne: print("part-one"),
      partTwo: print("part-two"),
      closing: print("closing"),
      project: print("project"),
    },
  };
}

/** The settings of a form.json that is sound, whatever is wrong with the templates; undefined if it is not. */
export function readFormSpec(file: TemplateFile, ruleCodes: readonly string[]): FormSpec | undefined {
  const unheard = () => {};
  const json = parseFormJson(file, unheard);
  return json && readValue(json, formSpecFor(ruleCodes), unheard);
}

/** Whether one template prints all projects. */
function isList(form: unknown): boolean {
  return valueAt(form, ["layout"]) === "list";
}

/** The fields and figures of a form.json that is wrong elsewhere: what its templates name can be checked all the same. */
function fieldsIn(form: unknown): Fields | undefined {
  const named = (key: string) => {
    const value = valueAt(form, [key]);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  };
  const fields = named("fields");
  return fields && { fields, rollup: named("rollup") ?? {} };
}

/** The house style with what form.json changes in it, whatever else is wrong there; undefined if the styles are wrong. */
function themeIn(
  json: FormJson,
  { house, styles }: { readonly house: Theme; readonly styles: StyleSheet | undefined },
  report: Report,
): Theme | undefined {
  const checked = checkJson(StyleSheet, valueAt(json.value, ["styles"]) ?? {});
  const overrides = styles ?? (checked.success ? checked.data : undefined);
  return (
    overrides && mergeTheme(house, { overrides, placeOf: (path, of) => placeIn(json, path, { of }) }, report)
  );
}

/** Where the form lies, as messages call it. */
function folderOf([file]: readonly TemplateFile[]): string | undefined {
  return file?.name.slice(0, Math.max(0, file.name.length - baseName(file.name).length - 1));
}
