/** Turns the sources of all rooms into what is wrong with them together: circles of imports, and names used twice. */
import { sharedNames } from "./architecture.ts";
import { importedFiles, type SourceFile, withoutComments } from "./breaches.ts";

/** `a.ts → b.ts → a.ts` for each import that closes a circle; type imports count, as who reads one file needs all. */
export function circlesIn(files: readonly SourceFile[]): readonly string[] {
  const importsOf = new Map(files.map((file) => [file.path, importedFiles(file)]));
  const circles: string[] = [];
  const done = new Set<string>();
  const follow = (path: string, way: readonly string[]) => {
    const before = way.indexOf(path);
    if (before >= 0) circles.push([...way.slice(before), path].join(" → "));
    if (before >= 0 || done.has(path)) return;
    for (const target of importsOf.get(path) ?? []) follow(target, [...way, path]);
    done.add(path);
  };
  for (const { path } of files) follow(path, []);
  return circles;
}

/** `name: a.ts, b.ts` for each name that more than one file defines and exports; an index file hands on what others do. */
export function namesakesIn(files: readonly SourceFile[]): readonly string[] {
  const definedIn = new Map<string, readonly string[]>();
  for (const { path, text } of files)
    for (const name of exportedNames(text)) {
      if (path.startsWith(sharedNames[name] ?? "\0")) continue;
      definedIn.set(name, [...(definedIn.get(name) ?? []), path]);
    }
  const shared = [...definedIn].filter(([, paths]) => paths.length > 1);
  return shared.map(([name, paths]) => `${name}: ${paths.join(", ")}`).toSorted();
}

/** Those that the file defines itself: a schema and its type of one name are one. */
function exportedNames(text: string): ReadonlySet<string> {
  const definitions = withoutComments(text).matchAll(
    /\bexport\s+(?:declare\s+)?(?:async\s+)?(?:const|let|function\s*\*?|class|enum|interface|type)\s+(\w+)/gu,
  );
  return new Set([...definitions].flatMap(([, name]) => name ?? []));
}
