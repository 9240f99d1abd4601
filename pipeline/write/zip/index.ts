/** Texts, deflated piece by piece → the bytes of a ZIP. */
export { deflateStretch, type Stretch, wholeEntry, type ZipEntry, zipEntries } from "./write-zip.ts";
