/** A level-3 name as it is compared: without its own numbering, spaces and final stop. */

const numbering = /^[（(]?\d{1,2}[)）.．、](?!\d)/u;

export function bareName(name: string): string {
  return name
    .replace(/\s+/gu, "")
    .replace(numbering, "")
    .replace(/[。；;.]$/u, "");
}
