/** A level-3 name as it is compared, without its own numbering, spaces and final stop, and what it says of its unit. */

const numbering = /^[（(]?\d{1,2}[)）.．、](?!\d)/u;

export function bareName(name: string): string {
  return name
    .replace(/\s+/gu, "")
    .replace(numbering, "")
    .replace(/[。；;.]$/u, "");
}

/** Whether what the name means is a bare number: 容积率, 床护比, 综合指数, pH值. */
export function isDimensionless(name: string): boolean {
  return /(?:容积率|(?<!占)比|系数|指数|pH值)$/iu.test(bareName(name));
}
