/** A folder on disk → what lies in it: folders, files, and what cannot be looked at, with the reason. */
import type { Dirent } from "node:fs";
import { readdir, readlink, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { hasCode, reasonOf, statRegular } from "../files/index.ts";

export type Entry = Readable | Unreadable;

type Readable = {
  readonly kind: "file" | "folder";
  readonly name: string;
  /** The real path of a folder that a link leads to. */
  readonly leadsTo?: string;
};

/** A link that leads nowhere, a pipe, a name that is not UTF-8, and whatever may not be read. */
export type Unreadable = {
  readonly kind: "unreadable";
  /** Unique in its folder; it may not be the name on disk if that is not UTF-8. */
  readonly name: string;
  /** As far as the system says. */
  readonly is: "file" | "folder" | "unknown";
  readonly reason: string;
  /** What there is to see: where a link leads, the bytes of a name. */
  readonly found?: string | undefined;
};

export type Listing = {
  readonly realPath: string;
  /** Sorted by name. */
  readonly entries: readonly Entry[];
};

/** As far as the system says. */
export function isFolderEntry(entry: Entry): boolean {
  return entry.kind === "folder" || (entry.kind === "unreadable" && entry.is === "folder");
}

/** @throws if the folder itself cannot be read. */
export async function listFolder(path: string): Promise<Listing> {
  const realPath = await realpath(path);
  // As bytes: a name that is not UTF-8 as text would lead to no file.
  const entries = await readdir(path, { withFileTypes: true, encoding: "buffer" });
  const taken = new Set(entries.flatMap(({ name }) => decode(name, "utf-8") ?? []));
  const looked = entries.map((entry) => {
    const name = decode(entry.name, "utf-8");
    return name === undefined ? lookAtBytes(path, entry, taken) : lookAt(join(path, name), name, entry);
  });
  const all = await Promise.all(looked);
  return { realPath, entries: all.toSorted((one, other) => (one.name < other.name ? -1 : 1)) };
}

async function lookAt(path: string | Buffer, name: string, entry: Dirent<Buffer>): Promise<Entry> {
  try {
    await statRegular(path);
    return { kind: "file", name };
  } catch (error) {
    if (hasCode(error, "EISDIR")) {
      const folder = { kind: "folder", name } as const;
      return entry.isSymbolicLink() ? { ...folder, leadsTo: await realpath(path) } : folder;
    }
    const unreadable = { kind: "unreadable", name } as const;
    if (!entry.isSymbolicLink()) {
      const is = entry.isDirectory() ? "folder" : "file";
      return { ...unreadable, is, reason: reasonOf(error) };
    }
    const is = hasCode(error, "FIFO", "SOCKET", "DEVICE") ? "file" : "unknown";
    const found = await readlink(path).catch(() => undefined);
    const reason = hasCode(error, "ENOENT") ? `ENOLINK: ${reasonOf(error)}` : reasonOf(error);
    return { ...unreadable, is, reason, found };
  }
}

/** An archive made on a Chinese Windows has its names in GBK, and unpacked elsewhere they are bytes without meaning. */
async function lookAtBytes(
  folder: string,
  entry: Dirent<Buffer>,
  taken: ReadonlySet<string>,
): Promise<Unreadable> {
  const { kind, ...looked } = await lookAt(Buffer.concat([Buffer.from(folder + sep), entry.name]), "", entry);
  const escaped = shownBytes(entry.name);
  const probable = decode(entry.name, "gb18030");
  const name = probable === undefined || taken.has(probable) ? escaped : probable;
  const is = kind === "unreadable" && "is" in looked ? looked.is : kind === "folder" ? "folder" : "file";
  return { kind: "unreadable", name, is, reason: "EILSEQ: illegal byte sequence", found: escaped };
}

function decode(bytes: Uint8Array, encoding: "utf-8" | "gb18030"): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** As `ls` shows it: `\xC3\xF1.csv`. */
function shownBytes(bytes: Uint8Array): string {
  const shown = [...bytes].map((byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase()}`,
  );
  return shown.join("");
}
