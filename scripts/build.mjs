/** The sources → `dist/`, with a program that npm and shells can start: `npm run build`. */
import { spawnSync } from "node:child_process";
import { chmodSync, rmSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
const words = [compiler, "-p", join(root, "tsconfig.build.json")];

// What a renamed source has left behind would be packed.
rmSync(join(root, "dist"), { recursive: true, force: true });
const { status } = spawnSync(process.execPath, words, { stdio: "inherit" });
if (status === 0) chmodSync(join(root, "dist", "cli", "main.js"), 0o755);
process.exitCode = status ?? 1;
