/** The user's own forms beside ours, and what becomes of them if the folder is not what it was. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../diagnostics/index.ts";
import { ownTemplates } from "../../files/index.ts";
import { loadForms } from "./index.ts";

function formFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "huibian-forms-"));
  cpSync(join(ownTemplates, "hebei"), join(folder, "chengde"), { recursive: true });
  return folder;
}

async function load(folder: string) {
  const found: Diagnostic[] = [];
  const library = await loadForms(folder, (problem) => found.push(problem));
  return { forms: library && [...library.forms.keys()], found };
}

test("forms of the user's folder come beside ours, and share what ours share", async () => {
  const { forms, found } = await load(formFolder());
  expect([forms, found]).toEqual([["anhui", "chengde", "hebei", "xinjiang"], []]);
});

test("a folder that is gone, and a file that cannot be read, are failures that name them", async () => {
  const folder = formFolder();
  symlinkSync(join(folder, "nowhere"), join(folder, "chengde", "gone.hbs"));
  mkdirSync(join(folder, "shared"));
  symlinkSync(join(folder, "nowhere"), join(folder, "shared", "gone.hbs"));
  const { forms, found } = await load(folder);
  expect([forms, found.map(({ code, at }) => [code, at])]).toEqual([
    undefined,
    ["shared", "chengde"].map((below) => [
      "file-unreadable",
      { kind: "file", file: `${folder}/${below}/gone.hbs` },
    ]),
  ]);
  rmSync(folder, { recursive: true });
  expect((await load(folder)).found).toMatchObject([{ code: "templates-without-form" }]);
});
