/** `findings.sarif` against what SARIF 2.1.0 requires, property by property. */
import { expect, test } from "vitest";
import type { Finding } from "../catalogue/index.ts";
import { writeFindingsSarif } from "./findings-sarif.ts";
import { marked } from "./marked.ts";

const findings: readonly Finding[] = [
  {
    code: "weight-total",
    at: { kind: "cell", file: "指标 表.csv", row: 22, column: 15, header: "权重" },
    also: [{ kind: "cell", file: "指标 表.csv", row: 23, column: 15 }],
    subject: { project: "运行经费" },
    found: "84",
    source: { line: 43, column: 7, text: "甲,乙,丙,6,丁", from: 6, to: 7 },
    args: { horizon: "annual", sum: "84", expected: "90", without: [], levels: [], odd: [] },
    severity: "error",
  },
  {
    code: "total-not-sum",
    severity: "warning",
    at: { kind: "json", file: "p.json", line: 15, column: 17, pointer: "/项目/0" },
    args: { label: "中期资金总额", total: "183.3", sum: "126.9", unit: "万元", open: [] },
  },
  {
    code: "not-applicable-row",
    at: { kind: "cell", file: "a.csv", row: 3 },
    args: { count: 2 },
    severity: "info",
  },
  { code: "nothing-to-read", at: { kind: "file", file: "甲" }, args: {} },
  {
    code: "file-unreadable",
    at: { kind: "cell", file: "b.xlsx", sheet: "项目", row: 4, column: 4 },
    args: { reason: "EACCES" },
  },
];

type Sarif = {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] };
    };
    readonly results: readonly SarifResult[];
  }[];
};
type SarifResult = {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: Physical }[];
  readonly properties: { readonly place: string };
  readonly relatedLocations?: readonly { readonly id: number; readonly physicalLocation: Physical }[];
};
type Physical = {
  readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
  readonly region?: Readonly<Record<string, unknown>>;
};

function write(folder: string): Sarif {
  const bytes = writeFindingsSarif(marked(findings), {
    folder,
    department: "甲局",
    version: "1.2.3",
    language: "zh",
  });
  return JSON.parse(new TextDecoder().decode(bytes));
}

test("has what the standard requires, and only what it allows", () => {
  const { version, runs, $schema } = write("data/甲");
  expect([version, runs.length]).toEqual(["2.1.0", 1]);
  expect($schema).toMatch(/sarif-2\.1\.0\.json$/u);
  for (const { tool, results } of runs) {
    expect(tool.driver.name).toBe("huibian");
    expect(new Set(tool.driver.rules.map(({ id }) => id)).size).toBe(tool.driver.rules.length);
    expect(results).toHaveLength(findings.length);
    for (const { ruleId, ruleIndex, level, message, locations, relatedLocations = [] } of results) {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(["none", "note", "warning", "error"]).toContain(level);
      expect(message.text).not.toBe("");
      for (const { physicalLocation } of [...locations, ...relatedLocations]) {
        const { artifactLocation, region } = physicalLocation;
        expect(artifactLocation.uri).toMatch(/^(?:[A-Za-z0-9\-._~/!$&'()*+,;=:@]|%[0-9A-F]{2})*$/u);
        if (region !== undefined) expect(region.startLine).toBeGreaterThanOrEqual(1);
      }
    }
  }
});

test("shows the line of the file, which is not the row that Excel shows", () => {
  const [result] = write("data/甲").runs[0]?.results ?? [];
  expect(result?.locations[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: "data/%E7%94%B2/%E6%8C%87%E6%A0%87%20%E8%A1%A8.csv" },
    region: { startLine: 43, startColumn: 7, endColumn: 8, snippet: { text: "6" } },
  });
  expect(result?.level).toBe("error");
  expect(result?.message.text).toBe("年度指标权重合计为 84，应为 90\n请调整各指标的权重。");
});

test("gives the severity as set, and no line where it is not known", () => {
  const [, total, row, folder] = write("data/甲").runs[0]?.results ?? [];
  expect([total?.level, row?.level, folder?.level]).toEqual(["warning", "note", "error"]);
  expect(total?.locations[0]?.physicalLocation.region).toEqual({ startLine: 15, startColumn: 17 });
  expect(row?.locations[0]?.physicalLocation.region).toBeUndefined();
  expect(folder?.locations[0]?.physicalLocation.artifactLocation.uri).toBe("data/%E7%94%B2/");
});

test("names a cell of a workbook, which lies in no line", () => {
  const { locations, properties } = write("data/甲").runs[0]?.results[4] ?? expect.fail();
  expect(locations).toEqual([
    {
      physicalLocation: { artifactLocation: { uri: "data/%E7%94%B2/b.xlsx" } },
      logicalLocations: [{ name: "D4", fullyQualifiedName: "项目!D4" }],
    },
  ]);
  expect(properties.place).toBe("b.xlsx「项目!D4」");
});

test.each(["/home/ren/甲", "../甲", "C:/甲"])("does not tell where on this machine %s lies", (folder) => {
  const [result] = write(folder).runs[0]?.results ?? [];
  expect(result?.locations[0]?.physicalLocation.artifactLocation).toEqual({
    uri: "%E6%8C%87%E6%A0%87%20%E8%A1%A8.csv",
    uriBaseId: "DEPARTMENT",
  });
});
