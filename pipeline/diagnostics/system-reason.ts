/** What the system answered, as `EACCES: permission denied, open '…'` → a sentence in the reader's language, code kept. */

const reasonsZh: Readonly<Record<string, string>> = {
  EACCES: "没有权限",
  EPERM: "没有权限，或文件被占用",
  EROFS: "磁盘是只读的",
  ENOSPC: "磁盘已满",
  EDQUOT: "磁盘配额已用完",
  ENOENT: "文件或文件夹不存在",
  ENOTDIR: "路径中有一段是文件，不是文件夹",
  EISDIR: "这是文件夹，不是文件",
  EBUSY: "正被其他程序占用",
  EMFILE: "打开的文件太多",
  ENAMETOOLONG: "文件名太长",
  EIO: "磁盘读写出错",
  ELOOP: "链接指回了自己",
};
const reasonsEn: typeof reasonsZh = {
  EACCES: "permission denied",
  EPERM: "not permitted, or in use",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  ENOENT: "no such file or folder",
  ENOTDIR: "a part of the path is a file, not a folder",
  EISDIR: "it is a folder, not a file",
  EBUSY: "in use by another program",
  EMFILE: "too many open files",
  ENAMETOOLONG: "the file name is too long",
  EIO: "the disk failed",
  ELOOP: "a link leads back to itself",
};

/** What is no known answer of the system is given as it is. */
export function systemReasonZh(reason: string): string {
  const code = codeOf(reason);
  return reasonsZh[code] === undefined ? reason : `${reasonsZh[code]}（${code}）`;
}

export function systemReasonEn(reason: string): string {
  const code = codeOf(reason);
  return reasonsEn[code] === undefined ? reason : `${reasonsEn[code]} (${code})`;
}

function codeOf(reason: string): string {
  return /^([A-Z][A-Z0-9]+): /u.exec(reason)?.[1] ?? "";
}
