/** A thread of `fuzz.ts`: one target for some seconds; what it tries is written down first, where who watches it can read it. */
import { parentPort, workerData } from "node:worker_threads";
import { runTarget, targets } from "../pipeline/testing/fuzz/run-target.ts";
import type { Specimen } from "../pipeline/testing/fuzz/target.ts";

export type FuzzTask = {
  readonly target: string;
  readonly seed: number;
  readonly seconds: number;
  readonly shared: SharedArrayBuffer;
};

/** A crash, in words. */
export type Said = { readonly crash: string; readonly specimen: Specimen };

const nameBytes = 400;
/** Numbers of the attempt, of the name's bytes and of the specimen's, and the name. */
export const headBytes = 12 + nameBytes;

export function sharedHead(shared: SharedArrayBuffer) {
  const numbers = new Int32Array(shared, 0, 3);
  const bytes = new Uint8Array(shared);
  return {
    write: (attempt: number, specimen: Specimen) => {
      const name = new TextEncoder().encode(specimen.name).subarray(0, nameBytes);
      bytes.set(name, 12);
      bytes.set(specimen.bytes, headBytes);
      numbers.set([attempt, name.length, specimen.bytes.length]);
    },
    attempt: () => numbers[0] ?? 0,
    specimen: (): Specimen => {
      const [, named = 0, length = 0] = numbers;
      const name = new TextDecoder().decode(bytes.slice(12, 12 + named));
      return { name, bytes: bytes.slice(headBytes, headBytes + length) };
    },
  };
}

async function work({ target: wanted, seed, seconds, shared }: FuzzTask): Promise<void> {
  const target = targets.find(({ name }) => name === wanted);
  if (target === undefined) throw new Error(`no target ${wanted}`);
  const head = sharedHead(shared);
  const end = performance.now() + seconds * 1000;
  let attempts = 0;
  await runTarget(target, seed, {
    onAttempt: (specimen) => {
      attempts += 1;
      head.write(attempts, specimen);
    },
    onCrash: ({ error, specimen }) => {
      const crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const said: Said = { crash, specimen };
      parentPort?.postMessage(said);
    },
    goesOn: () => performance.now() < end,
  });
}

if (parentPort !== null) await work(workerData);
