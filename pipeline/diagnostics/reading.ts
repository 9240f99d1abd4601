/** What can be wrong with the bytes and the shape of a file. */
import { define } from "./define.ts";

export const reading = {
  "file-unreadable": define<{ readonly reason: string }>({
    severity: "failure",
    zh: ({ reason }) => ({
      says: `文件无法读取：${reason}`,
      todo: "请检查文件是否存在、是否有读取权限、是否被其他程序占用。",
    }),
    en: ({ reason }) => ({
      says: `The file cannot be read: ${reason}`,
      todo: "Check that it exists, may be read, and is not locked.",
    }),
  }),
} as const;
