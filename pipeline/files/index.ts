/** The disk, JSON, hashes, names of files and the package's own folder: a leaf that knows no business. */

export { type Clock, setClock } from "./clock.ts";
export { type Disk, disk, hasCode, isFolder, isHeld, type NewFile, reasonOf, replaceFile } from "./disk.ts";
export { hashOfBytes, hashOfData, hashOfFile } from "./hash.ts";
export { encodeJson, encodeJsonWithList, isRecord, type JsonRecord, parseJson } from "./json.ts";
export { compareNames, displayPath, fileNameOf, isArchive } from "./names.ts";
export { hashOfOwn, linkOnTheWay, readOwn } from "./own-file.ts";
export {
  codeFolder,
  libraryVersion,
  ownSamples,
  ownTemplates,
  packageFolder,
  readScript,
  readVersion,
  runtimeLibraries,
} from "./package-root.ts";
export { readRegular, readStable, readStart, readText, statRegular } from "./read-file.ts";
