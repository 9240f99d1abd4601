/** A rendered report → its files, read back: what is needed for it is loaded when there is something to make. */
import type { RenderedReport } from "../compose/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Readback } from "../verify/index.ts";
import { notPrinted } from "./not-printed.ts";
import { keepParts, type Reuse } from "./part.ts";
import type { ReadBack, Verification } from "./read-back.ts";
import { addTimings, type Stopwatch, startStopwatch, type Timings } from "./stopwatch.ts";
import type { JoinedParts, JoinOptions, PartsOptions, TypesetParts } from "./typeset-document.ts";
import type { ValuesToPrint } from "./unprinted-values.ts";

/** The typesetter with its libraries is loaded only if pages are made. */
export const loadTypesetter = () => import("./typeset-document.ts");

/** The readers of written files are, too. */
export const loadReadBack = () => import("./read-back.ts");

export type FileOptions = Pick<PartsOptions, "formats" | "review" | "fonts" | "makeParts"> &
  Pick<JoinOptions, "createdAt" | "pause"> & {
    readonly verification: Verification;
    /** What its files are to say of each project. */
    readonly wanted: readonly ValuesToPrint[];
    /** Of the caller; without it the time is counted from here. */
    readonly watch?: Stopwatch;
  };

export type MadeFiles = JoinedParts & {
  /** What the files say otherwise than was rendered; no file is sound that differs. */
  readonly differences: readonly Diagnostic[];
  /** Absent if nothing was read back. */
  readonly readback?: Readback | undefined;
  readonly reuse: Reuse | undefined;
  /** Keeps its parts for the next build, which takes what is kept to be right. */
  readonly keep: () => Promise<Reuse | undefined>;
  readonly milliseconds: Timings;
};

/** Typesets each part that no cache has, adds the contents, joins the parts to files, and reads these back. */
export async function makeFiles(
  rendered: RenderedReport,
  {
    formats,
    review = false,
    fonts,
    makeParts,
    createdAt,
    pause,
    verification,
    wanted,
    ...options
  }: FileOptions,
): Promise<MadeFiles> {
  await pause();
  const { typesetParts, joinParts } = await loadTypesetter();
  const { watch = startStopwatch() } = options;
  const readsBack = verification !== "none";
  const typeset = await typesetParts(rendered, { formats, review, readsBack, fonts, watch, makeParts });
  const joined = await joinParts(typeset, { fonts, createdAt, pause, watch });
  await pause();
  const back = await differencesIn(rendered, joined, { typeset, verification, wanted });
  watch.lap("verify");
  return {
    ...{ ...joined, differences: back.findings, readback: back.readback, reuse: typeset.reuse },
    keep: () => keepParts(typeset),
    milliseconds: addTimings(watch.milliseconds(), typeset.milliseconds ?? {}),
  };
}

type ReadingBack = Pick<FileOptions, "verification" | "wanted"> & { readonly typeset: TypesetParts };

async function differencesIn(
  rendered: RenderedReport,
  { file, findings }: Pick<JoinedParts, "file" | "findings">,
  { typeset, verification, wanted }: ReadingBack,
): Promise<ReadBack> {
  if (file === undefined || verification === "none") return { findings: [] };
  const { readBack } = await loadReadBack();
  const options = { verification, ...notPrinted(findings), wanted, parts: typeset.parts ?? [] };
  return readBack(rendered, file.files, options);
}
