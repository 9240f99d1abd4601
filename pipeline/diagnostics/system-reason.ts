/** What the system answered, as `EACCES: permission denied, open '…'` → a sentence in the reader's language, code kept. */
import type { Bilingual, Language } from "./language.ts";

const reasons: Readonly<Record<string, Bilingual>> = {
  EACCES: { zh: "没有权限", en: "permission denied" },
  EPERM: { zh: "没有权限，或文件被占用", en: "not permitted, or in use" },
  EROFS: { zh: "磁盘是只读的", en: "the disk is read-only" },
  ENOSPC: { zh: "磁盘已满", en: "the disk is full" },
  EDQUOT: { zh: "磁盘配额已用完", en: "the disk quota is used up" },
  ENOENT: { zh: "文件或文件夹不存在", en: "no such file or folder" },
  ENOTDIR: { zh: "路径中有一段是文件，不是文件夹", en: "a part of the path is a file, not a folder" },
  EISDIR: { zh: "这是文件夹，不是文件", en: "it is a folder, not a file" },
  EBUSY: { zh: "正被其他程序占用", en: "in use by another program" },
  EADDRINUSE: { zh: "正被另一个程序使用", en: "in use by another program" },
  EMFILE: { zh: "打开的文件太多", en: "too many open files" },
  ENAMETOOLONG: { zh: "文件名太长", en: "the file name is too long" },
  EIO: { zh: "磁盘读写出错", en: "disk input or output failed" },
  ELOOP: { zh: "链接指回了自己", en: "a link leads back to itself" },
  EBADMSG: { zh: "内容不完整", en: "its content is damaged" },
  EFBIG: { zh: "文件太大", en: "the file is too large" },
  EILSEQ: { zh: "名称不是 UTF-8 编码", en: "the name is not UTF-8" },
  ENOLINK: {
    zh: "链接所指的位置不存在，或没有挂载",
    en: "a link to a place that does not exist or is not mounted",
  },
  // These four are no answers of the system's: what was looked at is no regular file, and was not opened.
  FIFO: { zh: "这是管道，不是存放数据的文件", en: "it is a pipe, not a file with data" },
  SOCKET: { zh: "这是套接字，不是存放数据的文件", en: "it is a socket, not a file with data" },
  DEVICE: { zh: "这是设备，不是存放数据的文件", en: "it is a device, not a file with data" },
  UNSTORED: {
    zh: "内容由系统即时生成，不是存放在磁盘上的文件",
    en: "the system makes up its content; it is not stored on a disk",
  },
};

/** An answer that is not in the table is given as it is. */
export function systemReason(reason: string, language: Language): string {
  const code = /^([A-Z][A-Z0-9]+): /u.exec(reason)?.[1] ?? "";
  const known = reasons[code];
  if (known === undefined) return reason;
  return language === "zh" ? `${known.zh}（${code}）` : `${known.en} (${code})`;
}
