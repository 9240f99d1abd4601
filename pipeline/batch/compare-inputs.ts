/** An edition's inputs and those of today → what has changed, in the words of `RebuildReason`. */
import type { EditionInputs, Hashes, RebuildReason } from "../contracts/index.ts";
import type { DataInputs, FormHashes, RunInputs } from "./edition-inputs.ts";

/** Empty where a build would give the same edition again. */
export function changesSince(
  before: EditionInputs,
  data: DataInputs,
  run: RunInputs,
): readonly RebuildReason[] {
  return [
    ...dataChanges(before, data),
    ...formChanges(before, run.forms),
    ...listed("fonts", changedNames(before.fonts, run.fonts)),
    ...optionChanges(before.options, run.options),
    ...programChanges(before.program, run.program),
  ];
}

function dataChanges(before: EditionInputs, now: DataInputs): readonly RebuildReason[] {
  const changes = compareHashes(before.data, now.data).map(
    ({ name, change }) => ({ kind: "data", file: name, change }) as const,
  );
  const spreadsheets = compareHashes(namesOnly(before.unread), namesOnly(now.unread)).map(
    ({ name, change }) => ({ kind: "data", file: name, change }) as const,
  );
  const folder =
    before.folder === now.folder ? [] : [{ kind: "folder", before: before.folder, now: now.folder } as const];
  return [...changes, ...spreadsheets, ...folder];
}

function formChanges({ form, choice, broken }: EditionInputs, now: FormHashes): readonly RebuildReason[] {
  const files = now.files.get(form.id);
  const changed = changedNames(form.files, files ?? {});
  const own = changed.length === 0 ? [] : [{ kind: "form", form: form.id, files: changed } as const];
  const wasBroken = Object.keys(broken);
  const others = [
    ...changedNames(choice, without(now.choice, wasBroken)),
    ...changedNames(broken, pick(now.whole, wasBroken)),
  ];
  // The form's own form.json is told once.
  return [...own, ...listed("choice", own.length === 0 ? others : others.filter((id) => id !== form.id))];
}

function optionChanges(
  before: EditionInputs["options"],
  now: EditionInputs["options"],
): readonly RebuildReason[] {
  const pairs = [
    ["--format", before.formats.toSorted().join(","), now.formats.toSorted().join(",")],
    ["--draft", String(before.draft), String(now.draft)],
    ["--strict", String(before.strict), String(now.strict)],
    ["--lang", before.language, now.language],
    ["--date", before.day ?? "", now.day ?? ""],
  ] as const;
  return pairs.flatMap(([option, was, is]) =>
    was === is ? [] : [{ kind: "option", option, before: was, now: is } as const],
  );
}

function programChanges(
  before: EditionInputs["program"],
  now: EditionInputs["program"],
): readonly RebuildReason[] {
  if (before.version !== now.version) return [{ kind: "version", before: before.version, now: now.version }];
  return before.code === now.code ? [] : [{ kind: "program" }];
}

function listed(kind: "fonts" | "choice", names: readonly string[]): readonly RebuildReason[] {
  if (names.length === 0) return [];
  return [kind === "fonts" ? { kind, files: names } : { kind, forms: names }];
}

type Change = { readonly name: string; readonly change: "changed" | "added" | "removed" };

function compareHashes(before: Hashes, now: Hashes): readonly Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return names.flatMap((name): readonly Change[] => {
    if (before[name] === now[name]) return [];
    if (before[name] === undefined) return [{ name, change: "added" }];
    return [{ name, change: now[name] === undefined ? "removed" : "changed" }];
  });
}

function changedNames(before: Hashes, now: Hashes): readonly string[] {
  return compareHashes(before, now).map(({ name }) => name);
}

function namesOnly(names: readonly string[]): Hashes {
  return Object.fromEntries(names.map((name) => [name, ""]));
}

function pick(hashes: Hashes, ids: readonly string[]): Hashes {
  return Object.fromEntries(Object.entries(hashes).filter(([id]) => ids.includes(id)));
}

function without(hashes: Hashes, ids: readonly string[]): Hashes {
  return Object.fromEntries(Object.entries(hashes).filter(([id]) => !ids.includes(id)));
}
