import { expect, test } from "vitest";
import type { Place } from "../diagnostics/index.ts";
import { buildDepartment } from "../testing/build-project.ts";
import { findPrinted } from "./printed-by.ts";

const at = (file: string, row: number, column?: number): Place => ({ kind: "cell", file, row, column });

test("a finding on a whole row is on the name in it, not on a label that is printed once for many rows", () => {
  const places = [at("projects.csv", 2), at("indicators.csv", 3), at("indicators.csv", 99)] as const;
  const findings = places.map(
    (place) =>
      ({
        code: "required-field-missing",
        at: place,
        args: { label: "标准", everywhere: false },
        severity: "error",
      }) as const,
  );
  const printedBy = findPrinted(findings, buildDepartment({}));
  expect(places.map(printedBy)).toEqual([
    { project: 1, path: "project.name" },
    { project: 1, path: "indicators.1.level3" },
    undefined,
  ]);
});
