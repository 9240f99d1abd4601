/** What reads and prints a form: each specimen replaces a file of a shipped one, which then prints its sample. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { baseOf, type FormSources, libraryOf, readForms } from "../../assets/forms/index.ts";
import { type Diagnostic, severityOf } from "../../diagnostics/index.ts";
import { ownSamples, ownTemplates } from "../../files/index.ts";
import { readSources, runSources } from "../run-case.ts";
import { composeReport, resolveDocument } from "../whole-document.ts";
import { outcomeOf, type Specimen, type Target } from "./target.ts";

/** Of a list over a department, of a whole department with lists of its own, and of projects. */
const tried = ["zhejiang", "bumen", "tongyong"];

const filesIn = (id: string) =>
  readdirSync(join(ownTemplates, id)).filter((name) => /\.(?:hbs|json)$/u.test(name));

export const forms: Target = {
  name: "forms",
  seeds: async () =>
    [...tried, "shared"].flatMap((id) =>
      filesIn(id).flatMap((name): readonly Specimen[] =>
        /^(?:house-style|rollup)/u.test(name)
          ? []
          : [{ name: `${id}+${name}`, bytes: new Uint8Array(readFileSync(join(ownTemplates, id, name))) }],
      ),
    ),
  open: async () => {
    const read = await readForms(undefined, ({ code }) => {
      throw new Error(code);
    });
    if (read === undefined) throw new Error("no forms");
    const sources = new Map(tried.map((id) => [id, readSources(pathToFileURL(`${join(ownSamples, id)}/`))]));
    return ({ name, bytes }) => {
      const [folder = "", file = ""] = name.split("+");
      const id = sources.has(folder) ? folder : "tongyong";
      const text = Buffer.from(bytes).toString("utf8");
      return printed(id, { [folder]: { [file]: text } });
    };

    function printed(
      id: string,
      replaced: Readonly<Record<string, Readonly<Record<string, string>>>>,
    ): string {
      const withReplaced = (folder: string, files: FormSources["shared"]) =>
        files.map((one) => ({ ...one, text: replaced[folder]?.[baseOf(one.name)] ?? one.text }));
      const files = withReplaced(id, read?.forms.get(id) ?? []);
      const library = libraryOf({
        forms: new Map([[id, files]]),
        ours: new Set(),
        shared: withReplaced("shared", read?.shared ?? []),
        rollup: [],
      });
      const found: Diagnostic[] = library.broken.flatMap(({ problems }) => problems);
      if (library.specs.size === 0) {
        if (found.length === 0) throw new Error("the form is broken, and nothing says why");
        return outcomeOf(found);
      }
      const { normalised, diagnostics } = runSources(sources.get(id) ?? [], { folder: id, forms: library });
      const report = (finding: Diagnostic) => found.push(finding);
      const document = normalised && composeReport({ ...normalised, draft: true, day: "2026-01-15" }, report);
      const resolved = document && resolveDocument(document, report);
      const isSaid = [...diagnostics, ...found].some((finding) => severityOf(finding) === "failure");
      if (resolved === undefined && !isSaid) throw new Error("nothing was printed, and no failure says so");
      return outcomeOf([...diagnostics, ...found]);
    }
  },
};
