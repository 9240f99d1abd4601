import { expect, test } from "vitest";
import { wordingOf } from "../catalogue/index.ts";

const notWritten = (reason: string) =>
  ({
    code: "output-not-written",
    at: { kind: "file", file: "out/a.docx" },
    args: { file: "out/a.docx", reason },
  }) as const;

test.each([
  ["EACCES: permission denied, open '/x'", "没有权限（EACCES）", "permission denied (EACCES)"],
  ["EROFS: read-only file system, mkdir '/x'", "磁盘是只读的（EROFS）", "the disk is read-only (EROFS)"],
  ["ENOSPC: no space left on device, write", "磁盘已满（ENOSPC）", "the disk is full (ENOSPC)"],
  ["something else", "something else", "something else"],
])("%s", (reason, zh, en) => {
  expect(wordingOf(notWritten(reason), "zh").says).toBe(`无法写入 out/a.docx：${zh}`);
  expect(wordingOf(notWritten(reason), "en").says).toBe(`Cannot write out/a.docx: ${en}`);
});
