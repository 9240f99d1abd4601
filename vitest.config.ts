import { basename } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The longest suites, longest first: started last, one of them would run alone at the end. */
const slowest = [
  ...["review", "preview", "pagination", "properties", "rollup", "signals", "shards", "crashes"],
  ...["same-bytes", "validators", "edits", "hostile", "hundred-departments", "tries", "cached", "cases"],
  ...["two-sided", "kills", "list-form", "incremental", "html", "verify", "nightly", "planted-mistakes"],
  ...["limits", "unattended", "overview", "build", "feedback", "gallery", "department-lists", "package"],
].map((name) => `${name}.test.ts`);

class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = slowest.indexOf(basename(moduleId));
      return at < 0 ? slowest.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    include: ["pipeline/**/*.test.ts", "scripts/**/*.test.ts"],
    globalSetup: "pipeline/testing/global-setup.ts",
    // Vitest itself would leave a core idle.
    maxWorkers: "100%",
    // Modules are loaded once a worker, not once a suite: that takes a quarter of the time of the small suites.
    isolate: false,
    sequence: { sequencer: SlowestFirst },
    // Ends what hangs. It says nothing of speed: a machine that others use may take ten times as long.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 600_000 } },
  },
});
