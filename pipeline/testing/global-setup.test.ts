/** What tests and the programs that they start write to the system's temporary folder lies in the one that goes at the end. */
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, inject, test } from "vitest";
import { program } from "./installed-program.ts";
import { runProgram } from "./run-program.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = inject("temporaryFolder");

test("tests write there", () => {
  expect(tmpdir()).toBe(folder);
  expect(dirname(temporaryFolder())).toBe(folder);
});

test("programs that they start write there", async () => {
  const { stdout } = await runProgram(process.execPath, ["-p", "os.tmpdir()"]);
  expect(stdout.trim()).toBe(folder);
});

test("the program is compiled there", () => {
  expect(dirname(program)).toBe(folder);
  expect(existsSync(join(program, "dist", "cli", "main.js"))).toBe(true);
});
