/** What holds of every comparison: nothing has changed from itself, back is the mirror of forth, and no change is passed over. */

import { describe, expect, test } from "vitest";
import type { Changes, FieldChange, LineChange, Snapshot, SnapshotProject } from "../contracts/index.ts";
import { indicatorFields, projectTextFields } from "../records/index.ts";
import { describeChanges } from "../testing/describe-changes.ts";
import fc from "../testing/seeded-check.ts";
import { compareSnapshots } from "./compare-snapshots.ts";

// Few words, so that names meet, repeat and come near one another.
const word = fc.constantFrom(
  "参保人数",
  "参保人次",
  "参保率",
  "及时发放",
  "满意度",
  "培训",
  "≥90",
  "≥95",
  "百分比",
);
const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join("，"));
const lines = fc.array(text, { maxLength: 4 });

const amount = fc
  .record({
    value: fc
      .tuple(fc.integer({ min: -999, max: 99_999 }), fc.constantFrom("", ".5", ".05"))
      .map((parts) => parts.join("")),
    unit: fc.constantFrom("元" as const, "万元" as const),
  })
  // As a form prints it that prints what is written.
  .map(({ value, unit }) => ({ printed: `${value}${unit}`, value, unit }));
const unread = text.map((printed) => ({ printed }));
const money = fc.oneof({ weight: 4, arbitrary: amount }, { weight: 1, arbitrary: unread });

function some<Name extends string>(
  names: readonly Name[],
  share = 4,
): fc.Arbitrary<Partial<Record<Name, string>>> {
  const value = fc.option(text, { nil: undefined, freq: share });
  return fc.tuple(...names.map(() => value)).map((values) => filled(names, values));
}

function filled<Name extends string, Value>(
  names: readonly Name[],
  values: readonly (Value | undefined)[],
): Partial<Record<Name, Value>> {
  const entries = names.flatMap((name, at) => (values[at] === undefined ? [] : [[name, values[at]]]));
  return Object.fromEntries(entries);
}

const indicator = fc
  .tuple(
    fc.constantFrom("annual" as const, "midTerm" as const),
    some(indicatorFields),
    fc.option(text, { nil: undefined }),
  )
  .map(([horizon, fields, printedValue]) => ({ horizon, ...fields, ...(printedValue && { printedValue }) }));

const budget = fc.record(
  { total: money, fiscal: money, own: fc.record({ bond: money }) },
  { requiredKeys: [] },
);

const project: fc.Arbitrary<Omit<SnapshotProject, "ordinal">> = fc
  .tuple(
    some(projectTextFields, 2),
    fc.record(
      {
        budget,
        midTermBudget: budget,
        goals: fc.record({ annual: lines, midTerm: lines }, { requiredKeys: [] }),
        own: fc.record({ region: text }),
      },
      { requiredKeys: [] },
    ),
    fc.array(indicator, { maxLength: 6 }),
  )
  .map(([fields, parts, indicators]) => ({ ...fields, ...parts, indicators }));

const snapshot: fc.Arbitrary<Snapshot> = fc
  .record({
    department: fc.record(
      {
        name: text,
        year: text,
        budgetTotal: money,
        overall: lines,
        subGoals: fc.array(fc.record({ name: text, goals: lines }, { requiredKeys: ["goals"] }), {
          maxLength: 4,
        }),
        safeguards: lines,
      },
      { requiredKeys: ["name", "overall", "subGoals", "safeguards"] },
    ),
    form: fc.constantFrom("hebei", "anhui"),
    projects: fc.array(project, { maxLength: 4 }),
  })
  .map(({ projects, ...rest }) => ({
    schema: 1,
    ...rest,
    labels: { "budget.total": "预算数" },
    projects: projects.map((one, at) => ({ ordinal: at + 1, ...one })),
  }));

/** Some lists and values of the one replaced by those of the other, so that most of both is alike. */
const edition = fc
  .tuple(snapshot, snapshot, fc.infiniteStream(fc.integer({ min: 0, max: 9 })))
  .map(([one, other, chances]): readonly [Snapshot, Snapshot] => {
    const mixed = mix(one, other, () => Number(chances.next().value) === 0);
    const { projects, ...rest } = mixed as Snapshot;
    return [one, { ...rest, projects: projects.map((each, at) => ({ ...each, ordinal: at + 1 })) }];
  });

function mix(one: unknown, other: unknown, take: () => boolean): unknown {
  if (take()) return other === undefined ? one : other;
  if (Array.isArray(one)) {
    const others: readonly unknown[] = Array.isArray(other) ? other : [];
    const kept = one.filter(() => !take()).map((each, at) => mix(each, others[at], take));
    const most = kept.length > 1 && take() ? kept.toReversed() : kept;
    return others.length > 0 && take() ? [others[0], ...most] : most;
  }
  // An amount is written as a whole.
  if (typeof one !== "object" || one === null || "printed" in one) return one;
  const inside: Readonly<Record<string, unknown>> = typeof other === "object" ? { ...other } : {};
  return Object.fromEntries(
    Object.entries(one)
      .filter(([key]) => !["code", "year", "purpose"].includes(key) || !take())
      .map(([key, value]) => [key, mix(value, inside[key], take)]),
  );
}

test("nothing has changed from itself", () => {
  fc.assert(
    fc.property(snapshot, (one) => {
      const changes = compareSnapshots(one, structuredClone(one));
      expect(describeChanges(changes)).toEqual([]);
      expect(changes.count).toBe(0);
      expect(changes.projects.renumbered.projects).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("every difference is told, each is counted, and nothing that is alike is told", () => {
  fc.assert(
    fc.property(edition, ([one, other]) => {
      const changes = compareSnapshots(one, other);
      const differs = JSON.stringify(one) !== JSON.stringify(other);
      expect(changes.count > 0).toBe(differs);
      expect(describeChanges(changes)).toHaveLength(changes.count);
      for (const line of describeChanges(changes)) {
        const [, before, after] = /(?:\.\w+|\d+:) (\S+) → (\S+)/u.exec(line) ?? [];
        if (before !== undefined) expect(before, line).not.toBe(after);
      }
    }),
    { numRuns: 700 },
  );
});

test("one edit anywhere is told", () => {
  fc.assert(
    fc.property(snapshot, fc.nat(), fc.boolean(), (one, at, away) => {
      const places = editable(one);
      const place = places[at % places.length];
      if (place === undefined) throw new Error("nothing to edit");
      const { count } = compareSnapshots(one, edited(one, place, away ? undefined : "改过") as Snapshot);
      expect(count, place.join("/")).toBeGreaterThan(0);
    }),
    { numRuns: 1500 },
  );
});

/** Where a text or an amount stands; the labels are no part of what a department says. */
function editable(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === "string") return path[0] === "labels" ? [] : [path];
  if (typeof value !== "object" || value === null) return [];
  if ("printed" in value) return [path];
  return Object.entries(value).flatMap(([key, inner]) => editable(inner, [...path, key]));
}

const needed = ["form", "department/name"];

/** `text` undefined: the value is taken away, where it may be missing. */
function edited(
  value: unknown,
  [key, ...rest]: readonly string[],
  text: string | undefined,
  way = "",
): unknown {
  if (key === undefined)
    return typeof value === "string" || text === undefined ? (text ?? "") : { printed: text };
  const here = `${way}${key}`;
  const goes = rest.length === 0 && text === undefined && !needed.includes(here) && key !== "horizon";
  const change = (inner: unknown) =>
    key === "horizon" ? otherHorizon(inner) : edited(inner, rest, text, `${here}/`);
  if (Array.isArray(value))
    return value.flatMap((inner, at) => (String(at) !== key ? [inner] : goes ? [] : [change(inner)]));
  const entries = Object.entries(Object(value));
  return Object.fromEntries(
    entries.flatMap(([name, inner]) =>
      name !== key ? [[name, inner]] : goes ? [] : [[name, change(inner)]],
    ),
  );
}

function otherHorizon(horizon: unknown): string {
  return horizon === "annual" ? "midTerm" : "annual";
}

test("back is the mirror of forth", () => {
  fc.assert(
    fc.property(edition, ([one, other]) => {
      expect(facts(compareSnapshots(other, one), "back")).toEqual(
        facts(compareSnapshots(one, other), "forth"),
      );
    }),
    { numRuns: 500 },
  );
});

type Way = "forth" | "back";

/** All that is told, as sorted sentences from the one edition to the other. */
function facts({ facts: own, partOne, projects }: Changes, way: Way): readonly string[] {
  const [came, went] = way === "forth" ? ["came", "went"] : ["went", "came"];
  const { overall, subGoals, safeguards } = partOne;
  const told = (of: string, list: readonly unknown[]) => list.map((one) => `${of} ${JSON.stringify(one)}`);
  return [
    ...own.flatMap((one) => fieldFacts(one, way)),
    ...[overall, safeguards].flatMap(({ lines: some, reordered }) => [
      ...some.map((one) => lineFact(one, way)),
      `reordered ${reordered}`,
    ]),
    ...told(`subGoal ${came}`, subGoals.added),
    ...told(`subGoal ${went}`, subGoals.removed),
    ...subGoals.changed.flatMap(({ fields }) => fields.flatMap((one) => fieldFacts(one, way))),
    `subGoals reordered ${subGoals.reordered}`,
    ...told(`project ${came}`, projects.added),
    ...told(`project ${went}`, projects.removed),
    ...projects.changed.flatMap(({ fields, indicators }) => [
      ...fields.flatMap((one) => fieldFacts(one, way)),
      ...told(`indicator ${came}`, indicators.added),
      ...told(`indicator ${went}`, indicators.removed),
      ...indicators.changed.flatMap((one) => one.fields.flatMap((field) => fieldFacts(field, way))),
      `indicators reordered ${indicators.reordered}`,
    ]),
    `projects reordered ${projects.renumbered.reordered} ${projects.renumbered.projects.length}`,
  ].toSorted();
}

function fieldFacts({ field, before, after, unit, lines: some }: FieldChange, way: Way): readonly string[] {
  const values = way === "forth" ? [before, after] : [after, before];
  const inside = some === undefined ? [] : [...some.lines.map((one) => lineFact(one, way)), some.reordered];
  return [JSON.stringify([field, ...values, unit, inside.toSorted()])];
}

function lineFact(change: LineChange, way: Way): string {
  const before = change.kind === "added" ? null : change.before;
  const after = change.kind === "removed" ? null : change.after;
  return JSON.stringify(way === "forth" ? [before, after] : [after, before]);
}

test("rows of a list that the new form does not have are told with what they said", () => {
  const department = { name: "局", overall: [], subGoals: [], safeguards: [] };
  const edition = (form: string, more: Partial<Snapshot>): Snapshot => ({
    schema: 1,
    form,
    department,
    labels: {},
    projects: [],
    ...more,
  });
  const tasks = [
    { name: "修路", note: "三条" },
    { name: "架桥", note: "两座" },
  ];
  const before = edition("bumen", {
    department: { ...department, lists: { tasks } },
    labels: { tasks: "年度主要任务", "tasks.name": "任务名称", "tasks.note": "备注" },
  });
  const told = compareSnapshots(before, edition("hebei", {})).facts.filter(({ field }) => field === "tasks");
  expect(told.map((change) => [change.before, change.after])).toEqual([
    ["修路 三条", undefined],
    ["架桥 两座", undefined],
  ]);
});

describe("what belongs together", () => {
  const rows = (...names: readonly string[]) =>
    names.map((level3) => ({
      horizon: "annual" as const,
      level1: "产出指标",
      level2: "数量指标",
      level3,
      printedValue: "≥90%",
    }));
  const base = (indicators: Snapshot["projects"][number]["indicators"]): Snapshot => ({
    schema: 1,
    department: { name: "局", overall: [], subGoals: [], safeguards: [] },
    form: "hebei",
    labels: {},
    projects: [{ ordinal: 1, code: "1", name: "甲", indicators }],
  });
  const compare = (before: readonly string[], after: readonly string[]) =>
    describeChanges(compareSnapshots(base(rows(...before)), base(rows(...after))));

  test.each([
    [
      "a name reworded",
      ["参保人数", "办结率"],
      ["参保人员数", "办结率"],
      ["甲: 数量指标/参保人员数: indicator.level3 参保人数 → 参保人员数"],
    ],
    [
      "another indicator in its place, where two have the same value",
      ["培训次数", "办结率"],
      ["宣传册", "满意度"],
      [
        "甲: indicator added 数量指标/宣传册",
        "甲: indicator added 数量指标/满意度",
        "甲: indicator removed 数量指标/培训次数",
        "甲: indicator removed 数量指标/办结率",
      ],
    ],
    [
      "one of three alike less",
      ["培训", "培训", "培训"],
      ["培训", "培训"],
      ["甲: indicator removed 数量指标/培训"],
    ],
    [
      "names whose characters look otherwise",
      ["葛城", "培训"],
      ["葛\u{E0100}城\u{E0100}", "培训"],
      ["甲: 数量指标/葛\u{E0100}城\u{E0100}: indicator.level3 葛城 → 葛\u{E0100}城\u{E0100}"],
    ],
    [
      "names that changed places",
      ["培训次数", "办结率"],
      ["办结率", "培训次数"],
      ["甲: indicators reordered"],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(compare(before, after)).toEqual(expected);
  });
});
