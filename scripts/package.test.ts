/** The package that `npm pack` makes: what is in it, and that it runs with production dependencies alone. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Outcome, runProgram } from "../pipeline/testing/run-program.ts";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "huibian-package-"));
const clone = join(folder, "clone");
const installed = join(folder, "node_modules", "huibian");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pages = ["CHANGELOG.md", "LICENSE", "README.md", "README.zh-CN.md", "SECURITY.md", "THIRD_PARTY.md"];

/** A clone as git would give it, less its tests: npm bundles into it, and this one's `dist/` is left alone. */
function cloneSources(): void {
  const sources = ["docs", "pipeline", "scripts", "templates", "tsconfig.json"];
  for (const name of [...sources, ...pages, "package.json"])
    cpSync(join(root, name), join(clone, name), {
      recursive: true,
      filter: (path) => !/[\\/](?:testing|node_modules|build)$|\.test\.ts$/u.test(path),
    });
}

function npm(...args: readonly string[]): Promise<Outcome> {
  // Windows starts npm only through its shell.
  return process.platform === "win32" ? runProgram("cmd", ["/c", "npm", ...args]) : runProgram("npm", args);
}

/** Links, as no registry is at hand: the lockfile names what `npm install --omit=dev` would bring. */
function linkProductionDependencies(): void {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  for (const [place, { dev }] of Object.entries<{ dev?: boolean }>(packages)) {
    // What lies below another package comes with that one's folder.
    if (dev === true || !/^node_modules\/(?:@[^/]+\/)?[^/]+$/u.test(place) || !existsSync(join(root, place)))
      continue;
    mkdirSync(dirname(join(folder, place)), { recursive: true });
    symlinkSync(join(root, place), join(folder, place), "junction");
  }
}

beforeAll(cloneSources);

test("if the bundler is not installed, npm prepares nothing, says so, and does not fail", async () => {
  const { exitCode, stderr } = await npm("run", "prepare", "--prefix", clone);
  expect(stderr).toContain("rolldown is not installed");
  expect(exitCode).toBe(0);
  expect(existsSync(join(clone, "dist"))).toBe(false);
});

describe("the package", () => {
  beforeAll(async () => {
    symlinkSync(join(root, "node_modules"), join(clone, "node_modules"), "junction");
    mkdirSync(join(clone, "dist"));
    writeFileSync(join(clone, "dist", "renamed-since.js"), "");
    const packed = await npm("pack", clone, "--pack-destination", folder);
    expect(packed.exitCode, packed.stderr).toBe(0);
    linkProductionDependencies();
    mkdirSync(installed);
    const archive = join(folder, "huibian-0.1.0.tgz");
    const unpacked = await runProgram("tar", ["-xzf", archive, "-C", installed, "--strip-components=1"]);
    expect(unpacked.exitCode, unpacked.stderr).toBe(0);
  });

  test("holds the bundled program, forms and documentation, and no sources", () => {
    const names = readdirSync(installed).toSorted();
    const files = [...pages, "package.json"];
    expect(names).toEqual([...files, "dist", "docs", "scripts", "templates"].toSorted());
    const inside = readdirSync(installed, { recursive: true }).map(String);
    expect(inside.filter((name) => /\.test\.|\.ts$|\.mjs$|renamed-since/u.test(name))).toEqual([]);
  });

  test("holds the licences of the libraries that are in the bundle", () => {
    const texts = readFileSync(join(installed, "dist", "licences.txt"), "utf8");
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(installed, "package.json"), "utf8"),
    );
    const bundled = [...texts.matchAll(/^(@?[a-z][a-z./-]*) \d+\.\d+\.\d+$/gmu)].map(([, name = ""]) => name);
    expect(bundled).toContain("zod");
    expect(texts.match(/copyright/giu)?.length).toBeGreaterThanOrEqual(bundled.length);
    expect(bundled.filter((name) => name in dependencies)).toEqual([]);
    expect(bundled.filter((name) => name in devDependencies)).toContain("commander");
  });

  test("builds a report", async () => {
    const { bin } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    const out = join(folder, "out");
    // Links are kept, so that a library that is not in the list of production dependencies cannot be found.
    const node = ["--preserve-symlinks", "--preserve-symlinks-main", join(installed, bin.huibian)];
    const built = await runProgram(process.execPath, [
      ...[...node, "build", join(root, "data", "korla")],
      ...["--out", out, "--jobs", "2"],
    ]);
    expect(built.exitCode, built.stderr).toBe(0);
    const names = readdirSync(join(out, "korla"));
    for (const ending of [".docx", ".pdf"])
      expect(names.filter((name) => name.endsWith(ending))).toHaveLength(1);
  });

  test("is not taken away by a build that fails", async () => {
    const before = readdirSync(join(clone, "dist")).toSorted();
    writeFileSync(join(clone, "pipeline", "cli", "main.ts"), 'import "./missing.ts";');
    expect((await npm("run", "build", "--prefix", clone)).exitCode).not.toBe(0);
    expect(readdirSync(join(clone, "dist")).toSorted()).toEqual(before);
    expect(readdirSync(clone).filter((name) => name.startsWith("dist"))).toEqual(["dist"]);
  });
});
