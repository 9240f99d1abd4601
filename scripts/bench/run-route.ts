/** A route, a command line or LibreOffice → a measurement, each in a process of its own. */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Job, Measurement, Outcome } from "./measurement.ts";
import type { RouteName } from "./routes.ts";

const scriptBeside = (name: string) => fileURLToPath(new URL(`./${name}.js`, import.meta.url));

export async function runRoute(name: RouteName, job: Job): Promise<Outcome> {
  const child = fork(scriptBeside("child"), [name, JSON.stringify(job)], { silent: true });
  let measured: Measurement | undefined;
  child.on("message", (message: Measurement) => {
    measured = message;
  });
  const end = await endOf(child);
  return measured ?? { failed: end.reason };
}

/** `words` without the program; everything from the start of the process counts. */
export async function runCommand(program: string, words: readonly string[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "huibian-usage-"));
  try {
    const [main, usageFile] = [join(program, "dist", "cli", "main.js"), join(folder, "usage.json")];
    const since = performance.now();
    const child = spawn(process.execPath, [scriptBeside("command-child"), main, usageFile, ...words]);
    const { exitCode, reason } = await endOf(child);
    const wall = (performance.now() - since) / 1e3;
    if (exitCode !== 0) return { failed: reason };
    const usage: Pick<Measurement, "cpu" | "peak"> = JSON.parse(readFileSync(usageFile, "utf8"));
    return { ...usage, wall, stages: {} };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes a PDF of a DOCX beside it. GNU time counts all processes that LibreOffice starts. */
export async function runLibreOffice(docx: string, outDirectory: string): Promise<Outcome> {
  const profile = mkdtempSync(join(tmpdir(), "huibian-office-"));
  try {
    const convert = ["--headless", "--convert-to", "pdf", "--outdir", outDirectory, docx];
    const office = ["soffice", `-env:UserInstallation=${pathToFileURL(profile)}`, ...convert];
    const since = performance.now();
    const { exitCode, reason, stderr } = await endOf(spawn("time", ["-f", "\n%U %S %M", ...office]));
    const wall = (performance.now() - since) / 1e3;
    const [user, system, peak] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
    if (exitCode !== 0 || user === undefined || system === undefined || peak === undefined)
      return { failed: reason };
    return { cpu: user + system, wall, peak: peak / 1024, stages: {} };
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

type End = { readonly exitCode: number | null; readonly reason: string; readonly stderr: string };

function endOf(child: ChildProcess): Promise<End> {
  let stderr = "";
  child.stdout?.resume();
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-20_000);
  });
  return new Promise((resolve) => {
    child.on("error", ({ message }) => resolve({ exitCode: null, reason: message, stderr }));
    child.on("close", (exitCode, signal) => {
      const outOfMemory = stderr.includes("heap out of memory") ? "out of memory" : undefined;
      const lastWords = stderr.split("\n").find((line) => /error/iu.test(line));
      const reason = outOfMemory ?? signal ?? lastWords ?? `exit code ${exitCode}`;
      resolve({ exitCode, reason, stderr });
    });
  });
}
