/** Text → GB18030 bytes, by turning the platform's decoder round: there is no encoder. */

let table: ReadonlyMap<string, readonly number[]> | undefined;

/** Throws if a character has none. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes = gb18030Bytes(text);
  if (bytes === undefined) throw new Error(`no GB18030 bytes for a character of ${text}`);
  return bytes;
}

/** Undefined if a character has none, as half of a pair and a few for private use. */
export function gb18030Bytes(text: string): Uint8Array | undefined {
  table ??= reverseTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const found = table.get(character) ?? (code > 0xffff ? supplementary(code) : undefined);
    if (code < 0x80) bytes.push(code);
    else if (found !== undefined) bytes.push(...found);
    else return undefined;
  }
  return Uint8Array.from(bytes);
}

function reverseTable(): Map<string, readonly number[]> {
  const decoder = new TextDecoder("gb18030");
  const reverse = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && !reverse.has(character)) reverse.set(character, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) add([lead, trail]);
  }
  for (let linear = 0; linear < 39_420; linear += 1) add(fourBytes(linear));
  return reverse;
}

/** Characters beyond the basic plane follow a formula. */
function supplementary(code: number): readonly number[] {
  return fourBytes(code - 0x10000 + 189_000);
}

function fourBytes(linear: number): readonly number[] {
  const second = Math.floor(linear / 1260);
  const third = Math.floor(linear / 10) % 126;
  return [0x81 + Math.floor(second / 10), 0x30 + (second % 10), 0x81 + third, 0x30 + (linear % 10)];
}
