/** A text that was read in a wrong encoding and saved again (椤圭洰, é¡¹ç›®, ÏîÄ¿) → what it may have been (项目). */
import { gb18030Bytes } from "./encode-gb18030.ts";

export type WrongConversion = {
  readonly restored: string;
  /** The encoding it had, and that in which it was read. */
  readonly was: "UTF-8" | "GB18030";
  readonly takenFor: "GB18030" | "Windows-1252";
};

/** Nothing of a text that cannot have come about so, as is that of nearly every text. */
export function unconverted(text: string): readonly WrongConversion[] {
  if (!/[^\0-\x7F]/u.test(text)) return [];
  const western = westernBytes(text);
  if (western === undefined) {
    const bytes = gb18030Bytes(text);
    const restored = bytes && decoded(bytes, "UTF-8");
    return restored === undefined ? [] : [{ restored, was: "UTF-8", takenFor: "GB18030" }];
  }
  return (["UTF-8", "GB18030"] as const).flatMap((was) => {
    const restored = decoded(western, was);
    return restored === undefined ? [] : [{ restored, was, takenFor: "Windows-1252" as const }];
  });
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

let western: ReadonlyMap<string, number> | undefined;

/** Undefined if a character is none of Windows-1252, in which ISO-8859-1 is contained. */
function westernBytes(text: string): Uint8Array | undefined {
  western ??= new Map(
    Array.from({ length: 0x100 }, (_, byte) => [
      new TextDecoder("windows-1252").decode(Uint8Array.of(byte)),
      byte,
    ]),
  );
  const bytes: number[] = [];
  for (const character of text) {
    const byte = western.get(character) ?? (character <= "\xFF" ? character.charCodeAt(0) : undefined);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}
