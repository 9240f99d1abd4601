/** One run at a time in an output folder; who comes second is refused, waits, or is cancelled. */
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../diagnostics/index.ts";
import { thisProcess } from "../testing/this-process.ts";
import { type Held, type HoldOptions, holdOutput } from "./hold-output.ts";
import { describeOwner, encodeOwner } from "./lock.ts";

const newOutput = () => join(mkdtempSync(join(tmpdir(), "huibian-hold-")), "out");

function hold(out: string, changes: Partial<HoldOptions> = {}): Promise<Held> {
  return holdOutput(out, {
    self: thisProcess,
    wait: 0,
    signal: new AbortController().signal,
    report: () => undefined,
    onWait: () => undefined,
    ...changes,
  });
}

async function release(held: Held): Promise<void> {
  if (held.kind !== "held") throw new Error(JSON.stringify(held));
  await held.release();
}

test("the second is refused with all it takes to find the first, and nothing is left when both are gone", async () => {
  const out = newOutput();
  const first = await hold(out, { self: { ...thisProcess, command: "huibian build" } });
  expect(await hold(out)).toMatchObject({
    kind: "refused",
    problem: {
      code: "output-in-use",
      args: { pid: process.pid, command: "huibian build", lock: `${out}/.huibian/lock` },
    },
  });
  await release(first);
  await release(await hold(out));
  expect(readdirSync(out)).toEqual([]);
});

test("a lock that cannot be read is waited for as long as asked, and then refused with the reason", async () => {
  const out = newOutput();
  mkdirSync(join(out, ".huibian", "lock"), { recursive: true });
  const refused = {
    kind: "refused",
    problem: { code: "output-lock-unreadable", args: { reason: expect.stringMatching(/^EISDIR/u) } },
  };
  expect(await hold(out)).toMatchObject(refused);
  const waited: Diagnostic[] = [];
  const since = performance.now();
  expect(await hold(out, { wait: 0.3, onWait: (why) => waited.push(why) })).toMatchObject(refused);
  expect(performance.now() - since).toBeGreaterThan(290);
  expect(waited.map(({ code }) => code)).toEqual(["output-lock-unreadable"]);
  const cancel = new AbortController();
  const cancelled = hold(out, {
    wait: Number.POSITIVE_INFINITY,
    signal: cancel.signal,
    onWait: () => cancel.abort(),
  });
  expect(await cancelled).toEqual({ kind: "cancelled" });
});

test.skipIf(process.platform === "win32")("locks behind a link are nobody's, and are left", async () => {
  const [out, elsewhere] = [newOutput(), newOutput()];
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, "lock-1"), "");
  mkdirSync(out);
  symlinkSync(elsewhere, join(out, ".huibian"));
  expect(await hold(out)).toMatchObject({ kind: "refused", problem: { code: "output-through-link" } });
  expect(readdirSync(elsewhere)).toEqual(["lock-1"]);
});

test("what cannot be removed from among the locks of the dead keeps nobody out", async () => {
  const out = newOutput();
  mkdirSync(join(out, ".huibian", "lock-folder"), { recursive: true });
  await release(await hold(out));
});

describe("waiting", () => {
  test("ends when the first is done, and many take their turns", async () => {
    const out = newOutput();
    const first = await hold(out);
    const waited: Diagnostic[] = [];
    let inside = 0;
    const takeTurn = async (onWait: () => void) => {
      const held = await hold(out, {
        wait: Number.POSITIVE_INFINITY,
        onWait: (why) => {
          waited.push(why);
          onWait();
        },
      });
      inside += 1;
      expect(inside).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
      await release(held);
    };
    const turns: Promise<void>[] = [];
    const allWait = [1, 2, 3].map(() => new Promise<void>((onWait) => turns.push(takeTurn(onWait))));
    await Promise.all(allWait);
    await release(first);
    await Promise.all(turns);
    expect(waited.map((why) => why.code)).toEqual(["output-in-use", "output-in-use", "output-in-use"]);
  });

  test("nobody is refused because the folder goes while it is looked for", async () => {
    const out = newOutput();
    const takeTurns = async () => {
      for (let turn = 0; turn < 25; turn += 1)
        await release(await hold(out, { wait: Number.POSITIVE_INFINITY, brief: true }));
    };
    await Promise.all(Array.from({ length: 8 }, takeTurns));
  });

  test("has an end, and can be cancelled", async () => {
    const out = newOutput();
    const first = await hold(out);
    expect(await hold(out, { wait: 0.1 })).toMatchObject({ kind: "refused" });
    const cancel = new AbortController();
    const waiting = { wait: Number.POSITIVE_INFINITY, signal: cancel.signal, onWait: () => cancel.abort() };
    expect(await hold(out, waiting)).toEqual({ kind: "cancelled" });
    await release(first);
  });
});

test("a folder that cannot be made is refused", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "huibian-hold-")), "file");
  writeFileSync(file, "");
  expect(await hold(join(file, "out"))).toMatchObject({
    kind: "refused",
    problem: { code: "output-not-written" },
  });
});

test("a run waits for who only settles the folder, and is not refused", async () => {
  const out = newOutput();
  const waited: Diagnostic[] = [];
  const brief = await hold(out, { brief: true });
  const run = hold(out, { onWait: (why) => waited.push(why) });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await release(brief);
  await release(await run);
  expect(waited).toEqual([]);
});

test("what killed starters have left beside the lock goes", async () => {
  const out = newOutput();
  mkdirSync(join(out, ".huibian"), { recursive: true });
  const owner = await describeOwner({ ...thisProcess, pid: 2 ** 30 }, new Date());
  writeFileSync(join(out, ".huibian", "lock-claim-a"), encodeOwner(owner));
  writeFileSync(join(out, ".huibian", "lock-b.tmp"), "{");
  await release(await hold(out));
  expect(readdirSync(out)).toEqual([]);
});
