/** What a correction writes is right: put right once, nothing is left to correct. */
import { expect, test } from "vitest";
import { correctionOf } from "./correct.ts";
import type { Finding } from "./finding.ts";

test.each<[Finding["code"], string, string]>([
  ["word-doubled", "群众满意度度达到90%", "群众满意度达到90%"],
  ["word-doubled", "验收合格率率", "验收合格率"],
  ["word-doubled", "形成意见意见意见。", "形成意见。"],
  ["word-doubled", "设备维护维护维护维护到位", "设备维护到位"],
  ["word-doubled", "开展全覆盖全覆盖检查", "开展全覆盖检查"],
  ["bracket-halves-differ", "维护（含备件)和(含人工）", "维护（含备件）和（含人工）"],
])("%s: %s", (code, wrong, right) => {
  const correct = correctionOf({ code, args: {} });
  expect(correct?.(wrong)).toBe(right);
  expect(correct?.(right)).toBe(right);
});
