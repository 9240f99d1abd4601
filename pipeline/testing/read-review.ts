/** The bytes of a page of review → what it carries, by way of zlib: independent of the viewer, and of who wrote it. */
import { inflateRawSync } from "node:zlib";
import type { PartData, ReviewHead, ValuesGroup } from "../write/review/page-data.ts";

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
  const parts = (head.pages?.groups ?? []).flatMap((length): PartData[] => JSON.parse(take(length)));
  for (const { bytes: length } of head.pages?.fonts ?? []) from += length;
  const values = (head.values?.groups ?? []).map((length): ValuesGroup => JSON.parse(take(length)));
  return { head, parts, values };
}
