/** A line is appended whole, whatever stood there before and however full the disk is. */
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { holdsOther, openLines } from "./append-lines.ts";

const path = () => join(mkdtempSync(join(tmpdir(), "huibian-lines-")), "log.jsonl");

test.each([
  ["nothing", "", "一\n二\n", false],
  ["whole lines", "零\n", "零\n一\n二\n", false],
  ["half a line", "零\n半", "零\n半\n一\n二\n", true],
])("after %s", (_, before, after, torn) => {
  const file = path();
  if (before !== "") writeFileSync(file, before);
  const lines = openLines(file);
  expect(lines.afterTornLine).toBe(torn);
  for (const line of ["一", "二"]) lines.append(line);
  lines.close();
  expect(readFileSync(file, "utf8")).toBe(after);
});

test("lines of two runs at once come one after another", () => {
  const file = path();
  const [one, other] = [openLines(file), openLines(file)];
  one.append("一");
  other.append("甲");
  one.append("二");
  appendFileSync(file, "乙\n");
  one.append("三");
  expect(readFileSync(file, "utf8")).toBe("一\n甲\n二\n乙\n三\n");
  one.close();
  other.close();
});

test("a disk that takes nothing is said at once", () => {
  const lines = openLines("/dev/full");
  expect(() => lines.append("一")).toThrow("ENOSPC");
  lines.close();
});

test.each<[what: string, content: string | undefined, other: boolean]>([
  ["no file", undefined, false],
  ["an empty one", "", false],
  ["a log", '{"time":"2026-01-01T00:00:00.000Z"}\n', false],
  ["an export", "项目名称,预算数\n", true],
  ["less than a line's beginning", "{", true],
])("%s holds something else than a log: %s", (_, content, other) => {
  const file = path();
  if (content !== undefined) writeFileSync(file, content);
  expect(holdsOther(file, '{"time":"')).toBe(other);
});
