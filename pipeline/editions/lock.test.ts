/** A lock is held by one at a time, also when many find it abandoned at once, and is never taken from the living. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { disk } from "../files/index.ts";
import { killedAtEachStep } from "../testing/killed-at-step.ts";
import { thisProcess } from "../testing/this-process.ts";
import { describeOwner, encodeOwner, type Owner, releaseLock, takeLock } from "./lock.ts";

/** No process has it: the largest number that Linux gives is smaller. */
const noProcess = 2 ** 30;

const newPath = () => join(mkdtempSync(join(tmpdir(), "huibian-lock-")), "lock");
const newTaker = async (changes: Partial<Owner> = {}) => ({
  owner: { ...(await describeOwner(thisProcess, new Date())), ...changes },
  self: thisProcess,
});

async function leave(path: string, changes: Partial<Owner>): Promise<Owner> {
  const { owner } = await newTaker(changes);
  writeFileSync(path, encodeOwner(owner));
  return owner;
}

const noLinks = async () => {
  throw Object.assign(new Error("EPERM: operation not permitted"), { code: "EPERM" });
};

test.each([
  ["", {}],
  [" if files have one name only, as on a memory stick", { on: { ...disk, link: noLinks } }],
])("the second hears who holds it, and has it when it is released%s", async (_case, options) => {
  const path = newPath();
  const [first, second] = [
    { ...(await newTaker()), ...options },
    { ...(await newTaker()), ...options },
  ];
  expect(await takeLock(path, first)).toEqual({ kind: "taken" });
  expect(await takeLock(path, second)).toEqual({ kind: "held", by: first.owner });
  await releaseLock(path, second.owner);
  expect(await takeLock(path, second)).toMatchObject({ kind: "held" });
  await releaseLock(path, first.owner);
  expect(await takeLock(path, second)).toEqual({ kind: "taken" });
  expect(readdirSync(join(path, ".."))).toEqual(["lock"]);
});

describe("an abandoned one", () => {
  test("is taken over by exactly one of many that find it", async () => {
    for (let round = 0; round < 30; round += 1) {
      const path = newPath();
      const left = await leave(path, { pid: noProcess });
      const takers = await Promise.all(Array.from({ length: 12 }, () => newTaker()));
      const taken = await Promise.all(takers.map((taker) => takeLock(path, taker)));
      const winners = takers.filter((_, index) => taken[index]?.kind === "taken");
      expect(winners).toHaveLength(1);
      expect(taken).toContainEqual({ kind: "taken", from: left });
      expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(winners[0]?.owner);
      expect(readdirSync(join(path, ".."))).toEqual(["lock"]);
    }
  });

  test("is taken over although the first to try was killed while it did", async () => {
    const path = newPath();
    const left = await leave(path, { pid: noProcess });
    const claimer = await leave(join(path, "..", `lock-claim-${left.token}`), { pid: noProcess });
    await leave(join(path, "..", `lock-claim-${claimer.token}`), { pid: noProcess });
    expect(await takeLock(path, await newTaker())).toEqual({ kind: "taken", from: left });
  });

  test("is left to the one that is about to take it over", async () => {
    const path = newPath();
    const left = await leave(path, { pid: noProcess });
    const claimer = await leave(join(path, "..", `lock-claim-${left.token}`), {});
    expect(await takeLock(path, await newTaker())).toEqual({ kind: "held", by: claimer });
  });

  test("is known where the number of its process has come round to another", async () => {
    const path = newPath();
    await leave(path, { start: "another boot 1" });
    // Where the system does not tell when a process was started, it may be the same.
    const told = existsSync("/proc/self/stat");
    expect(await takeLock(path, await newTaker())).toMatchObject({ kind: told ? "taken" : "held" });
  });
});

test("another host's is never taken for abandoned", async () => {
  const path = newPath();
  await leave(path, { pid: noProcess, host: `not ${hostname()}` });
  expect(await takeLock(path, await newTaker())).toMatchObject({ kind: "held", by: { pid: noProcess } });
});

const unreadable: Readonly<Record<string, (path: string) => unknown>> = {
  "half a lock": (path) => writeFileSync(path, "{"),
  "a folder": (path) => mkdirSync(path),
  "a link that leads nowhere": (path) => symlinkSync("nowhere", path),
  "a link to itself": (path) => symlinkSync(path, path),
  "a pipe": (path) => spawnSync("mkfifo", [path]),
  "a device": (path) => symlinkSync("/dev/zero", path),
};

test.skipIf(process.platform === "win32").each(Object.entries(unreadable))(
  "one that cannot be read is held by nobody knows whom: %s",
  async (_, make) => {
    const path = newPath();
    make(path);
    const taken = await takeLock(path, await newTaker());
    expect(taken).toEqual({ kind: "held", by: { unreadable: expect.stringMatching(/^[A-Z]+: /u) } });
  },
);

test("whoever is killed at any step of taking or releasing it keeps nobody out", async () => {
  const steps = await killedAtEachStep(
    async () => {
      const path = newPath();
      await leave(path, { pid: noProcess });
      return path;
    },
    {
      work: async (path) => {
        const taker = await newTaker({ pid: noProcess });
        expect(await takeLock(path, taker)).toMatchObject({ kind: "taken" });
        await releaseLock(path, taker.owner);
      },
      afterwards: async (path) => {
        const next = await newTaker();
        expect(await takeLock(path, next)).toMatchObject({ kind: "taken" });
        expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ token: next.owner.token });
      },
    },
  );
  for (const step of ["writeUnflushed lock-", "link lock-", "rename lock", "remove lock"])
    expect(steps.some((one) => one.startsWith(step))).toBe(true);
});
