/** The house style + what a form changes in it → the theme, with every style that markup falls back on. */
import type { Place, Report } from "../diagnostics/index.ts";
import type { Theme } from "../model/index.ts";
import { checkJson, HouseStyle, type StyleSheet } from "../records/index.ts";
import { readFormJson, reportProblems } from "./form-json.ts";
import { neededFile, type TemplateFiles } from "./load-templates.ts";
import { elementNames, vocabulary } from "./vocabulary.ts";

/** The house style of templates/shared, if it is there and whole. */
export function readHouse(files: TemplateFiles, report: Report): HouseStyle | undefined {
  const file = neededFile(files, { name: "house-style.json", folder: "templates/shared" }, report);
  const style = file && readFormJson(file, HouseStyle, report);
  if (file === undefined || style === undefined) return undefined;
  const missing = neededStyles(style).filter(({ of, name }) => !Object.hasOwn(style[of], name));
  for (const { of, name } of missing) {
    const args = { path: `${of}.${name}`, needs: [{ kind: "type", type: "object" }] as const };
    report({ code: "form-value-missing", at: { kind: "file", file: file.name }, args });
  }
  return missing.length > 0 ? undefined : style;
}

/** A style that the house style lacks must be whole; `placeOf`: where the file that says so says it. */
export function mergeTheme(
  house: Theme,
  {
    overrides,
    placeOf,
  }: {
    readonly overrides: StyleSheet;
    readonly placeOf: (path: readonly (string | number)[], of?: "key") => Place;
  },
  report: Report,
): Theme | undefined {
  const merged = {
    page: { ...house.page, ...overrides.page },
    fonts: { ...house.fonts, ...overrides.fonts },
    headings: house.headings,
    text: mergeStyles(house.text, overrides.text ?? {}),
    table: mergeStyles(house.table, overrides.table ?? {}),
  };
  const checked = checkJson(HouseStyle, merged);
  if (checked.success) return checked.data;
  reportProblems(checked.problems, { value: merged, placeOf, below: ["styles"] }, report);
  return undefined;
}

function mergeStyles(
  base: Readonly<Record<string, object>>,
  overrides: Readonly<Record<string, object>>,
): Record<string, object> {
  const changed = Object.entries(overrides).map(([name, style]) => [name, { ...base[name], ...style }]);
  return { ...base, ...Object.fromEntries(changed) };
}

/** What elements without a class use, Word's own headings, and the page number, which no template writes. */
function neededStyles({
  headings,
}: HouseStyle): readonly { readonly of: "text" | "table"; readonly name: string }[] {
  const fallbacks = elementNames.flatMap((element) =>
    (vocabulary[element].style?.split(" ") ?? []).map((name) => ({
      of: element === "table" ? ("table" as const) : ("text" as const),
      name,
    })),
  );
  return [...fallbacks, ...[...headings, "page-number"].map((name) => ({ of: "text" as const, name }))];
}
