/** A folder of parts that earlier builds have made. */
export { type CacheOptions, cached, cacheNotes } from "./cached.ts";
export { type KeptPacks, keepPacks } from "./kept-packs.ts";
export { openPartCache, type PartCache } from "./part-cache.ts";
