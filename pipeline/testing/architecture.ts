/** Which room may import which, and who owns which library: reading these tables is reading the architecture. */

/**
 * What each room may import, in the order of the data: a room imports only rooms above it, so no two form a circle.
 * A room is entered through its `index.ts`; each file of `commands` is a door of its own, which `cli` loads when asked.
 */
export const mayImport = {
  files: [],
  diagnostics: [],
  model: [],
  options: ["diagnostics", "model"],
  records: ["diagnostics"],
  contracts: ["files", "diagnostics", "options", "records"],
  formula: ["diagnostics", "records"],

  find: ["files", "diagnostics", "options", "records", "contracts"],
  read: ["diagnostics", "records", "contracts"],
  workbook: ["diagnostics", "read"],
  // Raw tables are what `read` hands over, so their types come from there.
  normalise: ["diagnostics", "records", "formula", "read"],
  check: ["files", "diagnostics", "records", "formula"],
  catalogue: ["files", "diagnostics", "records", "check"],
  redact: ["files", "diagnostics", "records", "read", "check"],
  "write/zip": [],
  "write/tags": [],
  "write/overview": ["diagnostics", "contracts", "write/tags"],
  "write/xlsx": ["diagnostics", "write/zip"],
  compare: ["diagnostics", "records", "contracts"],
  lists: ["files", "diagnostics", "contracts", "catalogue"],
  // form.json is read as department.json is: every value knows its place.
  compose: ["diagnostics", "model", "records", "contracts", "formula", "read"],
  resolve: ["diagnostics", "model"],
  layout: ["diagnostics", "model", "resolve"],
  "write/docx": ["diagnostics", "model", "resolve", "layout", "write/zip"],
  "write/html": ["model", "resolve", "layout", "write/tags"],
  "write/pdf": ["diagnostics", "model", "resolve", "layout"],
  "write/review": ["resolve", "layout", "write/tags"],
  // Runs in a browser, so it takes types alone.
  viewer: ["write/review"],
  // Shares nothing with who wrote what it reads.
  verify: ["model"],

  "assets/forms": ["files", "diagnostics", "records", "find", "normalise", "check", "compose"],
  "assets/fonts": ["files", "diagnostics", "find", "layout"],
  editions: ["files", "diagnostics", "contracts"],
  department: [
    ...["files", "diagnostics", "model", "records", "contracts", "read", "normalise", "check", "compare"],
    ...[
      "catalogue",
      "redact",
      "compose",
      "resolve",
      "layout",
      "write/docx",
      "write/html",
      "write/pdf",
      "write/review",
      "verify",
      "assets/forms",
      "assets/fonts",
      "editions",
    ],
  ],
  // Of a department it knows what a finished part is.
  cache: ["files", "diagnostics", "model", "resolve", "department"],
  batch: [
    ...[
      "files",
      "diagnostics",
      "model",
      "options",
      "records",
      "contracts",
      "find",
      "read",
      "workbook",
      "catalogue",
      "lists",
      "compose",
      "write/xlsx",
      "write/overview",
      "write/review",
    ],
    ...["assets/forms", "assets/fonts", "editions", "department", "cache"],
  ],
  rollup: [
    ...[
      "files",
      "diagnostics",
      "model",
      "records",
      "contracts",
      "formula",
      "find",
      "check",
      "catalogue",
      "lists",
      "compose",
      "write/xlsx",
      "verify",
    ],
    ...["resolve", "assets/forms", "assets/fonts", "editions", "department", "cache", "batch"],
  ],
  preview: [
    ...([
      "files",
      "diagnostics",
      "find",
      "read",
      "catalogue",
      "write/review",
      "write/tags",
      "department",
      "cache",
    ] as const),
    "batch",
  ],
  commands: [
    ...[
      "files",
      "diagnostics",
      "model",
      "options",
      "records",
      "contracts",
      "formula",
      "find",
      "read",
      "check",
      "compare",
    ],
    ...[
      "catalogue",
      "lists",
      "compose",
      "assets/forms",
      "editions",
      "department",
      "batch",
      "rollup",
      "preview",
    ],
  ],
  cli: [
    "files",
    "diagnostics",
    "options",
    "contracts",
    "compare",
    "catalogue",
    "lists",
    "department",
    "batch",
    "commands",
  ],
} satisfies Record<string, readonly string[]>;

export type Room = keyof typeof mayImport;

/**
 * The folders of a room of many files, in the order of the data: a file imports from its own folder and from those before
 * it, and only files of the room that lie in no folder import from all.
 */
export const foldersOf: Readonly<Partial<Record<Room, readonly string[]>>> = {
  normalise: ["headers", "facts", "drafts", "tables", "cards", "lists", "trees", "exports", "assemble"],
};

/** The rooms that know a library; a library that is missing here may not be imported at all. */
export const ownersOf: Readonly<Record<string, readonly Room[]>> = {
  zod: ["records", "contracts"],
  "big.js": ["records"],
  "csv-parse": ["read", "verify"],
  "jsonc-parser": ["read"],
  diff: ["compare"],
  handlebars: ["compose"],
  "@e965/xlsx": ["workbook"],
  htmlparser2: ["compose", "workbook"],
  fontkit: ["layout"],
  docx: ["write/docx"],
  fflate: ["read", "viewer", "write/zip", "write/xlsx", "workbook", "verify"],
  "write-excel-file": ["write/xlsx"],
  pdfmake: ["write/pdf"],
  picomatch: ["find"],
  "p-limit": ["batch", "rollup", "preview"],
  chokidar: ["preview"],
  open: ["cli"],
  tinypool: ["batch"],
  commander: ["cli"],
  "@clack/prompts": ["cli"],
  "get-east-asian-width": ["cli"],
  "node:buffer": ["read"],
  "node:fs": [
    ...(["files", "find", "workbook", "assets/forms", "assets/fonts", "editions"] as const),
    ...(["cache", "batch", "commands"] as const),
  ],
  "node:path": [
    ...(["files", "find", "workbook", "assets/forms", "assets/fonts", "editions", "department"] as const),
    ...(["cache", "batch", "rollup", "preview", "commands"] as const),
  ],
  "node:crypto": ["files", "editions", "cache", "batch", "preview", "commands", "write/tags"],
  "node:http": ["preview"],
  "node:zlib": ["compose", "workbook", "verify", "write/zip", "write/pdf", "write/review", "cache"],
  "node:timers": ["files", "editions", "batch", "rollup", "preview"],
  "node:module": ["files"],
  "node:v8": ["batch"],
  "node:url": ["files", "batch", "workbook"],
  "node:os": ["editions", "batch"],
  "node:process": ["batch"],
  "node:vm": ["batch"],
  "node:child_process": ["batch", "workbook"],
  "node:worker_threads": ["workbook"],
  "node:stream": ["cli"],
  "node:util": ["cli"],
};

/** The world outside, by the rooms that may touch it. */
export const mayTouch: readonly {
  readonly what: string;
  readonly pattern: RegExp;
  readonly rooms: readonly Room[];
}[] = [
  { what: "the console", pattern: /\bconsole\b/u, rooms: ["cli"] },
  { what: "the process", pattern: /\bprocess\b(?!\.env\b)/u, rooms: ["workbook", "cli"] },
  { what: "the environment", pattern: /\bprocess\.env\b/u, rooms: ["batch", "cli"] },
  {
    what: "the clock",
    pattern: /\bnew Date(?:\(\s*\)|\b(?!\())|(?<!new )\bDate\(|\bDate\.now\b|\bperformance\.now\b/u,
    rooms: ["viewer", "editions", "department", "cache", "batch", "rollup", "preview", "commands", "cli"],
  },
  {
    what: "chance",
    pattern: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/u,
    rooms: ["editions", "cache", "batch", "preview", "commands"],
  },
];

/** The files that change the disk; a test can stop the program at each step of the first. */
export const writers: readonly string[] = [
  "files/disk.ts",
  // A log's lines must be on the disk before the next step, so they are written at once, and not in turn.
  "batch/append-lines.ts",
];

/** Names that every file of a registry exports: each is one entry of it. */
export const sharedNames: Readonly<Record<string, string>> = { rule: "check/rules/" };
