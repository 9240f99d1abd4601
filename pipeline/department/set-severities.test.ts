/** What is found while data are read is set as rules are: off, lighter, heavier. */
import { expect, test } from "vitest";
import { severityOf } from "../diagnostics/index.ts";
import { exportOf } from "../testing/example-export.ts";
import { runSources } from "../testing/run-case.ts";
import { readShippedForms } from "../testing/shipped-forms.ts";

const forms = readShippedForms();

/** An export with an amount that is no number, and a column that nobody knows. */
function found(rules: Readonly<Record<string, unknown>>) {
  const example = { projects: [{ cells: { "其他资金（元）": "一千", 备用: "甲" } }] };
  const { diagnostics } = runSources(exportOf(example, { rules }), { folder: "甲局", forms });
  return diagnostics.map((finding) => `${severityOf(finding)} ${finding.code}`);
}

test("as shipped", () => {
  expect(found({})).toEqual(expect.arrayContaining(["error money-not-a-number", "warning column-unknown"]));
});

test("lighter, heavier, off, and in the long form", () => {
  const set = found({ "money-not-a-number": "info", "column-unknown": { severity: "error" } });
  expect(set).toEqual(expect.arrayContaining(["info money-not-a-number", "error column-unknown"]));
  const off = found({ "money-not-a-number": "off", "column-unknown": "off" });
  expect(off.filter((one) => /money-not-a-number|column-unknown/u.test(one))).toEqual([]);
});

test("a failure cannot be set, and a name that there is not gets the nearest", () => {
  expect(found({ "json-broken": "off" })).toContain("warning rule-is-a-failure");
  expect(found({ "column-unknwn": "off" })).toContain("warning rule-unknown");
});
