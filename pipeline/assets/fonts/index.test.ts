/** The user's own fonts, and what becomes of them if the folder is not what it was. */
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../diagnostics/index.ts";
import { ownTemplates } from "../../files/index.ts";
import { loadFonts } from "./index.ts";

/** With one font, which calls itself by the name of one that offices have. */
function fontFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "huibian-fonts-"));
  const bytes = readFileSync(join(ownTemplates, "shared", "fonts", "LXGWWenKai-Regular.ttf"));
  const [own, office] = ["霞鹜文楷", "华文楷体"].map((name) => Buffer.from(name, "utf16le").swap16());
  for (let at = bytes.indexOf(own ?? ""); at >= 0; at = bytes.indexOf(own ?? "", at)) office?.copy(bytes, at);
  writeFileSync(join(folder, "kai.ttf"), bytes);
  return folder;
}

async function load(folder: string) {
  const found: Diagnostic[] = [];
  const fonts = await loadFonts(folder, (problem) => found.push(problem));
  return { fonts, found };
}

test("a font can be used although its folder is removed before it is needed", async () => {
  const folder = fontFolder();
  const { fonts, found } = await load(folder);
  rmSync(folder, { recursive: true });
  expect([found, fonts?.chosen]).toEqual([[], [expect.objectContaining({ role: "kai" })]]);
  expect(fonts?.book.pick("kai", false, 0x6c49)?.key).toBe("user-LXGWWenKai-Regular");
});

test("a folder that is gone, and a font that is gone from it, are failures that name them", async () => {
  const folder = fontFolder();
  rmSync(join(folder, "kai.ttf"));
  symlinkSync(join(folder, "nowhere"), join(folder, "gone.ttf"));
  const unreadable = await load(folder);
  expect(unreadable).toMatchObject({
    fonts: undefined,
    found: [{ code: "file-unreadable", at: { file: `${folder}/gone.ttf` } }],
  });
  rmSync(folder, { recursive: true });
  const gone = await load(folder);
  expect(gone).toMatchObject({ fonts: undefined, found: [{ code: "fonts-folder-unreadable" }] });
});
