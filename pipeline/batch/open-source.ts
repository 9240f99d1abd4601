/** Opens what has to be opened before it can be read. */
import type { Diagnostic } from "../diagnostics/index.ts";
import { hashOfBytes, statRegular } from "../files/index.ts";
import { givenLimits } from "../options/index.ts";
import { boundText, isContainer, type Limits, type Opened, type Source } from "../read/index.ts";
import { defaultLimits, openWorkbooks } from "../workbook/index.ts";

export type SourceOpener = {
  readonly limits: Limits;
  readonly open: (source: Source) => Promise<Source>;
  /** Opens what will be opened once more, as the search for departments does, and keeps what came out until then. */
  readonly peek: (source: Source) => Promise<Source>;
  readonly close: () => void;
};

/** Bytes of opened workbooks that are kept; what is beyond them is opened a second time. */
const mostKept = 32 * 2 ** 20;

/** `given`: as given to `--limits`. Opens workbooks, and sees that texts have not too much of anything. */
export function startOpener(given: string | undefined): SourceOpener {
  const limits = limitsOf(given);
  const { open, close } = openWorkbooks(limits);
  const kept = new Map<string, Opened>();
  let room = mostKept;
  const keep = (hash: string, opened: Opened) => {
    const size = sizeOf(opened);
    if (size > room) return;
    kept.set(hash, opened);
    room -= size;
  };
  const take = (hash: string) => {
    const opened = kept.get(hash);
    if (opened === undefined) return undefined;
    kept.delete(hash);
    room += sizeOf(opened);
    return opened;
  };
  /** Few folders leave it open whether they are departments: where nothing was kept, nothing is hashed. */
  const openKept = async (bytes: Uint8Array) =>
    (kept.size === 0 ? undefined : take(hashOfBytes(bytes))) ?? open(bytes);
  const peekInto = async (bytes: Uint8Array) => {
    const hash = hashOfBytes(bytes);
    const opened = take(hash) ?? (await open(bytes));
    keep(hash, opened);
    return opened;
  };
  const openBy = (opening: (bytes: Uint8Array) => Promise<Opened>) => async (source: Source) =>
    isContainer(source.bytes)
      ? { ...source, opened: await opening(source.bytes) }
      : boundText(source, limits);
  return { limits, open: openBy(openKept), peek: openBy(peekInto), close };
}

/** Why nothing came out is short. */
function sizeOf(opened: Opened): number {
  return opened.kind === "sheets" ? opened.workbook.length : 0;
}

/** Whatever is opened meanwhile is opened by one opener, which is closed when the work is done. */
export async function withOpener<Value>(
  limits: string | undefined,
  work: (opener: SourceOpener) => Promise<Value>,
): Promise<Value> {
  const opener = startOpener(limits);
  try {
    return await work(opener);
  } finally {
    opener.close();
  }
}

/** A file of any kind that is too large is not read at all; undefined of one that is not. */
export async function refusalBySize(
  { path, name }: { readonly path: string; readonly name: string },
  { file: allowed }: Limits,
): Promise<Diagnostic | undefined> {
  const { size } = await statRegular(path);
  if (size <= allowed * 2 ** 20) return undefined;
  const at = { kind: "file", file: name } as const;
  return { code: "workbook-exceeds-limit", at, args: { limit: "file", allowed } };
}

/** Those that hold, of `--limits` and those that it does not name. */
function limitsOf(limits: string | undefined): Limits {
  return { ...defaultLimits, ...givenLimits(limits) };
}
