/** Turns a room's source text into the list of architecture rules that it breaks. */
import { posix } from "node:path";
import { foldersOf, mayImport, mayTouch, ownersOf, type Room, writers } from "./architecture.ts";

/** `path` counts from `pipeline/`: `write/docx/table.ts`. */
export type SourceFile = { readonly path: string; readonly text: string };

/** One sentence for each breach; none for a file that keeps the rules. */
export function breachesOf({ path, text }: SourceFile): readonly string[] {
  const room = roomOf(path);
  if (room === undefined) return [`${path}: belongs to no room`];
  const code = withoutComments(text);
  return [
    ...importsIn(code).flatMap((one) => importBreach({ path, room }, one) ?? []),
    ...touchBreaches(room, withoutStrings(code)),
    ...(writers.includes(path) ? [] : writingBreaches(code)),
    ...shapeBreaches(code),
  ].map((breach) => `${path}: ${breach}`);
}

/** The files of the tree that a file imports, as types or when it is asked for included. */
export function importedFiles({ path, text }: SourceFile): readonly string[] {
  const names = importsIn(withoutComments(text)).map(({ name }) => name);
  return names.filter((name) => name.startsWith(".")).map((name) => targetOf(path, name));
}

function targetOf(path: string, name: string): string {
  return posix.join(posix.dirname(path), name);
}

function roomOf(path: string): Room | undefined {
  const folders = posix.dirname(path).split("/");
  return [folders.slice(0, 2).join("/"), folders[0]].find(isRoom);
}

function isRoom(name: string | undefined): name is Room {
  return name !== undefined && Object.hasOwn(mayImport, name);
}

/** `atStart`: what is imported runs when the importing file is loaded, unlike a type or what is loaded when asked for. */
type Import = { readonly name: string; readonly atStart: boolean };

/** Static, re-exporting, side-effect, dynamic and type imports. */
const importForms = [
  { form: /\b(?:import|export)\b(?!\s+type\b)[\w\s{},*$]*?\bfrom\s*["']([^"'\n]+)["']/gu, atStart: true },
  { form: /\b(?:import|export)\s+type\b[\w\s{},*$]*?\bfrom\s*["']([^"'\n]+)["']/gu, atStart: false },
  { form: /\bimport\s*["']([^"'\n]+)["']/gu, atStart: true },
  { form: /\bimport\s*\(\s*["'`]([^"'`\n]+)["'`]/gu, atStart: false },
  { form: /\brequire\s*\(\s*["'`]([^"'`\n]+)["'`]/gu, atStart: true },
];

function importsIn(code: string): readonly Import[] {
  return importForms.flatMap(({ form, atStart }) =>
    [...code.matchAll(form)].flatMap(([, name]) => (name === undefined ? [] : [{ name, atStart }])),
  );
}

function importBreach(
  { path, room }: { readonly path: string; readonly room: Room },
  { name, atStart }: Import,
): string | undefined {
  if (!name.startsWith(".")) return libraryBreach(room, name);
  const target = targetOf(path, name);
  const other = roomOf(target);
  if (other === undefined) return `imports ${name}, which belongs to no room`;
  if (other === room) return folderBreach(room, path, target);
  const allowed: readonly string[] = mayImport[room];
  if (!allowed.includes(other)) return `${room} may not import ${other}`;
  if (other === "commands")
    return atStart ? `loads ${name} at the start: a command is loaded when it is asked for` : undefined;
  return target === `${other}/index.ts` ? undefined : `imports ${name} past ${other}/index.ts`;
}

function folderBreach(room: Room, path: string, target: string): string | undefined {
  const folders = foldersOf[room];
  if (folders === undefined) return undefined;
  const folderOf = (file: string) => posix.relative(room, posix.dirname(file));
  const [own, other] = [folderOf(path), folderOf(target)];
  if (own === "" || own === other) return undefined;
  // One that is in no table has none before it.
  const before = folders.slice(0, Math.max(0, folders.indexOf(own)));
  return before.includes(other) ? undefined : `${room}/${own} may not import ${target}`;
}

function libraryBreach(room: Room, name: string): string | undefined {
  const library = name.split("/", name.startsWith("@") ? 2 : 1).join("/");
  const owners = Object.hasOwn(ownersOf, library) ? ownersOf[library] : undefined;
  if (owners === undefined) return `${library} has no owner`;
  return owners.includes(room) ? undefined : `${library} belongs to ${owners.join(", ")}`;
}

function touchBreaches(room: Room, code: string): readonly string[] {
  return mayTouch.flatMap(({ what, pattern, rooms }) =>
    !rooms.includes(room) && pattern.test(code) ? [`${room} may not touch ${what}`] : [],
  );
}

/** `open` aside, which reads as well. */
const writing =
  /\b(?:appendFile|copyFile|cp|createWriteStream|link|mkdir|mkdtemp|rename|rm|rmdir|symlink|truncate|unlink|utimes|write|writeFile)(?:Sync)?\b/u;

function writingBreaches(code: string): readonly string[] {
  const imports = [...code.matchAll(/\bimport\b([\w\s{},*$]*?)\bfrom\s*["']node:fs(?:\/promises)?["']/gu)];
  const breaches = imports.flatMap(([, names = ""]) => {
    if (names.includes("*") || !names.includes("{")) return ["imports all of node:fs, and may write"];
    const [name] = writing.exec(names) ?? [];
    return name === undefined ? [] : [`${name} writes past ${writers[0]}`];
  });
  return breaches;
}

function shapeBreaches(code: string): readonly string[] {
  const breaches: string[] = [];
  if (/\bexport\s*(?:type\s*)?\*/u.test(code)) breaches.push("export * hides what is exported");
  if (/\bexport\s+default\b/u.test(code)) breaches.push("a default export has no name");
  if (/\bimport\s*\((?!\s*["'`])/u.test(code)) breaches.push("imports a name that is only known at run time");
  return breaches;
}

// Templates are kept whole, with what is in their ${…}: better a breach too many than one that hides in a text.
const stringOrComment =
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//gu;

export function withoutComments(text: string): string {
  return text.replace(stringOrComment, (part) => (part.startsWith("/") ? " " : part));
}

function withoutStrings(code: string): string {
  return code.replace(stringOrComment, (part) => (part.startsWith("`") ? part : '""'));
}
