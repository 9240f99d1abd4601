/** What a run finds in its output folder: with any file there damaged or forged, it answers, and touches nothing outside. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { displayPath, hashOfBytes } from "../../files/index.ts";
import { runHere } from "../run-here.ts";
import { writeDepartment } from "../small-departments.ts";
import type { Target } from "./target.ts";

/** Lists are read by other programs, and so are pages of review. */
const isRead = (name: string) =>
  !/\.(?:sarif|md)$|(?:findings|ignored)\.csv$|(?:review|index)\.html$/u.test(name);

let made: Promise<string> | undefined;

/**
 * Two departments, one with two editions, each with one to be published, and their roll-up, built into `work/out` and
 * copied to `kept`; beside them what is nobody's business.
 */
function workspace(): Promise<string> {
  made ??= makeWorkspace();
  return made;
}

async function makeWorkspace(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "huibian-fuzz-"));
  process.once("exit", () => rmSync(root, { recursive: true, force: true }));
  const data = join(root, "work", "data");
  for (const name of ["甲", "乙"]) writeDepartment(data, name, 1);
  writeFileSync(join(root, "outside.txt"), "outside");
  mkdirSync(join(root, "work", "beside"));
  writeFileSync(join(root, "work", "beside", "manifest.json"), "beside");
  await run(root, "build");
  writeDepartment(data, "甲", 2);
  await run(root, "build");
  await run(root, "rollup");
  cpSync(join(root, "work", "out"), join(root, "kept"), { recursive: true });
  return root;
}

const always = ["--date", "2026-01-15", "--jobs", "1"];
/** What each is asked for, besides the output folder. */
const asked = {
  build: (data: string) => [data, "--public", "--format", "docx,html", ...always],
  rollup: (data: string) => [data, "--format", "docx,html", ...always],
  verify: (data: string) => [data],
  diff: (data: string) => [join(data, "甲")],
} as const;

async function run(root: string, command: keyof typeof asked): Promise<string> {
  const [data, out] = [join(root, "work", "data"), join(root, "work", "out")];
  const { exitCode, stdout, stderr } = await runHere(command, ...asked[command](data), "--out", out);
  const text = stdout + stderr;
  if (text.trim() === "") throw new Error(`${command}: exit code ${exitCode} without a word`);
  if (![0, 1, 2].includes(exitCode)) throw new Error(`${command}: exit code ${exitCode}\n${text}`);
  if (text.includes("程序内部错误")) throw new Error(`${command}: ${text}`);
  return `${command} ${exitCode}`;
}

/** Every file but those of the output folder, by its bytes. */
function outside(root: string): string {
  return filesBelow(root, (path) => path === join(root, "work", "out"))
    .map((path) => `${path} ${hashOfBytes(readFileSync(path))}`)
    .join("\n");
}

function filesBelow(folder: string, isLeftOut: (path: string) => boolean = () => false): readonly string[] {
  return readdirSync(folder).flatMap((name): readonly string[] => {
    const path = join(folder, name);
    if (isLeftOut(path)) return [];
    return statSync(path).isDirectory() ? filesBelow(path, isLeftOut) : [path];
  });
}

export const output: Target = {
  name: "output",
  seeds: async () => {
    const kept = join(await workspace(), "kept");
    return filesBelow(kept)
      .filter(isRead)
      .map((path) => ({
        name: displayPath(path.slice(kept.length + 1)).replaceAll("/", "+"),
        bytes: new Uint8Array(readFileSync(path)),
      }));
  },
  open: async () => {
    const root = await workspace();
    const [out, kept] = [join(root, "work", "out"), join(root, "kept")];
    const before = outside(root);
    return async ({ name, bytes }) => {
      rmSync(out, { recursive: true, force: true });
      cpSync(kept, out, { recursive: true });
      const path = join(out, name.replaceAll("+", "/"));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
      const outcomes: string[] = [];
      // What is damaged is read before it is made anew.
      for (const command of ["verify", "diff", "build", "rollup", "verify"] as const)
        outcomes.push(await run(root, command));
      if (outside(root) !== before) throw new Error("something outside of the output folder was changed");
      return outcomes.join(" ");
    };
  },
};
