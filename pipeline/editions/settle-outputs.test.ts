/** Who only reads an output folder finds it settled, and keeps no run out of it. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { disk } from "../files/index.ts";
import { thisProcess } from "../testing/this-process.ts";
import { holdOutput, settleOutputs } from "./hold-output.ts";
import { replaceFiles } from "./replace-files.ts";

/** A set of two files below the output folder's 甲, the second of which is still to be renamed. */
async function cutShort(out: string): Promise<void> {
  let renames = 0;
  const rename = async (from: string, to: string) => {
    renames += 1;
    if (renames > 3) throw new Error("no more");
    await disk.rename(from, to);
  };
  const files = ["x", "y"].map((name) => ({ name, bytes: new TextEncoder().encode(name) }));
  await replaceFiles({ out, below: "甲" }, { files }, { report: () => undefined, on: { ...disk, rename } });
}

function newOutput() {
  const out = join(mkdtempSync(join(tmpdir(), "huibian-settle-")), "out");
  const codes: string[] = [];
  const report = ({ code }: { readonly code: string }) => void codes.push(code);
  const { signal } = new AbortController();
  const settle = (folder: string) => settleOutputs([folder], { self: thisProcess, signal, report });
  return { out, codes, settle };
}

test("what a dead run left is settled from the output folder or any folder in it", async () => {
  for (const below of ["", "甲", "甲/.history/1"]) {
    const { out, codes, settle } = newOutput();
    await cutShort(out);
    await settle(join(out, below));
    expect([codes, readdirSync(join(out, "甲")), readdirSync(out)]).toEqual([
      ["edition-completed"],
      ["x", "y"],
      ["甲"],
    ]);
    await settle(out);
    expect(codes).toEqual(["edition-completed"]);
  }
});

test("what a live run is writing is left alone", async () => {
  const { out, codes, settle } = newOutput();
  const { signal } = new AbortController();
  const waiting = { wait: 0, signal, onWait: () => undefined };
  const held = await holdOutput(out, { self: thisProcess, report: () => undefined, ...waiting });
  if (held.kind !== "held") return expect.unreachable("nobody else holds it");
  await cutShort(out);
  const staged = readdirSync(join(out, "甲"));
  await settle(out);
  expect([codes, readdirSync(join(out, "甲"))]).toEqual([[], staged]);
  await held.release();
  await settle(out);
  expect([codes, readdirSync(join(out, "甲"))]).toEqual([["edition-completed"], ["x", "y"]]);
});

test("nothing is made where there is nothing to settle", async () => {
  const { out, codes, settle } = newOutput();
  await settle(out);
  expect(existsSync(out)).toBe(false);
  // What is kept for the next build lies there, too.
  mkdirSync(join(out, ".huibian", "cache"), { recursive: true });
  await settle(out);
  expect([codes, readdirSync(join(out, ".huibian"))]).toEqual([[], ["cache"]]);
});
