/** Every row of the table of options: in the help of its commands, parsed, refused with others, recorded, retried. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ownTemplates } from "../files/index.ts";
import {
  type AllOptions,
  type CommandName,
  commandNames,
  commandRows,
  flagOf,
  isOwnOption,
  type OptionName,
  optionNames,
  optionRows,
} from "../options/index.ts";
import { runHere } from "../testing/run-here.ts";
import { parseArguments } from "./parse-arguments.ts";

const scratch = mkdtempSync(join(tmpdir(), "huibian-options-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What is typed after each option, and what becomes of it; never its default. */
const samples: { readonly [Name in OptionName]: readonly [typed: string, value: AllOptions[Name]] } = {
  yes: ["", true],
  out: [join(scratch, "out"), join(scratch, "out")],
  fixOut: ["o", "o"],
  fixDryRun: ["", true],
  diffOut: ["o", "o"],
  mergedFile: ["f.json", "f.json"],
  formats: [" DOCX", ["docx"]],
  volume: ["", true],
  title: [" 标题 ", "标题"],
  draft: ["", true],
  comments: ["", true],
  review: ["", false],
  verify: ["", false],
  rollupDraft: ["", true],
  public: ["", true],
  strict: ["", true],
  rollupStrict: ["", true],
  force: ["", true],
  changed: ["", true],
  retry: ["", true],
  select: ["goal-copied，33", ["goal-copied", "33"]],
  ignoreRules: ["value-*", ["value-*"]],
  minSeverity: ["error", "error"],
  statistics: ["", true],
  baseline: ["o", "o"],
  checkOut: [join(scratch, "lists"), join(scratch, "lists")],
  only: ["甲", ["甲"]],
  exclude: ["乙", ["乙"]],
  dryRun: ["", true],
  jobs: ["3", 3],
  checkJobs: ["3", 3],
  cache: ["c", "c"],
  templates: [join(scratch, "forms"), join(scratch, "forms")],
  like: ["hebei", "hebei"],
  limits: ["rows=400000, memory=600", "rows=400000,memory=600"],
  fonts: [join(scratch, "fonts"), join(scratch, "fonts")],
  date: ["2020-02-02", "2020-02-02"],
  wait: ["5", 5],
  keepEditions: ["0", 0],
  draftDays: ["30", 30],
  logFile: ["f", "f"],
  onFinish: ["true", "true"],
  onFinishTimeout: ["5", 5],
  shard: ["2/5", { index: 2, of: 5 }],
  runFile: ["run.2.json", "run.2.json"],
  port: ["8123", 8123],
  browser: ["", false],
  edition: ["3..5", { before: 3, after: 5 }],
  exitCode: ["", true],
  language: ["en", "en"],
  reporter: ["json", "json"],
  verbose: ["", true],
  timings: ["", true],
};

function typedOf(name: OptionName): readonly string[] {
  const [typed] = samples[name];
  return typed === "" ? [flagOf(name)] : [flagOf(name), typed];
}

/** As many words as the command needs, with the options that it needs. */
function lineOf(command: CommandName, ...options: readonly OptionName[]): readonly string[] {
  const words = commandRows[command].takes.filter(({ required }) => required).map(() => "w");
  const needed = optionNames.filter((name) => isOn(name, command) && optionRows[name].required);
  const beside = optionNames.filter((name) => options.some((one) => optionRows[one].needs?.includes(name)));
  return [command, ...words, ...[...new Set([...needed, ...beside, ...options])].flatMap(typedOf)];
}

function isOn(name: OptionName, command: CommandName): boolean {
  return optionRows[name].on === "every command" || isOwnOption(name, command);
}

const rows = optionNames.flatMap((name) =>
  commandNames.filter((command) => isOn(name, command)).map((command) => ({ name, command })),
);

describe.each(["zh", "en"] as const)("the help in %s", (language) => {
  test.each(commandNames)("of %s lists its options, and no others", async (command) => {
    const { stdout } = await runHere(command, "--help", "--lang", language);
    const text = stdout.replaceAll(/\s+/gu, "");
    const shown = optionNames.filter((name) => {
      const { flag, about } = optionRows[name];
      return text.includes(`${flag}${about[language]}`.replaceAll(/\s+/gu, ""));
    });
    expect(shown).toEqual(optionNames.filter((name) => isOn(name, command)));
  });
});

test.each(rows)("$name of $command is parsed", ({ name, command }) => {
  const parsed = parseArguments(lineOf(command, name), 100);
  expect(parsed).toMatchObject({ kind: "command", command, options: { [name]: samples[name][1] } });
  expect(parsed.kind === "command" && parsed.given).toContain(name);
});

test("what is not given has its default, or is off or absent; what can only be left out is on", () => {
  for (const command of commandNames) {
    const parsed = parseArguments(lineOf(command), 100);
    if (parsed.kind !== "command") throw new Error(`${command} is not parsed`);
    for (const [name, value] of Object.entries(parsed.options)) {
      const row = Object.entries(optionRows).find(([key]) => key === name)?.[1];
      if (row?.flag.startsWith("--no-")) expect(value).toBe(true);
      else if (row?.default === undefined && row?.required !== true)
        expect([false, []]).toContainEqual(value);
    }
  }
  const { options } = { options: {}, ...parseArguments(["build"], 100) };
  expect(options).toMatchObject({ formats: ["docx", "pdf"], keepEditions: 10, language: "zh", draft: false });
});

test.each(optionNames.filter((name) => optionRows[name].value !== undefined))(
  "%s refuses what it is not",
  (name) => {
    const command = commandNames.find((one) => isOn(name, one)) ?? "build";
    const parsed = parseArguments([...lineOf(command), flagOf(name), " "], 100);
    expect(parsed).toMatchObject({
      kind: "wrong",
      text: expect.stringContaining(`${flagOf(name)} 的值“ ”不对`),
    });
  },
);

test("a limit that is set twice is refused: one of the two would be lost", () => {
  expect(parseArguments(["check", "--limits", "rows=5,rows=6"], 100)).toMatchObject({
    kind: "wrong",
    text: expect.stringContaining("--limits"),
  });
});

const pairs = optionNames.flatMap((name) =>
  (optionRows[name].excludes ?? []).map((other) => ({ name, other })),
);

test.each(pairs)("$name and $other are refused together", ({ name, other }) => {
  const excluded = optionNames.filter((one) => one === other);
  expect(parseArguments(lineOf("build", name, ...excluded), 100)).toMatchObject({
    kind: "wrong",
    text: expect.stringContaining("不能同时使用"),
  });
  expect(excluded).toHaveLength(1);
});

test("a cache can be switched off, and a wait has no end unless it is given one", () => {
  expect(parseArguments(["build", "--no-cache", "--wait"], 100)).toMatchObject({
    options: { cache: false, wait: Number.POSITIVE_INFINITY },
  });
});

/** `left`: what cannot be given with the others. */
test.each<{ readonly left: readonly OptionName[] }>([
  { left: ["changed", "public"] },
  {
    left: [
      "changed",
      ...optionNames.filter((name) => optionRows.public.excludes?.includes(name)),
      "comments",
    ],
  },
])("what is recorded comes back through a retry, but for $left", async ({ left }) => {
  cpSync(join(ownTemplates, "hebei"), join(scratch, "forms", "mine"), { recursive: true });
  mkdirSync(join(scratch, "fonts"), { recursive: true });
  for (const folder of ["甲", "乙"].map((name) => join(scratch, "data", name))) {
    mkdirSync(folder, { recursive: true });
    // There is no such form, so that it fails, in the retry as well.
    writeFileSync(join(folder, "department.json"), '{"部门名称": "局", "表式": "无"}');
    writeFileSync(join(folder, "p.csv"), "项目编码,项目名称,预算数(元)\n1,甲,5\n");
  }
  const record = () => JSON.parse(readFileSync(join(scratch, "out", "run.json"), "utf8")).options;
  const recorded = optionNames.filter((name) => optionRows[name].recorded && name !== "retry");

  const first = recorded.filter((name) => !left.includes(name));
  await runHere("build", join(scratch, "data"), ...first.flatMap(typedOf));
  for (const name of first) expect([name, record()[name]]).toEqual([name, samples[name][1]]);
  expect(record()).toMatchObject({ changed: false, retry: false, folders: [join(scratch, "data")] });

  const before = record();
  await runHere("build", "--retry", "--changed", ...typedOf("out"));
  expect(record()).toMatchObject({ changed: true, retry: true, folders: before.folders });
  for (const name of recorded.filter((one) => optionRows[one].retried !== undefined))
    expect([name, record()[name]]).toEqual([name, before[name]]);

  await runHere("build", "--retry", ...typedOf("out"), "--format", "pdf", "--lang", "zh");
  expect(record()).toMatchObject({ formats: ["pdf"], language: "zh", date: before.date });
});
