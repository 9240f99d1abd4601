/** What a run was asked for, as plain data → all that building a department takes: forms, fonts, cache. Threads open one each. */
import { type LoadedFonts, loadFonts } from "../assets/fonts/index.ts";
import { type FormLibrary, loadForms } from "../assets/forms/index.ts";
import { keepingIn, keepNothing, type OpenKeptParts, type Reuse } from "../cache/kept-parts.ts";
import { openPartsCache } from "../cache/parts-cache.ts";
import type { Clock } from "../commands/clock.ts";
import { type BuildTools, buildDepartment, type DepartmentBuild } from "../department/build-department.ts";
import type { EarlierEditions } from "../department/edition-changes.ts";
import type { FinishParts } from "../department/finish-part.ts";
import { locateFindings } from "../department/locate-findings.ts";
import type { DepartmentInput } from "../department/read-department.ts";
import type { OutputFormat } from "../department/writers.ts";
import type { Diagnostic, Language, Report } from "../diagnostics/index.ts";
import { hashOfData } from "../files/index.ts";
import { readProgram } from "./program-code.ts";

/** Plain data: it is handed to other threads. */
export type BenchOptions = {
  /** The user's own forms. */
  readonly templates: string | undefined;
  /** Folder of the user's own fonts. */
  readonly fonts: string | undefined;
  readonly formats: readonly OutputFormat[];
  readonly draft: boolean;
  readonly strict: boolean;
  readonly clock: Clock;
  /** Folder of the finished parts that are kept; absent where none are. */
  readonly cache: string | undefined;
};

export type Workbench = {
  readonly library: FormLibrary;
  readonly fonts: LoadedFonts;
  readonly build: (order: BuildOrder, around: Around) => Promise<DepartmentBuild>;
  /** What is kept of a document; `document` tells it from all others. */
  readonly keeping: (document: unknown, onReuse: (reuse: Reuse) => void) => OpenKeptParts;
};

export type BuildOrder = {
  readonly input: DepartmentInput;
  /** The folder of its final editions, absolute: names what is kept of it. */
  readonly place: string;
  readonly earlier: EarlierEditions;
  /** Of the change list. */
  readonly language: Language;
  /** What was found before it came to be built. */
  readonly found?: readonly Diagnostic[];
};

export type Around = Pick<BuildTools, "pause"> & {
  /** Added to. */
  readonly findings: Diagnostic[];
  readonly finishParts?: FinishParts;
};

/** A thousand projects take some 20 MB. */
const mostCacheBytes = 2 ** 30;

/** Undefined where the forms or the fonts that were asked for cannot be had: reported. */
export async function openWorkbench(options: BenchOptions, report: Report): Promise<Workbench | undefined> {
  const library = await loadForms(options.templates, report);
  const fonts = await loadFonts(options.fonts, report);
  if (library === undefined || fonts === undefined) return undefined;
  const cache = options.cache === undefined ? undefined : openPartsCache(options.cache, mostCacheBytes);
  const program = cache && hashOfData(await readProgram());
  const keeping: Workbench["keeping"] = (document, onReuse) => {
    if (cache === undefined || program === undefined) return keepNothing;
    const name = hashOfData(document).slice(0, 32);
    return keepingIn({ name, fonts: fonts.fingerprint, cache, program, onReuse });
  };
  return {
    library,
    fonts,
    keeping,
    build: async ({ input, place, earlier, language }, { findings, ...around }) => {
      let reuse: Reuse | undefined;
      const openKept = keeping([place, options.draft], (told) => (reuse = told));
      const tools: BuildTools = {
        ...options,
        ...around,
        library,
        fonts: fonts.book,
        openKept,
        earlier,
        language,
      };
      const built = await buildDepartment(input, tools, findings);
      locateFindings(findings, input, built.readings);
      return reuse === undefined ? built : { ...built, reuse };
    },
  };
}
