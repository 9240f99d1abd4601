/** This program, stage by stage: exports → PDF and DOCX. */
import type { Report } from "../../../pipeline/diagnostics/index.ts";
import {
  composeReport,
  type LaidDocument,
  layOut,
  resolveDocument,
} from "../../../pipeline/testing/whole-document.ts";
import type { Job, Lap, Route } from "../measurement.ts";
import { loadModule } from "../program.ts";
import { openReader } from "../read-exports.ts";

const createdAt = new Date("2024-01-15T00:00:00Z");
const ignore: Report = () => {};
const pause = async () => undefined;

export const ours: Route = async (job) => {
  const stages = await openStages(job);
  const { typesetParts, joinParts } = await loadModule(job.program, "department/typeset-document");
  const { makePartsHere } = await loadModule(job.program, "department/part");
  return async ({ lap, watch, keep }) => {
    const read = await stages.read(job.exports, lap);
    const printed = await lap("compose", () => stages.renderReport({ ...read, ...draftNever }, ignore));
    if (printed === undefined) throw new Error("the department cannot be printed");
    const { fonts } = stages;
    const formats = ["pdf", "docx"] as const;
    const parts = await typesetParts(printed, { fonts, formats, watch, makeParts: makePartsHere(pause) });
    const { file } = await joinParts(parts, { fonts, createdAt, pause, watch });
    for (const { format, bytes } of file?.files ?? []) keep(`ours.${format}`, bytes);
  };
};

const draftNever = { draft: false, day: "2024-01-15" } as const;

/** The stages before the writers, loaded; with the forms and the fonts, of which none is opened yet. */
export async function openStages({ program }: Pick<Job, "program">) {
  const { openFonts } = await loadModule(program, "layout/index");
  const { defaultFonts, defaultChains } = await loadModule(program, "assets/fonts/default-fonts");
  return {
    read: await openReader(program),
    fonts: openFonts(defaultFonts, defaultChains),
    ...(await loadModule(program, "compose/index")),
  };
}

type Stages = Awaited<ReturnType<typeof openStages>>;
type Laid = { readonly laid: LaidDocument; readonly fonts: Stages["fonts"] };

/** From the exports on disk to settled pages, all of them at once. */
export async function layDepartment(job: Job, stages: Stages, lap: Lap): Promise<Laid> {
  const read = await stages.read(job.exports, lap);
  const document = await lap("compose", () => composeReport({ ...read, ...draftNever }, ignore));
  if (document === undefined) throw new Error("the department cannot be composed");
  const resolved = await lap("resolve", () => resolveDocument(document, ignore));
  if (resolved === undefined) throw new Error("the department cannot be resolved");
  const laid = await lap("layout", () => layOut(resolved, stages.fonts, ignore));
  return { laid, fonts: stages.fonts };
}
