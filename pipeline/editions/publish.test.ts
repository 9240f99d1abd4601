/** A file is old or new, never torn, and a set of files never stays mixed, whatever step fails. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../diagnostics/index.ts";
import { type Disk, disk, hashOfBytes } from "../files/index.ts";
import { listEditions, readHistory, readManifest } from "./history.ts";
import type { Journal, Replacement } from "./journal.ts";
import { type Edition, publishEdition } from "./publish.ts";
import { recoverOutputs, replaceFiles } from "./replace-files.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const newFiles = [
  { name: "报告.docx", bytes: bytes("new docx") },
  { name: "报告.pdf", bytes: bytes("new pdf") },
];

/** An output folder with one department, 甲. */
function outputWith(files: Readonly<Record<string, string>>) {
  const out = mkdtempSync(join(tmpdir(), "huibian-publish-"));
  const folder = join(out, "甲");
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return { out, below: "甲", folder };
}

/** Every file, hidden ones too; histories aside. */
function contents(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).filter((name) => name !== ".history");
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** Every file with its bytes, those behind links as well. */
function hashBelow(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [hashOfBytes(readFileSync(path))];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => [name, ...hashBelow(join(path, name))]);
}

/** Every file and folder, whatever is in them. */
function everything(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
}

/** A disk on which one step fails, from the call after the first `after` ones. */
function failing(
  step: Exclude<keyof Disk, "touch" | "writeUnflushed">,
  code: string,
  after = 0,
  times = Number.POSITIVE_INFINITY,
): Disk {
  let calls = 0;
  const fail = async () => {
    throw Object.assign(new Error(`${code}: injected`), { code });
  };
  return {
    ...disk,
    [step]: (...args: readonly [string, string & Uint8Array]) => {
      calls += 1;
      return calls > after && calls <= after + times ? fail() : disk[step](...args);
    },
  };
}

function listen() {
  const findings: Diagnostic[] = [];
  return {
    report: (finding: Diagnostic) => findings.push(finding),
    codes: () => findings.map((finding) => finding.code),
  };
}

const moved = ({ replacements }: Journal, change: Partial<Replacement>) =>
  replacements.map((one) => ({ ...one, ...change }));

async function recover(out: string): Promise<readonly string[]> {
  const { report, codes } = listen();
  await recoverOutputs(out, { report });
  return codes();
}

describe("replacing files", () => {
  const before = { "报告.docx": "old docx", "报告.pdf": "old pdf" };
  const after = { "报告.docx": "new docx", "报告.pdf": "new pdf" };
  const replace = async (place: ReturnType<typeof outputWith>, on: Disk) => {
    const { report, codes } = listen();
    const replaced = await replaceFiles(place, { files: newFiles }, { report, on });
    return { replaced, codes: codes() };
  };

  test("puts the new ones in place and leaves nothing beside them", async () => {
    const place = outputWith(before);
    expect(await replace(place, disk)).toEqual({ replaced: "done", codes: [] });
    expect(contents(place.folder)).toEqual(after);
    expect(readdirSync(join(place.out, ".huibian"))).toEqual([]);
  });

  // The journal is the first file that is written, and its name the first that is changed.
  test.each([
    ["a full disk at the first file", failing("write", "ENOSPC", 1), "output-not-written"],
    ["a full disk at the second file", failing("write", "ENOSPC", 2), "output-not-written"],
    ["a full disk at the journal's commit", failing("write", "ENOSPC", 3), "output-not-written"],
    ["a file open in Word", failing("probe", "EBUSY"), "output-locked"],
    ["the second file open in Word", failing("probe", "EPERM", 1), "output-locked"],
    ["a commit that fails", failing("rename", "EIO", 1, 1), "output-not-written"],
    ["a first rename that Windows refuses", failing("rename", "EBUSY", 2, 1), "output-locked"],
    ["a folder that cannot be made", failing("mkdir", "EACCES"), "output-not-written"],
  ])("%s leaves the old ones, and nothing to recover", async (_what, on, code) => {
    const place = outputWith(before);
    expect(await replace(place, on)).toEqual({ replaced: "failed", codes: [code] });
    expect(contents(place.folder)).toEqual(before);
    expect(await recover(place.out)).toEqual([]);
    expect(contents(place.folder)).toEqual(before);
  });

  test("a file that may not be written, but is not in use, is replaced", async () => {
    const place = outputWith(before);
    expect(await replace(place, failing("probe", "EACCES"))).toMatchObject({ replaced: "done" });
  });

  test("a rename that fails half-way is made good by the next run, and until then nothing else is written", async () => {
    const place = outputWith(before);
    const held = failing("rename", "EBUSY", 3);
    expect(await replace(place, held)).toEqual({ replaced: "pending", codes: ["edition-pending"] });
    expect(await replace(place, held)).toEqual({ replaced: "pending", codes: ["edition-pending"] });
    expect(await recover(place.out)).toEqual(["edition-completed"]);
    expect(contents(place.folder)).toEqual(after);
    expect(await recover(place.out)).toEqual([]);
  });

  test("what was staged and then cleaned away by somebody cannot be completed, and that is said", async () => {
    const place = outputWith(before);
    await replace(place, failing("rename", "EBUSY", 3));
    for (const name of readdirSync(place.folder)) if (name.startsWith(".")) rmSync(join(place.folder, name));
    expect(await recover(place.out)).toEqual(["edition-not-recovered"]);
    expect(await replace(place, disk)).toEqual({ replaced: "done", codes: [] });
  });

  test.each<[what: string, forge: (journal: Journal) => unknown]>([
    ["a file outside", (one) => ({ ...one, replacements: moved(one, { to: "../../报告.pdf" }) })],
    [
      "a file of another department",
      (one) => ({ ...one, below: "", replacements: moved(one, { to: "乙/a" }) }),
    ],
    ["a file that was not staged", (one) => ({ ...one, replacements: moved(one, { from: "报告.docx" }) })],
    ["the folder itself", (one) => ({ ...one, prunes: ["."] })],
    ["all of the history", (one) => ({ ...one, prunes: [".history"] })],
    ["another department", (one) => ({ ...one, below: "", prunes: ["乙"] })],
    [
      "a file beside it",
      (one) => ({ ...one, removals: [{ name: "../乙/a", sha256: hashOfBytes(bytes("a")) }] }),
    ],
  ])("a journal that names %s is not believed", async (_, forge) => {
    const place = outputWith(before);
    mkdirSync(join(place.out, "乙"));
    writeFileSync(join(place.out, "乙", "a"), "a");
    await replace(place, failing("rename", "EBUSY", 3));
    const [name = ""] = readdirSync(join(place.out, ".huibian"));
    const path = join(place.out, ".huibian", name);
    writeFileSync(path, JSON.stringify(forge(JSON.parse(readFileSync(path, "utf8")))));
    const found = everything(place.out);
    expect(await recover(place.out)).toEqual([]);
    expect(everything(place.out)).toEqual(found);
  });
});

describe("publishing", () => {
  const edition = (title: string, changes: Partial<Edition> = {}): Edition => ({
    version: "1.0.0",
    title,
    form: "hebei",
    draft: false,
    documents: ["docx", "pdf"].map((format) => document(title, format)),
    lists: [{ name: "findings.csv", bytes: bytes("list") }],
    extras: [],
    ...changes,
  });
  const document = (title: string, format: string) => ({
    name: `${title}.${format}`,
    format,
    bytes: bytes(`${title} ${format}`),
  });
  const publish = (
    place: ReturnType<typeof outputWith>,
    title: string,
    changes: Partial<Edition> = {},
    on: Disk = disk,
  ) => publishEdition(place, edition(title, changes), { report: () => undefined, on });

  test("a changed title takes its old files away, extras included", async () => {
    const place = outputWith({ "人.docx": "not ours" });
    await publish(place, "甲", { extras: [{ name: "changes.md", bytes: bytes("x") }] });
    expect((await readManifest(place.folder))?.extras).toMatchObject([{ name: "changes.md", bytes: 1 }]);
    await publish(place, "乙");
    expect(readdirSync(place.folder).sort()).toEqual([
      "findings.csv",
      "manifest.json",
      "乙.docx",
      "乙.pdf",
      "人.docx",
    ]);
  });

  test("an old file that somebody has edited stays", async () => {
    const place = outputWith({});
    await publish(place, "甲");
    writeFileSync(join(place.folder, "甲.docx"), "edited by hand");
    await publish(place, "乙");
    expect(contents(place.folder)["甲.docx"]).toBe("edited by hand");
    expect(readdirSync(place.folder)).not.toContain("甲.pdf");
  });

  test("a format that was not asked for stays, named as of an earlier edition", async () => {
    const place = outputWith({});
    await publish(place, "甲");
    await publish(place, "乙", { documents: [document("乙", "docx")] });
    const manifest = await readManifest(place.folder);
    expect(manifest?.files.map((file) => file.name)).toEqual(["乙.docx"]);
    expect(manifest?.earlier.map((file) => file.name)).toEqual(["甲.pdf"]);
  });

  test("what is said of an edition comes back with its manifest", async () => {
    const place = outputWith({});
    const said = { inputs: { "p.csv": "abc" }, summary: { projects: 3 } };
    await publish(place, "甲", said);
    expect(await readManifest(place.folder)).toMatchObject({ ...said, edition: 1, title: "甲" });
    const manifest = join(place.folder, "manifest.json");
    // One of so many bytes is none that was written here, whatever it says.
    writeFileSync(manifest, readFileSync(manifest, "utf8") + " ".repeat(2 ** 22));
    expect(await readManifest(place.folder)).toBeUndefined();
    writeFileSync(manifest, "{}");
    expect(await readManifest(place.folder)).toBeUndefined();
  });

  test("a manifest that names files elsewhere is not believed", async () => {
    const place = outputWith({});
    await publish(place, "甲");
    const path = join(place.folder, "manifest.json");
    writeFileSync(join(place.out, "甲.docx"), "甲 docx");
    writeFileSync(path, readFileSync(path, "utf8").replace('"甲.docx"', '"../甲.docx"'));
    await publish(place, "乙");
    expect(readFileSync(join(place.out, "甲.docx"), "utf8")).toBe("甲 docx");
  });

  test.skipIf(process.platform === "win32").each(["甲.docx", "public", ".history", ".", "manifest.json"])(
    "%s that is a link is told, nothing is written, and what lies behind it is neither read nor changed",
    async (name) => {
      const place = outputWith({});
      const history = { keep: 1, records: bytes("records") };
      const open = { documents: [document("甲", "docx")], masked: 0, leftOut: 0 };
      await publish(place, "甲", { history, public: open });
      const [path, elsewhere] = [
        join(place.folder, name),
        join(mkdtempSync(join(tmpdir(), "huibian-else-")), "x"),
      ];
      cpSync(path, elsewhere, { recursive: true });
      rmSync(path, { recursive: true });
      symlinkSync(elsewhere, path.replace(/\/$/u, ""));
      const found = [hashBelow(place.folder), hashBelow(elsewhere)];
      const { report, codes } = listen();
      const next = edition("甲", { history: { ...history, records: bytes("other") }, public: open });
      expect(await publishEdition(place, next, { report })).toBe("failed");
      expect(codes()).toEqual(["output-through-link"]);
      expect([hashBelow(place.folder), hashBelow(elsewhere)]).toEqual(found);
      expect(await readManifest(place.folder)).toEqual(
        name === "manifest.json" ? undefined : expect.objectContaining({ edition: 1 }),
      );
      expect(await listEditions(place.folder)).toEqual(name === ".history" ? [] : [1]);
    },
  );

  test("files among those to be published that are of no edition are told, as without the manifest that named them", async () => {
    const place = outputWith({});
    const open = { documents: [document("甲", "docx")], masked: 0, leftOut: 0 };
    await publish(place, "甲", { public: open });
    writeFileSync(join(place.folder, "manifest.json"), "{");
    const { report, codes } = listen();
    const renamed = edition("乙", { public: { ...open, documents: [document("乙", "docx")] } });
    expect(await publishEdition(place, renamed, { report })).toBe("done");
    expect(codes()).toEqual(["manifest-damaged", "public-strangers"]);
    expect(readdirSync(join(place.folder, "public")).toSorted()).toEqual(["乙.docx", "甲.docx"]);
  });

  test.each(["a forged number", "half of it"])(
    "a manifest that is not ours, %s, is told, and numbers go on",
    async (what) => {
      const place = outputWith({});
      const history = { keep: 10, records: bytes("records") };
      await publish(place, "甲", { history });
      const path = join(place.folder, "manifest.json");
      const text = readFileSync(path, "utf8");
      const forged = text.replace('"edition": 1,', '"edition": 9007199254740991,');
      expect(forged).not.toBe(text);
      writeFileSync(path, what === "half of it" ? text.slice(0, 200) : forged);
      mkdirSync(join(place.folder, ".history", "9007199254740991"));
      const { report, codes } = listen();
      const next = edition("乙", { history: { ...history, records: bytes("other") } });
      expect(await publishEdition(place, next, { report })).toBe("done");
      expect(codes()).toEqual(["manifest-damaged"]);
      expect((await readManifest(place.folder))?.edition).toBe(2);
      expect(readFileSync(join(place.folder, "甲.docx"), "utf8")).toBe("甲 docx");
    },
  );

  test("editions are numbered; one that says the same keeps its number, also where the one before was pending", async () => {
    const place = outputWith({});
    const number = async () => (await readManifest(place.folder))?.edition;
    await publish(place, "甲");
    await publish(place, "甲");
    expect(await number()).toBe(1);
    // The journal takes two renames, so the second document is the fourth.
    expect(await publish(place, "乙", {}, failing("rename", "EBUSY", 3))).toBe("pending");
    expect(await number()).toBe(1);
    await publish(place, "丙");
    expect(await number()).toBe(3);
  });

  const kept = { keep: 10, records: bytes("records") };

  // All that is in the way is found before the commit: what stands is the edition before, and the next one is whole.
  test.each([
    ["a file in the place of the history", ".history", "file", "乙"],
    ["a file in the place of the edition's history", ".history/1", "file", "甲"],
    ["a folder in the place of a document", "乙.docx", "folder", "乙"],
    ["a folder in the place of the history's records", ".history/1/records.json", "folder", "甲"],
    ["a folder in the place of the history's manifest", ".history/1/manifest.json", "folder", "甲"],
  ] as const)("%s holds the edition back, and nothing is mixed", async (_what, way, kind, title) => {
    const place = outputWith({});
    await publish(place, "甲", { history: kept });
    const path = join(place.folder, way);
    rmSync(path, { recursive: true, force: true });
    if (kind === "folder") mkdirSync(path, { recursive: true });
    else writeFileSync(path, "not ours");
    const before = everything(place.folder);
    const { report, codes } = listen();
    const next = edition(title, { history: kept, lists: [{ name: "findings.csv", bytes: bytes("new") }] });
    expect(await publishEdition(place, next, { report })).toBe("failed");
    expect(codes()).toEqual(["output-not-written"]);
    expect(everything(place.folder)).toEqual(before);
    expect(readFileSync(join(place.folder, "findings.csv"), "utf8")).toBe("list");
    expect(await recover(place.out)).toEqual([]);

    rmSync(path, { recursive: true });
    expect(await publishEdition(place, next, { report })).toBe("done");
    expect((await readManifest(place.folder))?.title).toBe(title);
    expect(readFileSync(join(place.folder, "findings.csv"), "utf8")).toBe("new");
  });

  test("an edition that is not published leaves no place in the history, so the next has its number", async () => {
    const place = outputWith({});
    await publish(place, "甲", { history: kept });
    const before = everything(place.folder);
    // The journal, two documents, a list and the records are written; the history's manifest is not.
    // Other records: with the same it would be the same edition.
    const other = { history: { ...kept, records: bytes("records of 乙") } };
    expect(await publish(place, "乙", other, failing("write", "ENOSPC", 5))).toBe("failed");
    expect(everything(place.folder)).toEqual(before);
    await publish(place, "乙", other);
    expect((await readManifest(place.folder))?.edition).toBe(2);
  });

  test("the history keeps the newest editions' records, and the last one's always", async () => {
    const place = outputWith({});
    const keep = (count: number, text: string) =>
      publish(place, text, { history: { keep: count, records: bytes(`records of ${text}`) } });
    for (const title of ["甲", "乙", "丙", "丁"]) await keep(3, title);
    const history = await readHistory(place.folder);
    expect(history.map(({ edition: one, manifest }) => [one, manifest.title])).toEqual([
      [2, "乙"],
      [3, "丙"],
      [4, "丁"],
    ]);
    const records = await Promise.all(history.map((one) => one.loadRecords()));
    expect(records.map((one) => new TextDecoder().decode(one))).toEqual([
      "records of 乙",
      "records of 丙",
      "records of 丁",
    ]);
    writeFileSync(join(place.folder, ".history", "3", "records.json"), "damaged");
    expect(await (await readHistory(place.folder))[1]?.loadRecords()).toBeUndefined();
    await keep(0, "丁");
    expect((await readHistory(place.folder)).map((one) => one.edition)).toEqual([4]);
    rmSync(join(place.folder, "manifest.json"));
    await keep(0, "戊");
    expect((await readHistory(place.folder)).map((one) => one.edition)).toEqual([5]);
  });
});

test("departments that are written side by side share the folders that one of them makes", async () => {
  for (let round = 0; round < 20; round += 1) {
    const out = mkdtempSync(join(tmpdir(), "huibian-beside-"));
    const { report, codes } = listen();
    const one = (name: number) =>
      replaceFiles(
        { out, below: `a/b/${name}` },
        { files: [{ name: "x", bytes: new Uint8Array(1) }] },
        { report },
      );
    const replaced = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(one));
    expect(new Set(replaced)).toEqual(new Set(["done"]));
    expect(codes()).toEqual([]);
  }
});

describe("a report that somebody has edited", () => {
  const edition = (text: string): Edition => ({
    version: "1",
    title: "报告",
    form: "hebei",
    draft: false,
    documents: [{ name: "报告.docx", format: "docx", bytes: bytes(text) }],
    lists: [],
    extras: [],
  });
  const publish = async (place: ReturnType<typeof outputWith>, text: string, on = disk) => {
    const { report, codes } = listen();
    return { published: await publishEdition(place, edition(text), { report, on }), codes: codes() };
  };

  test("is kept under another name, each time, before a new one takes its place", async () => {
    const place = outputWith({});
    const edit = (text: string) => writeFileSync(join(place.folder, "报告.docx"), text);
    await publish(place, "one");
    edit("edited");
    expect(await publish(place, "two")).toEqual({ published: "done", codes: ["edited-report-kept"] });
    edit("edited again");
    expect(await publish(place, "two")).toEqual({ published: "done", codes: ["edited-report-kept"] });
    expect(await publish(place, "three")).toEqual({ published: "done", codes: [] });
    expect(contents(place.folder)).toMatchObject({
      "报告.docx": "three",
      "报告（手工修改）.docx": "edited",
      "报告（手工修改2）.docx": "edited again",
    });
  });

  test("stays where it is if the new one cannot be put there", async () => {
    const place = outputWith({});
    await publish(place, "one");
    writeFileSync(join(place.folder, "报告.docx"), "edited");
    const failed = await publish(place, "two", failing("write", "ENOSPC", 2));
    expect(failed).toEqual({ published: "failed", codes: ["output-not-written"] });
    expect(Object.keys(contents(place.folder)).toSorted()).toEqual(["manifest.json", "报告.docx"]);
    expect(contents(place.folder)["报告.docx"]).toBe("edited");
  });
});

test("a document whose format is not asked for any more is named when what is beside it says something else", async () => {
  const place = outputWith({});
  const publish = async (formats: readonly string[], text: string) => {
    const documents = formats.map((format) => ({ name: `报告.${format}`, format, bytes: bytes(text) }));
    const about = {
      version: "1",
      title: "报告",
      form: "hebei",
      draft: false,
      documents,
      lists: [],
      extras: [],
    };
    const { report, codes } = listen();
    const history = { keep: 3, records: bytes(text) };
    await publishEdition(place, { ...about, history }, { report });
    return codes();
  };
  expect(await publish(["docx", "pdf"], "one")).toEqual([]);
  expect(await publish(["docx"], "one")).toEqual([]);
  expect(await publish(["docx"], "two")).toEqual(["earlier-format-left"]);
  expect(await publish(["docx", "pdf"], "two")).toEqual([]);
});
