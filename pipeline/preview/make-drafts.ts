/** A department's folder → its draft in memory, with forms, fonts, parts and opened workbooks that are kept between tries. */
import { resolve } from "node:path";
import pLimit from "p-limit";
import {
  cacheFolder,
  internalError,
  openResources,
  readEarlier,
  readSources,
  type SourceOpener,
} from "../batch/index.ts";
import { keepPacks } from "../cache/index.ts";
import type { Finding } from "../catalogue/index.ts";
import {
  type DepartmentPreview,
  keepWork,
  makePartsHere,
  type Pause,
  type PrintedDraft,
  previewDepartment,
} from "../department/index.ts";
import type { Diagnostic, Language } from "../diagnostics/index.ts";
import { type Clock, hashOfBytes } from "../files/index.ts";
import type { DepartmentFolder } from "../find/index.ts";
import type { Source } from "../read/index.ts";

export type MakerOptions = {
  /** Holds the editions that drafts are compared with; no draft is written there. */
  readonly out: string;
  readonly cache?: string | false | undefined;
  readonly templates?: string | undefined;
  /** As given to `--limits`. */
  readonly limits?: string | undefined;
  readonly fonts?: string | undefined;
  readonly opener: SourceOpener;
  readonly clock: Clock;
  readonly language: Language;
  readonly pause: Pause;
};

export type DraftMaker = {
  /** What is wrong with forms and fonts; `refused` if none can be used. */
  readonly problems: readonly Diagnostic[];
  readonly refused: boolean;
  /** One department: what it keeps is its own. Drafts are made one after the other. */
  readonly open: () => (
    department: DepartmentFolder,
    before: PrintedDraft | undefined,
  ) => Promise<DepartmentPreview>;
  /** Reads forms and fonts again. */
  readonly reopen: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openMaker(options: MakerOptions): Promise<DraftMaker> {
  const { out, templates, limits, fonts, opener, clock, language, pause } = options;
  const packs = keepPacks();
  const folders = { templates, limits, fonts, cache: cacheFolder(options.cache, out) };
  let { resources, problems } = await openResources(folders, packs.over);
  const oneAtATime = pLimit(1);
  return {
    problems,
    refused: resources === undefined,
    open: () => {
      const open = keepOpened(opener.open);
      const kept = keepWork();
      const make = async (department: DepartmentFolder, before: PrintedDraft | undefined) => {
        if (resources === undefined) return failing(problems);
        const { library, withCache } = resources;
        const place = resolve(out, department.output);
        const [sources, earlier] = [
          await readSources(department, { limits: opener.limits, open }),
          await readEarlier(place),
        ];
        const makeParts = withCache(makePartsHere(pause), [place, true]);
        const fonts = resources.fonts.book;
        const environment = { library, fonts, clock, language, pause, makeParts, kept };
        return previewDepartment(sources, earlier, environment, before);
      };
      return (department, before) => {
        const failed = (error: unknown) => failing([internalError(department.folder, error)]);
        return oneAtATime(() =>
          make(department, before).then((made) => ({ ...made, find: () => findOr(made, failed) }), failed),
        );
      };
    },
    reopen: async () => {
      ({ resources, problems } = await openResources(folders, packs.over));
    },
    close: async () => {
      await oneAtATime(async () => undefined);
      await packs.flush();
    },
  };
}

/** A fault of ours ends no preview: the check is made while a page is answered. */
function findOr(
  { find }: DepartmentPreview,
  failed: (error: unknown) => DepartmentPreview,
): ReturnType<DepartmentPreview["find"]> {
  try {
    return find();
  } catch (error) {
    return failed(error).find();
  }
}

function failing(findings: readonly Finding[]): DepartmentPreview {
  return { name: undefined, find: () => ({ findings, marks: [], changes: [] }) };
}

/** A file that says what it said is not opened again. */
function keepOpened(open: (source: Source) => Promise<Source>): (source: Source) => Promise<Source> {
  const kept = new Map<string, { readonly hash: string; readonly opened: Source }>();
  return async (source) => {
    const hash = hashOfBytes(source.bytes);
    const known = kept.get(source.name);
    if (known?.hash === hash) return known.opened;
    const opened = await open(source);
    kept.set(source.name, { hash, opened });
    return opened;
  };
}
