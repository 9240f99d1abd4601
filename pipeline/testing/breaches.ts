/** Turns a stage's source text into the list of architecture rules that it breaks. */
import { posix } from "node:path";
import { mayImport, mayTouch, ownerOf, type Stage } from "./architecture.ts";

/** `path` counts from `pipeline/`: `write/docx/table.ts`. */
export type SourceFile = { readonly path: string; readonly text: string };

/** One sentence for each breach; none for a file that keeps the rules. */
export function breachesOf(file: SourceFile): readonly string[] {
  const stage = stageOf(file.path);
  if (stage === undefined) return [`${file.path}: belongs to no stage`];
  const code = withoutComments(file.text);
  return [
    ...importedNames(code).flatMap((name) => importBreach(file.path, stage, name) ?? []),
    ...touchBreaches(stage, withoutStrings(code)),
    ...shapeBreaches(code),
  ].map((breach) => `${file.path}: ${breach}`);
}

function stageOf(path: string): Stage | undefined {
  const folders = posix.dirname(path).split("/");
  return [folders.slice(0, 2).join("/"), folders[0]].find(isStage);
}

function isStage(name: string | undefined): name is Stage {
  return name !== undefined && Object.hasOwn(mayImport, name);
}

/** Static, side-effect, re-exporting, dynamic and type imports. */
const importForms = [
  /\b(?:import|export)\b[\w\s{},*$]*?\bfrom\s*["']([^"'\n]+)["']/gu,
  /\bimport\s*["']([^"'\n]+)["']/gu,
  /\bimport\s*\(\s*["'`]([^"'`\n]+)["'`]/gu,
  /\brequire\s*\(\s*["'`]([^"'`\n]+)["'`]/gu,
];

function importedNames(code: string): readonly string[] {
  return importForms.flatMap((form) => [...code.matchAll(form)].flatMap((match) => match[1] ?? []));
}

function importBreach(path: string, stage: Stage, name: string): string | undefined {
  if (!name.startsWith(".")) return libraryBreach(stage, name);
  const target = posix.join(posix.dirname(path), name);
  const other = stageOf(target);
  if (other === undefined) return `imports ${name}, which belongs to no stage`;
  if (other === stage) return undefined;
  const allowed: readonly string[] = mayImport[stage];
  if (!allowed.includes(other)) return `${stage} may not import ${other}`;
  return target === `${other}/index.ts` ? undefined : `imports ${name} past ${other}/index.ts`;
}

function libraryBreach(stage: Stage, name: string): string | undefined {
  const library = name.split("/", name.startsWith("@") ? 2 : 1).join("/");
  const owners: Readonly<Record<string, Stage | readonly Stage[]>> = ownerOf;
  const found = Object.hasOwn(owners, library) ? owners[library] : undefined;
  if (found === undefined) return `${library} has no owner`;
  const allowed = [found].flat();
  return allowed.includes(stage) ? undefined : `${library} belongs to ${allowed.join(" and ")}`;
}

function touchBreaches(stage: Stage, code: string): readonly string[] {
  return mayTouch.flatMap(({ what, pattern, stages }) => {
    const allowed: readonly Stage[] = stages;
    return !allowed.includes(stage) && pattern.test(code) ? [`${stage} may not touch ${what}`] : [];
  });
}

function shapeBreaches(code: string): readonly string[] {
  const breaches: string[] = [];
  if (/\bexport\s*(?:type\s*)?\*/u.test(code)) breaches.push("export * hides what is exported");
  if (/\bexport\s+default\b/u.test(code)) breaches.push("a default export has no name");
  if (/\bimport\s*\((?!\s*["'`])/u.test(code)) breaches.push("imports a name that is only known at run time");
  return breaches;
}

// Templates are kept whole, with what stands in their ${…}: better a breach too many than one that hides in a text.
const stringOrComment =
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//gu;

function withoutComments(text: string): string {
  return text.replace(stringOrComment, (part) => (part.startsWith("/") ? " " : part));
}

function withoutStrings(code: string): string {
  return code.replace(stringOrComment, (part) => (part.startsWith("`") ? part : '""'));
}
