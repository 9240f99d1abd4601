/** An Office file as a package (ECMA-376 part 2): its parts by their paths, each read as XML while it is unpacked, and what they refer to. */
import { posix } from "node:path";
import { DamagedContainer } from "./damaged.ts";
import { type Attributes, readXml, type XmlHandler, type XmlReader } from "./xml-text.ts";
import { inflateEntry, type PackedEntry, type UnpackedBytes } from "./zip.ts";

export type OpcPackage = {
  /** Whether there is such a part. What nobody reads, as macros and pictures, is not unpacked. */
  readonly read: (path: string, handler: XmlHandler) => boolean;
  /** Those of a part; of the package itself, which has the path "". */
  readonly relationsOf: (path: string) => readonly Relation[];
  /** The part that the others belong to. */
  readonly main: MainPart | undefined;
};

/** `binary`: a workbook that is no XML. */
export type MainPart = { readonly path: string; readonly kind: "workbook" | "document" | "binary" | "other" };

/** `type`: the last word of it. `target`: a path, of no part if it leads out of the file. */
type Relation = { readonly id: string; readonly type: string; readonly target: string };

export function openPackage(entries: readonly PackedEntry[], counter: UnpackedBytes): OpcPackage {
  const parts = new Map(entries.map((entry) => [partName(entry.name), entry]));
  const read = (path: string, handler: XmlHandler): boolean => {
    const part = parts.get(partName(path));
    if (part !== undefined) readPart(part, counter, handler);
    return part !== undefined;
  };
  const relationsOf = (path: string): readonly Relation[] => {
    const folder = posix.dirname(path);
    const relations: Relation[] = [];
    const open = (name: string, { Id = "", Type = "", Target = "", TargetMode }: Attributes): void => {
      if (localName(name) !== "Relationship" || TargetMode === "External") return;
      const target = posix.resolve(`/${folder}`, Target.replaceAll("\\", "/")).slice(1);
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), target });
    };
    read(posix.join(folder, "_rels", `${posix.basename(path)}.rels`), onOpen(open));
    return relations;
  };
  const main = (): MainPart | undefined => {
    const related = relationsOf("").find(
      ({ type, target }) => type === "officeDocument" && parts.has(partName(target)),
    );
    // Some writers leave out what the package says of itself.
    const path = related?.target ?? entries.find(({ name }) => usualMain.test(name))?.name;
    if (path === undefined) return undefined;
    const kind = mainKinds.find(([words]) => words.test(`${contentType(read, path)} ${path}`))?.[1];
    return { path, kind: kind ?? "other" };
  };
  return { read, relationsOf, main: main() };
}

/** Names of parts are the same in capitals and small letters, and written with `%` or without. */
function partName(path: string): string {
  const name = path.replace(/^\/+/u, "").toLowerCase();
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const usualMain = /^\/?(?:xl\/workbook\d*\.(?:xml|bin)|word\/document\d*\.xml)$/iu;

/** Words of the content type, or of the usual path. */
const mainKinds: readonly (readonly [words: RegExp, kind: MainPart["kind"]])[] = [
  [/sheet\.binary|\.bin$/iu, "binary"],
  [/spreadsheetml|ms-excel|xl\/workbook/iu, "workbook"],
  [/wordprocessingml|ms-word|word\/document/iu, "document"],
];

/** As the package says of the part by its name, or "". */
function contentType(read: OpcPackage["read"], path: string): string {
  let type = "";
  const open = (name: string, { PartName = "", ContentType = "" }: Attributes): void => {
    if (localName(name) === "Override" && partName(PartName) === partName(path)) type = ContentType;
  };
  read("[Content_Types].xml", onOpen(open));
  return type;
}

function readPart(part: PackedEntry, counter: UnpackedBytes, handler: XmlHandler): void {
  const { name } = part;
  let reader: XmlReader | undefined;
  inflateEntry(part, counter, (piece) => {
    reader ??= readXml(handler, encodingOf(piece, name));
    naming(name, reader.push)(piece);
  });
  if (reader === undefined) throw new DamagedContainer("structure", name);
  naming(name, reader.end)();
}

/** Whoever reads XML does not know which part it is in. */
function naming<Args extends readonly unknown[]>(
  part: string,
  step: (...args: Args) => void,
): (...args: Args) => void {
  return (...args) => {
    try {
      step(...args);
    } catch (error) {
      if (!(error instanceof DamagedContainer)) throw error;
      const { problem, detail = "XML" } = error;
      throw new DamagedContainer(problem, detail === "XML" ? part : `${part}, ${detail}`);
    }
  };
}

/** Parts are UTF-8 or UTF-16, whatever else XML may be. */
function encodingOf(start: Uint8Array, part: string): string {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  const text = Buffer.from(start.subarray(0, 200)).toString("latin1");
  const declared = /^[^<]*<\?xml[^>]*\bencoding=["']([^"']+)/u.exec(text)?.[1] ?? "UTF-8";
  if (!/^(?:utf-?8|us-ascii)$/iu.test(declared))
    throw new DamagedContainer("structure", `${part}, ${declared}`);
  return "utf-8";
}

/** Some writers give each element a prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** For a part in which everything stands in attributes. */
export function onOpen(open: XmlHandler["open"]): XmlHandler {
  return { open, text: () => {}, close: () => {} };
}

/** An attribute of type `xsd:boolean`. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
