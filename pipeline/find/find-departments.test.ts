/** Which folders are departments, and where their reports go. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { refuseOutputs } from "../batch/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { findDepartments } from "./find-departments.ts";

function tree(...paths: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), "huibian-find-"));
  for (const path of paths) {
    const folder = path.endsWith("/");
    mkdirSync(join(root, folder ? path : dirname(path)), { recursive: true });
    if (!folder) writeFileSync(join(root, path), "x");
  }
  return root;
}

async function search(root: string, folders: readonly string[] = ["data"]) {
  const findings: Diagnostic[] = [];
  const found = await findDepartments(
    folders.map((folder) => join(root, folder)),
    {
      out: join(root, "data", "out"),
      report: (finding) => findings.push(finding),
      evidenceIn: async (path) => (/项目/.test(path) ? "projects" : /表/.test(path) ? "list" : "none"),
    },
  );
  return {
    ...found,
    places: Object.fromEntries(
      found.departments.map((one) => [one.folder.slice(root.length + 1), one.output]),
    ),
    told: findings,
    codes: [...found.refusals, ...findings].map((finding) => finding.code),
  };
}

describe("a department is a folder with department.json or an export", () => {
  test.each([
    ["department.json", "a/department.json"],
    ["a table", "a/x.csv"],
    ["a table in another dress", "a/X.TSV"],
    ["JSON", "a/x.json"],
    ["a workbook that may be an export", "a/表.xlsx"],
  ])("%s", async (_what, path) => {
    const { places, codes } = await search(tree(`data/${path}`));
    expect(places).toEqual({ "data/a": "a" });
    expect(codes).toEqual([]);
  });

  test("folders above it are containers", async () => {
    const { places } = await search(tree("data/hebei/a/x.csv", "data/hebei/b/x.csv", "data/c/x.json"));
    expect(places).toEqual({ "data/c": "c", "data/hebei/a": "hebei/a", "data/hebei/b": "hebei/b" });
  });

  test("hidden files, lock files and our own output are ignored", async () => {
    const { departments, codes } = await search(
      tree(
        "data/a/x.csv",
        "data/a/.x.csv",
        "data/a/~$x.csv",
        "data/a/findings.csv",
        "data/a/run.json",
        "data/out/run.json",
        "data/out/b/findings.csv",
        "data/out/b/manifest.json",
        "data/out/b/records.json",
        "data/out/b/报告.docx",
      ),
    );
    expect(departments.map((one) => one.files)).toEqual([["x.csv"]]);
    expect(codes).toEqual([]);
  });

  test("attachments below a department are nobody's missing export", async () => {
    const { places } = await search(tree("data/a/x.csv", "data/a/附件/", "data/a/说明/读我.txt"));
    expect(places).toEqual({ "data/a": "a" });
  });

  test("an empty folder beside departments is one with nothing to read", async () => {
    const { departments } = await search(tree("data/a/x.csv", "data/b/"));
    expect(departments.map((one) => one.files)).toEqual([["x.csv"], []]);
  });

  test("a stray file above departments is said, not dropped", async () => {
    const { places, codes } = await search(tree("data/a/x.csv", "data/说明.txt"));
    expect(places).toEqual({ "data/a": "a" });
    expect(codes).toEqual(["file-outside-department"]);
  });

  test.each<
    [what: string, paths: readonly string[], places: Record<string, string>, codes: readonly string[]]
  >([
    [
      "a note above departments",
      ["通知.xlsx", "a/项目.xlsx"],
      { "data/a": "a" },
      ["file-outside-department"],
    ],
    ["an attachment", ["a/项目.xlsx", "a/附件/名册.xlsx"], { "data/a": "a" }, []],
    ["an attachment of a table", ["a/x.csv", "a/附件/名册.xls"], { "data/a": "a" }, []],
    ["beside a note", ["读我.txt", "a/项目.xlsx"], { "data/a": "a" }, ["file-outside-department"]],
    ["projects of a unit below", ["a/x.csv", "a/b/项目.et"], { "data/a": "a", "data/a/b": "a/b" }, []],
    ["a letter by itself", ["a/x.csv", "b/通知.xlsx"], { "data/a": "a" }, ["file-outside-department"]],
    ["beside what may be an export", ["a/通知.xlsx", "a/表.xlsx"], { "data/a": "a" }, []],
    [
      "what may be an export above a letter",
      ["a/表.xlsx", "a/附件/通知.xlsx"],
      { "data/a": "a" },
      ["file-outside-department"],
    ],
    ["what may be an attachment's", ["a/x.csv", "a/附件/表.xlsx"], { "data/a": "a" }, []],
    ["projects above others", ["项目.xlsx", "b/项目.ods"], { data: "data", "data/b": "data/b" }, []],
  ])("workbooks are looked into where names leave it open: %s", async (_, paths, places, codes) => {
    const found = await search(tree(...paths.map((path) => `data/${path}`)));
    expect(found.places).toEqual(places);
    expect(found.codes).toEqual(codes);
  });

  test.each<
    [what: string, paths: readonly string[], places: Record<string, string>, codes: readonly string[]]
  >([
    ["beside departments", ["a/x.csv", "通知/通知.docx"], { "data/a": "a" }, ["file-outside-department"]],
    ["above departments", ["通知.docx", "a/项目.docx"], { "data/a": "a" }, ["file-outside-department"]],
    ["an attachment", ["a/项目.docx", "a/附件/说明.docx"], { "data/a": "a" }, []],
    ["forms that were filled in", ["a/项目1.docx", "a/项目2.docx"], { "data/a": "a" }, []],
    ["beside a note", ["a/x.csv", "b/说明.docx", "b/读我.txt"], { "data/a": "a", "data/b": "b" }, []],
  ])("Word files are looked into, too: %s", async (_, paths, places, codes) => {
    const found = await search(tree(...paths.map((path) => `data/${path}`)));
    expect(found.places).toEqual(places);
    expect(found.codes).toEqual(codes);
  });
});

describe("a folder belongs to where it lies, whatever links to it", () => {
  type Links = Readonly<Record<string, string>>;

  async function searchLinked(paths: readonly string[], links: Links, folders?: readonly string[]) {
    const root = tree("data/", ...paths);
    for (const [link, target] of Object.entries(links)) symlinkSync(join(root, target), join(root, link));
    const { departments, told } = await search(root, folders);
    const short = (path: unknown) => String(path).replace(`${root}/`, "");
    return {
      files: Object.fromEntries(departments.map((one) => [short(one.folder), one.files])),
      told: told.map(({ code, at, args }) => [
        code,
        short("file" in at && at.file),
        short("folder" in args && args.folder),
      ]),
    };
  }

  test.each(["b", "z"])("and not to a department in %s", async (other) => {
    const paths = ["data/h/department.json", "data/h/科室/x.csv", `data/${other}/department.json`];
    expect(await searchLinked(paths, { [`data/${other}/link`]: "data/h/科室" })).toEqual({
      files: { "data/h": ["科室/x.csv"], [`data/${other}`]: [] },
      told: [["link-not-followed", `data/${other}/link`, "data/h/科室"]],
    });
  });

  test.each([[["data", "more"]], [["more", "data"]]])(
    "nor to one in another of the folders given: %s",
    async (folders) => {
      const paths = ["data/a/department.json", "more/b/x.csv"];
      const { files, told } = await searchLinked(paths, { "data/a/link": "more/b" }, folders);
      expect(files).toEqual({ "data/a": [], "more/b": ["x.csv"] });
      expect(told).toEqual([["link-not-followed", "data/a/link", "more/b"]]);
    },
  );

  test.each([
    ["leads back up", { "data/a/b/up": "data/a" }, [["link-leads-back", "data/a/b/up", "data/a"]]],
    ["is in a circle of two", { "data/a/c": "data/d", "data/d/e": "data/a" }, "link-not-followed"],
  ])("a link that %s ends", async (_what, links: Links, expected) => {
    const paths = ["data/a/department.json", "data/a/b/x.csv", "data/d/y.csv"];
    const { files, told } = await searchLinked(paths, links);
    expect(files).toEqual({ "data/a": ["b/x.csv"], "data/d": ["y.csv"] });
    if (typeof expected === "string") expect(told.map(([code]) => code)).toEqual([expected, expected]);
    else expect(told).toEqual(expected);
  });

  test("a link out of the data is followed, and a circle there ends", async () => {
    const links = { "data/a": "store/2026", "store/2026/附/up": "store" };
    expect(await searchLinked(["store/2026/x.csv", "store/2026/附/y.txt"], links)).toEqual({
      files: { "data/a": ["x.csv"] },
      told: [["link-leads-back", "data/a/附/up/2026", "data/a"]],
    });
  });

  test("one that lies nowhere else belongs to the first of two links", async () => {
    const paths = ["store/x.csv", "data/a/department.json", "data/b/department.json"];
    expect(await searchLinked(paths, { "data/b/link": "store", "data/a/link": "store" })).toEqual({
      files: { "data/a": ["link/x.csv"], "data/b": [] },
      told: [["link-not-followed", "data/b/link", "data/a/link"]],
    });
  });

  test("also if the second comes to it from above", async () => {
    const paths = ["store/in/x.csv", "data/a/department.json", "data/b/department.json"];
    expect(await searchLinked(paths, { "data/a/link": "store/in", "data/b/link": "store" })).toEqual({
      files: { "data/a": ["link/x.csv"], "data/b": [] },
      told: [["link-not-followed", "data/b/link/in", "data/a/link"]],
    });
  });

  test("one in a hidden folder is come to by its link alone", async () => {
    const { files, told } = await searchLinked(["data/.store/x.csv"], { "data/a": "data/.store" });
    expect({ files, told }).toEqual({ files: { "data/a": ["x.csv"] }, told: [] });
  });

  test("a file that is linked is read in both places", async () => {
    const { files, told } = await searchLinked(["data/a/x.csv", "data/b/y.csv"], {
      "data/b/x.csv": "data/a/x.csv",
    });
    expect({ files, told }).toEqual({
      files: { "data/a": ["x.csv"], "data/b": ["x.csv", "y.csv"] },
      told: [],
    });
  });
});

describe("files in folders below department.json", () => {
  async function filesOf(...paths: readonly string[]) {
    const { departments, codes } = await search(tree(...paths.map((path) => `data/${path}`)));
    expect(codes).toEqual([]);
    return Object.fromEntries(
      departments.map(({ output, files, unread }) => [output, [...files, ...unread]]),
    );
  }

  test("are that department's, after its own, in an order that machines agree on", async () => {
    const paths = ["10月/y.csv", "2月/z.json", "2月/a.xlsx", "2月/附/b.docx", "x.csv", "2月/旧.wps"];
    expect(await filesOf("a/department.json", ...paths.map((path) => `a/${path}`))).toEqual({
      a: ["x.csv", "2月/a.xlsx", "2月/z.json", "2月/附/b.docx", "10月/y.csv", "2月/旧.wps"],
    });
  });

  test("but for those of a folder that has its own", async () => {
    const paths = ["a/department.json", "a/甲/x.csv", "a/乙/department.json", "a/乙/丙/y.csv"];
    expect(await filesOf(...paths)).toEqual({ a: ["甲/x.csv"], "a/乙": ["丙/y.csv"] });
  });

  test("but for hidden folders, lock files, and what builds wrote", async () => {
    const written = ["out/run.json", "out/a/findings.csv", "out/a/manifest.json", "out/a/报告.docx"];
    const paths = ["department.json", "b/x.csv", "b/~$x.csv", ".b/x.csv", "b/.x/x.csv", ...written];
    expect(await filesOf(...paths.map((path) => `a/${path}`))).toEqual({ a: ["b/x.csv"] });
  });

  test("may lie behind a link that leads back up", async () => {
    const root = tree("data/a/department.json", "data/a/b/x.csv");
    symlinkSync(join(root, "data", "a"), join(root, "data", "a", "b", "up"));
    const { departments } = await search(root);
    expect(departments.map(({ files }) => files)).toEqual([["b/x.csv"]]);
  });

  test("are missed if they cannot be read, or not even be seen", async () => {
    const root = tree("data/a/department.json", "data/a/b/x.csv");
    symlinkSync(join(root, "gone.csv"), join(root, "data", "a", "b", "y.csv"));
    symlinkSync(join(root, "b"), join(root, "b"));
    symlinkSync(join(root, "b"), join(root, "data", "a", "c.xlsx"));
    const { departments } = await search(root);
    expect(departments.map(({ unreadable }) => unreadable.map(({ name }) => name))).toEqual([
      ["c.xlsx", "b/y.csv"],
    ]);
  });
});

describe("the place below the output folder", () => {
  test("a department given by itself goes by its name", async () => {
    expect((await search(tree("data/a/x.csv"), ["data/a"])).places).toEqual({ "data/a": "a" });
  });

  test("a department given twice is built once", async () => {
    expect((await search(tree("data/a/x.csv"), ["data", "data/a"])).places).toEqual({ "data/a": "a" });
  });

  test("two departments in one place are refused, whatever the case of their names", async () => {
    const root = tree("data/A/x.csv", "more/a/x.csv");
    const { departments } = await search(root, ["data", "more"]);
    const refused = await refuseOutputs(departments, join(root, "out"));
    expect(refused.map((one) => one.code)).toEqual(["output-collision"]);
  });

  test("a department that would lie in another's drafts is refused", async () => {
    const root = tree("data/a/x.csv", "data/a/draft/x.csv");
    const { departments } = await search(root);
    const refused = await refuseOutputs(departments, join(root, "out"));
    expect(refused.map((one) => one.code)).toEqual(["output-collision"]);
  });

  test("output among the sources is refused", async () => {
    const root = tree("data/a/x.csv");
    const { departments } = await search(root);
    const refused = await refuseOutputs(departments, join(root, "data"));
    expect(refused.map((one) => one.code)).toEqual(["output-in-source"]);
  });
});

describe("data and output in one folder", () => {
  test.each([
    ["departments below it", ["data/a/x.csv", "data/out/b/y.csv"]],
    ["departments below it, of which a build has made its output", ["data/out/run.json", "data/out/b/y.csv"]],
    ["itself a department", ["data/a/x.csv", "data/out/department.json"]],
  ])("an output folder with %s is refused", async (_what, paths) => {
    const { refusals } = await search(tree(...paths));
    expect(refusals.map(({ code }) => code)).toContain("output-holds-data");
  });

  test("so is one that is the folder given", async () => {
    const { refusals } = await search(tree("data/out/x.csv"), ["data/out"]);
    expect(refusals.map(({ code }) => code)).toContain("output-holds-data");
  });

  test("data in what looks like an earlier output are passed over with a warning", async () => {
    const { places, codes } = await search(tree("data/a/x.csv", "data/old/run.json", "data/old/b/y.csv"));
    expect(places).toEqual({ "data/a": "a" });
    expect(codes).toEqual(["folder-passed-over"]);
  });
});

describe("refused before anything is written", () => {
  test.each([
    ["no such folder", "missing", "folder-not-found"],
    ["a file", "data/说明.md", "not-a-folder"],
    ["nothing in it", "empty", "no-department-found"],
  ])("%s", async (_what, folder, code) => {
    const { codes } = await search(tree("data/说明.md", "empty/"), [folder]);
    expect(codes).toEqual([code]);
  });
});

test("what an earlier build has written is no department, wherever it lies", async () => {
  const written = ["findings.json", "manifest.json", "报告.docx", "报告.pdf"].map(
    (name) => `data/old/a/${name}`,
  );
  const hidden = ["a/.history/1/records.json", "a/.history/1/x.csv", ".huibian/journal-0.json"].map(
    (name) => `data/old/${name}`,
  );
  const { places, codes } = await search(tree("data/a/x.csv", "data/old/run.json", ...written, ...hidden));
  expect(places).toEqual({ "data/a": "a" });
  expect(codes).toEqual([]);
});
