/** Who may import whom, and who owns which library: reading these tables is reading the architecture. */

/** What each stage may import, always through the other stage's `index.ts`. */
export const mayImport = {
  diagnostics: [],
  model: [],
  records: ["diagnostics"],
  read: ["records", "diagnostics"],
  // Raw tables are what `read` hands over, so their types come from there.
  normalise: ["records", "diagnostics", "read"],
  check: ["records", "diagnostics"],
  compare: ["records", "diagnostics"],
  compose: ["records", "model", "diagnostics"],
  resolve: ["model", "diagnostics"],
  layout: ["model", "resolve", "diagnostics"],
  "write/docx": ["model", "resolve", "layout", "diagnostics"],
  "write/pdf": ["model", "resolve", "layout", "diagnostics"],
  contracts: ["records", "diagnostics"],
  files: ["diagnostics"],
  find: ["records", "diagnostics", "files"],
  assets: ["diagnostics", "compose", "layout", "files"],
  lists: ["diagnostics", "check", "files"],
  department: [],
  cache: [],
  editions: [],
  batch: [],
  rollup: [],
  commands: [],
  cli: ["commands", "diagnostics"],
} as const satisfies Record<string, readonly string[]>;

export type Stage = keyof typeof mayImport;

/** The stage that knows a library, or the few that do; a library that is missing here may not be imported at all. */
export const ownerOf = {
  zod: "records",
  "big.js": "records",
  "csv-parse": "read",
  "jsonc-parser": "read",
  diff: "compare",
  handlebars: "compose",
  htmlparser2: "compose",
  fontkit: "layout",
  docx: "write/docx",
  fflate: "write/docx",
  "node:zlib": ["write/docx", "write/pdf", "files"],
  pdfmake: "write/pdf",
  "p-limit": "files",
  picomatch: "files",
  tinypool: "files",
  "node:fs": "files",
  "node:path": "files",
  "node:os": "files",
  "node:process": "files",
  "node:url": "files",
  "node:module": "files",
  "node:crypto": "files",
  "node:worker_threads": "files",
  "node:child_process": "files",
  commander: "cli",
  "node:util": "cli",
} as const satisfies Record<string, Stage | readonly Stage[]>;

/** The world outside, by the stages that may touch it. */
export const mayTouch = [
  { what: "the console", pattern: /\bconsole\b/u, stages: ["cli"] },
  { what: "the process", pattern: /\bprocess\b(?!\.env\b)/u, stages: ["cli"] },
  { what: "the environment", pattern: /\bprocess\.env\b/u, stages: ["files", "cli"] },
  {
    what: "the clock",
    pattern: /\bnew Date(?:\(\s*\)|\b(?!\())|(?<!new )\bDate\(|\bDate\.now\b|\bperformance\.now\b/u,
    stages: ["files", "cli"],
  },
  { what: "chance", pattern: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/u, stages: ["files", "cli"] },
] as const satisfies readonly {
  readonly what: string;
  readonly pattern: RegExp;
  readonly stages: readonly Stage[];
}[];
