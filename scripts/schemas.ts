/** Writes the JSON Schemas of what people write in JSON, for their editors, and of what we write: `npm run schemas`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas } from "../pipeline/contracts/json-schema.ts";

const folder = join("docs", "schemas");
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas()))
  writeFileSync(join(folder, name), `${JSON.stringify(schema, undefined, 2)}\n`);
