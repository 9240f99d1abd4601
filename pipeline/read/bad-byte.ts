/** Finds the first byte that does not fit an encoding; the decoder itself only says that there is one. */

/** Offset of the first bad byte, or undefined where all of them are good. */
export function firstBadByte(bytes: Uint8Array, encoding: string): number | undefined {
  const damage = damageThatDecodes(bytes, encoding);
  if (decodes(bytes, encoding, false)) return damage;
  const broken = decodes(bytes, encoding, true) ? cutOffTail(bytes, encoding) : bisect(bytes, encoding);
  return damage === undefined ? broken : Math.min(damage, broken);
}

/** A zero byte is no text in any encoding of single bytes, though every decoder lets it pass. */
function damageThatDecodes(bytes: Uint8Array, encoding: string): number | undefined {
  if (encoding.startsWith("UTF-16")) return undefined;
  const zero = bytes.indexOf(0);
  const lone = encoding === "GB18030" ? loneEuroByte(bytes) : undefined;
  if (zero < 0) return lone;
  return lone === undefined ? zero : Math.min(zero, lone);
}

/** The longest prefix that decodes ends where the bad sequence shows; the sequence begins with that prefix's tail. */
function bisect(bytes: Uint8Array, encoding: string): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (decodes(bytes.subarray(0, middle), encoding, true)) good = middle;
    else bad = middle;
  }
  return cutOffTail(bytes.subarray(0, good), encoding);
}

/** Where the unfinished sequence at the end begins: no encoding here has one of more than four bytes. */
function cutOffTail(bytes: Uint8Array, encoding: string): number {
  for (let length = bytes.length; length > Math.max(0, bytes.length - 4); length -= 1) {
    if (decodes(bytes.subarray(0, length), encoding, false)) return length;
  }
  return Math.max(0, bytes.length - 4);
}

// The standard's decoder reads a lone 0x80 as €, which no Chinese system writes: it is damage.
function loneEuroByte(bytes: Uint8Array): number | undefined {
  let offset = bytes.indexOf(0x80) < 0 ? bytes.length : 0;
  while (offset < bytes.length) {
    const lead = bytes[offset] ?? 0;
    if (lead === 0x80) return offset;
    const next = bytes[offset + 1] ?? 0;
    offset += lead < 0x80 ? 1 : next >= 0x30 && next <= 0x39 ? 4 : 2;
  }
  return undefined;
}

function decodes(bytes: Uint8Array, encoding: string, unfinished: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: unfinished });
    return true;
  } catch {
    return false;
  }
}
