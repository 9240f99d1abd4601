import { expect, test } from "vitest";
import type { Finding } from "../catalogue/index.ts";
import { inListOrder } from "./order-findings.ts";

const finding = (severity: "error" | "warning", code: string | undefined, row: number): Finding => ({
  code: "not-applicable-row",
  severity,
  at: { kind: "cell", file: "p.csv", row },
  subject: code === undefined ? undefined : { code },
  args: { count: 1 },
});

test("by severity, then project, then place", () => {
  const ordered = [
    finding("error", undefined, 9),
    finding("error", "1", 10),
    finding("error", "2", 2),
    finding("error", "2", 10),
    finding("warning", undefined, 1),
    finding("warning", "1", 3),
  ];
  for (const mixed of [ordered.toReversed(), [...ordered.slice(3), ...ordered.slice(0, 3)]])
    expect(inListOrder(mixed)).toEqual(ordered);
});
