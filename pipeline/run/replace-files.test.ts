/** A file is old or new, never torn, whatever step fails. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../diagnostics/index.ts";
import { publishEdition } from "./publish.ts";
import { type Disk, disk, replaceFiles } from "./replace-files.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const newFiles = [
  { name: "报告.docx", bytes: bytes("new docx") },
  { name: "报告.pdf", bytes: bytes("new pdf") },
];

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "huibian-publish-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

function failing(step: keyof Disk, code: string, after = 0): Disk {
  let calls = 0;
  const fail = async () => {
    throw Object.assign(new Error(`${code}: injected`), { code });
  };
  return {
    ...disk,
    [step]: (...args: readonly [string, string & Uint8Array]) => {
      calls += 1;
      return calls > after ? fail() : disk[step](...args);
    },
  };
}

async function replace(folder: string, on: Disk) {
  const findings: Diagnostic[] = [];
  const replaced = await replaceFiles(folder, newFiles, { report: (finding) => findings.push(finding), on });
  return { replaced, codes: findings.map((finding) => finding.code) };
}

describe("replacing files", () => {
  const before = { "报告.docx": "old docx", "报告.pdf": "old pdf" };

  test("puts the new ones in place and leaves nothing beside them", async () => {
    const folder = folderWith(before);
    expect(await replace(folder, disk)).toEqual({ replaced: true, codes: [] });
    expect(contents(folder)).toEqual({ "报告.docx": "new docx", "报告.pdf": "new pdf" });
  });

  test.each([
    ["a full disk at the first file", failing("write", "ENOSPC"), "output-not-written"],
    ["a full disk at the second file", failing("write", "ENOSPC", 1), "output-not-written"],
    ["a file open in Word", failing("probe", "EBUSY"), "output-locked"],
    ["the second file open in Word", failing("probe", "EPERM", 1), "output-locked"],
    ["a rename that Windows refuses", failing("rename", "EBUSY"), "output-locked"],
    ["a folder that cannot be made", failing("mkdir", "EACCES"), "output-not-written"],
  ])("%s leaves the old ones", async (_what, on, code) => {
    const folder = folderWith(before);
    expect(await replace(folder, on)).toEqual({ replaced: false, codes: [code] });
    expect(contents(folder)).toEqual(before);
  });

  test("a file that may not be written, but is not in use, is replaced", async () => {
    const folder = folderWith(before);
    expect(await replace(folder, failing("probe", "EACCES"))).toEqual({ replaced: true, codes: [] });
  });
});

describe("publishing", () => {
  const edition = (title: string, formats: readonly string[] = ["docx", "pdf"]) => ({
    version: "1.0.0",
    title,
    form: "hebei",
    draft: false,
    documents: formats.map((format) => ({
      name: `${title}.${format}`,
      format,
      bytes: bytes(`${title} ${format}`),
    })),
    lists: [{ name: "findings.csv", bytes: bytes("list") }],
  });
  const publish = (folder: string, title: string, formats?: readonly string[], on: Disk = disk) =>
    publishEdition(folder, edition(title, formats), { report: () => undefined, on });

  test("a changed title takes its old files away", async () => {
    const folder = folderWith({ "人.docx": "not ours" });
    await publish(folder, "甲");
    await publish(folder, "乙");
    expect(readdirSync(folder).sort()).toEqual([
      "findings.csv",
      "manifest.json",
      "乙.docx",
      "乙.pdf",
      "人.docx",
    ]);
  });

  test("an old file that somebody has edited stays", async () => {
    const folder = folderWith({});
    await publish(folder, "甲");
    writeFileSync(join(folder, "甲.docx"), "edited by hand");
    await publish(folder, "乙");
    expect(contents(folder)["甲.docx"]).toBe("edited by hand");
    expect(readdirSync(folder)).not.toContain("甲.pdf");
  });

  test("a format that was not asked for stays, named as of an earlier edition", async () => {
    const folder = folderWith({});
    await publish(folder, "甲");
    await publish(folder, "乙", ["docx"]);
    const manifest = JSON.parse(contents(folder)["manifest.json"] ?? "");
    expect(manifest.files.map((file: { name: string }) => file.name)).toEqual(["乙.docx"]);
    expect(manifest.earlier.map((file: { name: string }) => file.name)).toEqual(["甲.pdf"]);
  });

  test("the manifest is written after all files it names", async () => {
    const folder = folderWith({});
    await publish(folder, "甲");
    const manifest = contents(folder)["manifest.json"];
    // Three files are written before the manifest; the fourth write fails.
    expect(await publish(folder, "乙", undefined, failing("write", "ENOSPC", 3))).toBe(false);
    expect(contents(folder)["manifest.json"]).toBe(manifest);
    expect(contents(folder)["乙.docx"]).toBe("乙 docx");
  });

  test("a manifest that names files elsewhere is not believed", async () => {
    const folder = folderWith({ "keep.docx": "x" });
    const file = {
      name: "../keep.docx",
      format: "docx",
      bytes: 1,
      sha256: "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
    };
    writeFileSync(join(folder, "..", "keep.docx"), "x");
    writeFileSync(join(folder, "manifest.json"), JSON.stringify({ files: [file], earlier: [] }));
    await publish(folder, "甲");
    expect(readFileSync(join(folder, "..", "keep.docx"), "utf8")).toBe("x");
  });
});

test("departments that are written side by side share the folders that one of them makes", async () => {
  for (let round = 0; round < 20; round += 1) {
    const root = mkdtempSync(join(tmpdir(), "huibian-beside-"));
    const faults: Diagnostic[] = [];
    const one = (name: number) =>
      replaceFiles(join(root, "a", "b", `${name}`), [{ name: "x", bytes: new Uint8Array(1) }], {
        report: (fault) => faults.push(fault),
      });
    expect(await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(one))).not.toContain(false);
    expect(faults).toEqual([]);
  }
});
