/** Stretches deflated alone are one stream, and their checksums one checksum. */

import { crc32, inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import fc from "../../testing/seeded-check.ts";
import { deflateStretch, endOfStream, joinChecksums } from "./write-zip.ts";

test("any texts, one behind the other", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "绩效目标".repeat(20_000), "<w:p/>"),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
      const stretches = texts.map(deflateStretch);
      const stream = Buffer.concat([...stretches.map(({ bytes }) => bytes), endOfStream]);
      const whole = Buffer.concat(texts.map((one) => Buffer.from(one)));
      expect(inflateRawSync(stream).equals(whole)).toBe(true);
      const crc = stretches.reduce((sum, one) => joinChecksums(sum, one.crc, one.size), 0);
      expect(crc).toBe(crc32(whole));
    }),
    { numRuns: 50 },
  );
});
