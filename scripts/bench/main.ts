/** The program and its peers on generated departments → `RESULTS.md`: `npm run bench -- [--quick | --full] [--rounds 3]`. `--quick` only prints; `--full` asks the peers for 5,000 projects too. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchBatch } from "./bench-batch.ts";
import { benchSize, large, type Setting, type SizeResult } from "./bench-size.ts";
import { describeSetting, findLibreOffice } from "./describe-setting.ts";
import { installProgram } from "./program.ts";
import { resultsPage } from "./results-page.ts";
import { samplePhrases } from "./sample-phrases.ts";

const usage = "usage: npm run bench -- [--quick | --full] [--rounds 3]";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
    rounds: { type: "string", default: "3" },
  },
});
const rounds = Number(values.rounds);
if ((values.quick && values.full) || !(rounds >= 1)) {
  console.error(usage);
  process.exitCode = 2;
} else await bench();

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "huibian-bench-"));
  try {
    const root = process.cwd();
    const program = join(folder, "program");
    await installProgram(root, program);
    const phrases = await samplePhrases(root, program);
    const libreOffice = findLibreOffice();
    const log = (line: string) => console.error(line);
    const hasLibreOffice = libreOffice !== undefined;
    const setting: Setting = { root, program, folder, phrases, rounds, hasLibreOffice, alone: false, log };
    const sizes: SizeResult[] = [];
    for (const projects of sizesAsked())
      sizes.push(
        await benchSize(projects, projects > large && !values.full ? { ...setting, alone: true } : setting),
      );
    const batch = values.quick ? undefined : await benchBatch(setting);
    const flags = process.argv.slice(2).join(" ");
    const command = flags === "" ? "npm run bench" : `npm run bench -- ${flags}`;
    const page = resultsPage({
      setting: describeSetting(root, libreOffice),
      command,
      rounds,
      sizes,
      batch,
      full: values.full,
    });
    if (!values.quick) writeFileSync(join(root, "scripts", "bench", "RESULTS.md"), page);
    console.log(page);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sizesAsked(): readonly number[] {
  return values.quick ? [11, 100] : [11, 100, 1000, 5000];
}
