/** A published roll-up and its departments, read anew → what its summary and its lists say otherwise. */
import { type RollupForm, renderRollup } from "../compose/index.ts";
import type { Rollup } from "../contracts/index.ts";
import { type DocumentFile, loadReadBack, type Readback } from "../department/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { NewFile } from "../files/index.ts";
import { type DepartmentsRead, summarise } from "./figures.ts";
import { recountsOf, verifyFigures } from "./verify-figures.ts";

/**
 * The departments that a roll-up says it is of, in its order and under its names of folders, as it was made in another
 * one perhaps; undefined if one of them is not among these.
 */
export function asPublished(read: DepartmentsRead, published: Rollup): DepartmentsRead | undefined {
  const names = summarise(read, published.title).departments.map(({ name }) => name);
  const taken = new Set<number>();
  const own = published.departments.flatMap(({ folder, name }) => {
    const index = names.findIndex((one, at) => one === name && !taken.has(at));
    const found = read[index];
    if (found === undefined) return [];
    taken.add(index);
    const { department, result, value } = found;
    const its = value && { ...value, department: { ...value.department, folder } };
    return [{ department, result: { ...result, folder }, value: its }];
  });
  return own.length === published.departments.length ? own : undefined;
}

export type PublishedSummary = {
  /** What it says that was found stands: what is ignored until a day depends on the day. */
  readonly published: Rollup;
  readonly form: RollupForm;
  readonly documents: readonly DocumentFile[];
  readonly lists: readonly NewFile[];
};

/** Undefined if a template failed, which is reported. */
export async function verifySummary(
  read: DepartmentsRead,
  { published, form, documents, lists }: PublishedSummary,
  report: (problem: Diagnostic) => void,
): Promise<
  { readonly findings: readonly Diagnostic[]; readonly readback: Readback | undefined } | undefined
> {
  const now = summarise(read, published.title);
  const departments = now.departments.map((one, index) => ({
    ...one,
    findings: published.departments[index]?.findings ?? one.findings,
  }));
  const totals = { ...now.totals, findings: published.totals.findings };
  const figures = { ...now, departments, totals };
  const rendered = renderRollup(figures, { form, watermark: undefined }, report);
  if (rendered === undefined) return undefined;
  const { readBack } = await loadReadBack();
  const missing = new Set(published.unset);
  const { cut = [] } = published;
  const options = { verification: "full", missing, cut, wanted: [], parts: [] } as const;
  const back = readBack(rendered, documents, options);
  const differences = await verifyFigures({ figures, recounts: recountsOf(read), rendered, lists });
  return { findings: [...back.findings, ...differences], readback: back.readback };
}
