/** Folders → the drafts of the departments in them, which follow what is saved there. */
import { dirname, resolve } from "node:path";
import { type SourceOpener, searchDepartments, startOpener } from "../batch/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { type DepartmentFolder, isWithin, realPathOf, selectDepartments } from "../find/index.ts";
import { type Draft, type DraftSummary, openDraft } from "./draft.ts";
import { type MakerOptions, openMaker } from "./make-drafts.ts";
import { watchFiles } from "./watch-files.ts";

export type DraftsOptions = Omit<MakerOptions, "opener"> & {
  readonly folders: readonly string[];
  readonly only: readonly string[];
  readonly exclude: readonly string[];
};

export type Drafts = {
  /** By their places below the output folder, in the order that they were found in. */
  readonly departments: () => ReadonlyMap<string, DepartmentFolder>;
  /** Undefined of no department; one is made when it is first asked for. */
  readonly draftOf: (output: string) => Draft | undefined;
  /** Undefined of one that nobody has asked for. */
  readonly summaryOf: (output: string) => DraftSummary | undefined;
  readonly close: () => Promise<void>;
};

export type OpenedDrafts =
  | { readonly kind: "open"; readonly drafts: Drafts; readonly problems: readonly Diagnostic[] }
  | { readonly kind: "refused"; readonly exitCode: 2; readonly problems: readonly Diagnostic[] };

export async function openDrafts(options: DraftsOptions): Promise<OpenedDrafts> {
  const { folders, out, templates, fonts, language } = options;
  const opener = startOpener(options.limits);
  const first = await findAll(options, opener);
  const maker = await openMaker({ ...options, opener });
  const problems = [...first.problems, ...maker.problems];
  if (first.refusals.length > 0 || maker.refused) {
    await maker.close();
    opener.close();
    return { kind: "refused", exitCode: 2, problems: [...first.refusals, ...problems] };
  }
  let { departments } = first;
  const drafts = new Map<string, Draft>();
  const openOne = (output: string, found: DepartmentFolder): Draft => {
    const make = maker.open();
    // One that is gone is read where it was, which says so.
    const draft = openDraft((before) => make(departments.get(output) ?? found, before), language);
    drafts.set(output, draft);
    void draft.renew();
    return draft;
  };
  const renew = async (paths: readonly string[]) => {
    const found = await findAll(options, opener);
    if (found.refusals.length === 0) departments = found.departments;
    const changed = await Promise.all(paths.map((path) => realPathOf(dirname(path))));
    const owners = changed.map((path) => [...departments].filter(([, one]) => isWithin(one.realPath, path)));
    // What lies in no department, as forms do and lists that came back, may be of all.
    const isOfAll = owners.some((some) => some.length === 0);
    if (isOfAll) await maker.reopen();
    const touched = new Set(owners.flatMap((some) => some.map(([output]) => output)));
    const renewed = [...drafts].filter(([output]) => isOfAll || touched.has(output));
    await Promise.all(renewed.map(([, draft]) => draft.renew()));
  };
  const given = [folders, templates ?? [], fonts ?? []].flat().map((folder) => resolve(folder));
  const outPath = resolve(out);
  const watching = await watchFiles(given, {
    except: (path) => isWithin(outPath, path),
    // Folders that could not be searched just now are searched again with the next change.
    onChange: (paths) => void renew(paths).catch(() => undefined),
  });
  return {
    kind: "open",
    problems,
    drafts: {
      departments: () => departments,
      draftOf: (output) => {
        const found = departments.get(output);
        return drafts.get(output) ?? (found && openOne(output, found));
      },
      summaryOf: (output) => drafts.get(output)?.summary(),
      close: async () => {
        await watching.close();
        // What is being opened is wanted by nobody, and a workbook may take a minute.
        opener.close();
        await maker.close();
      },
    },
  };
}

type Found = {
  readonly departments: ReadonlyMap<string, DepartmentFolder>;
  readonly problems: readonly Diagnostic[];
  readonly refusals: readonly Diagnostic[];
};

async function findAll({ folders, out, only, exclude }: DraftsOptions, opener: SourceOpener): Promise<Found> {
  const problems: Diagnostic[] = [];
  const report = (problem: Diagnostic) => problems.push(problem);
  const { departments, refusals } = await searchDepartments(folders, { out, opener, report });
  const selection = selectDepartments(departments, { only, exclude });
  const chosen = departments.filter(selection.isSelected);
  return {
    departments: new Map(chosen.map((one) => [one.output, one])),
    problems,
    refusals: [...refusals, ...(departments.length === 0 ? [] : selection.refusals)],
  };
}
