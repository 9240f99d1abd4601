/** A level-3 name as it is compared, without its own numbering, spaces and final stop, and what it says of its unit. */

const numbering = /^\s*[（(]?(\d{1,2})[)）.．、](?!\d)/u;

/** Its own number: 2 of “2.巡检次数”. */
export function nameNumber(name: string): number | undefined {
  const digits = numbering.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

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
