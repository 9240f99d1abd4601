/** The machine and the versions that a result depends on, a line each. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";

export function describeSetting(root: string, libreOffice: string | undefined): string[] {
  const processors = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  const ours = ["docx", "pdfmake"].map((name) => versionOf(join(root, "node_modules"), name));
  const peers = ["@myriaddreamin/typst-ts-node-compiler", "docxtemplater"].map((name) =>
    versionOf(join(root, "scripts", "bench", "node_modules"), name),
  );
  return [
    `${processors[0]?.model.trim() ?? "unknown processor"}, ${processors.length} cores, ${memory} GB, ${process.platform}`,
    `Node ${process.version}`,
    [...ours, ...peers, libreOffice ?? "no LibreOffice"].join(", "),
  ];
}

/** Undefined if LibreOffice, or GNU time to measure it, is not installed. */
export function findLibreOffice(): string | undefined {
  try {
    execFileSync("time", ["-f", "%U", "true"], { stdio: "ignore" });
    const words = execFileSync("soffice", ["--version"], { encoding: "utf8" }).trim().split(" ");
    return words.slice(0, 2).join(" ");
  } catch {
    return undefined;
  }
}

function versionOf(modules: string, name: string): string {
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(join(modules, name, "package.json"), "utf8"),
  );
  return `${name} ${manifest.version}`;
}
