/** The bytes of a page of review → what it carries: inflated by zlib, and unpacked as its viewer does it. */
import { inflateRawSync } from "node:zlib";
import { type PartData, unpackParts } from "../viewer/unpack-parts.ts";
import type { PartsGroup, ReviewHead, ValuesGroup } from "../write/review/page-data.ts";

export type ReadReview = {
  readonly head: ReviewHead;
  readonly parts: readonly PartData[];
  /** The department's, then those of the projects. */
  readonly values: readonly ValuesGroup[];
};

export function readReview(page: Uint8Array): ReadReview {
  const [, base64 = ""] = /id="data">([^<]*)</u.exec(Buffer.from(page).toString("utf8")) ?? [];
  const bytes = Buffer.from(base64, "base64");
  let from = 4 + bytes.readUInt32LE(0);
  const head: ReviewHead = JSON.parse(inflateRawSync(bytes.subarray(4, from)).toString("utf8"));
  const take = (length: number) => {
    from += length;
    return inflateRawSync(bytes.subarray(from - length, from)).toString("utf8");
  };
  const parts = (head.pages?.groups ?? []).flatMap((length) => {
    const group: PartsGroup = JSON.parse(take(length));
    return unpackParts(group);
  });
  for (const { bytes: length } of head.pages?.fonts ?? []) from += length;
  const values = (head.values?.groups ?? []).map((length): ValuesGroup => JSON.parse(take(length)));
  return { head, parts, values };
}
