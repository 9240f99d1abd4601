/** Turns schemas into JSON Schemas: of what people write, for editors, with Chinese and English keys; of what we write, for programs. */
import { z } from "zod";
import { isRecord, type JsonRecord } from "../files/index.ts";
import {
  departmentKeys,
  FormSpec,
  ignoreKeys,
  keptRowKeys,
  sourceKeys,
  subGoalKeys,
} from "../records/index.ts";
import { Changes } from "./changes.ts";
import { FindingsFile } from "./findings.ts";
import { LogLine } from "./log-line.ts";
import { Manifest } from "./manifest.ts";
import {
  budgetKeys,
  DepartmentWithProjects,
  horizonKeys,
  indicatorKeys,
  ProjectExport,
  projectKeys,
} from "./project-export.ts";
import { Rollup } from "./rollup-record.ts";
import { RunRecord } from "./run-record.ts";
import { Snapshot } from "./snapshot.ts";

/** The Chinese key of each canonical one. */
type Keys = Readonly<Record<string, string>>;

/** By the id of an object's schema; the department itself has none. */
const keysOfObject: Readonly<Record<string, Keys>> = {
  budget: budgetKeys,
  goals: horizonKeys,
  indicator: indicatorKeys,
  indicatorsByHorizon: horizonKeys,
  listedFile: sourceKeys,
  ignored: ignoreKeys,
  keptRow: keptRowKeys,
  project: projectKeys,
  subGoal: subGoalKeys,
};
const keysOfDepartment: Keys = { ...departmentKeys, projects: "项目" };

/** File name → schema, as `docs/schemas/` has them. */
export function jsonSchemas(): Readonly<Record<string, JsonRecord>> {
  return {
    "department.schema.json": schemaOf(DepartmentWithProjects, "department.json"),
    "form.schema.json": { title: "form.json", ...z.toJSONSchema(FormSpec, { io: "input" }) },
    "project-export.schema.json": schemaOf(ProjectExport, "项目导出 / project export"),
    "findings.schema.json": schemaOfWritten(FindingsFile, "findings.json"),
    "manifest.schema.json": schemaOfWritten(Manifest, "manifest.json"),
    "run.schema.json": schemaOfWritten(RunRecord, "run.json"),
    "rollup.schema.json": schemaOfWritten(Rollup, "rollup.json"),
    "log-line.schema.json": schemaOfWritten(LogLine, "--log-file"),
    "records.schema.json": { title: "records.json", ...z.toJSONSchema(Snapshot) },
    "changes.schema.json": { title: "changes.json", ...z.toJSONSchema(Changes) },
  };
}

function schemaOf(type: z.ZodType, title: string): JsonRecord {
  const { $schema, $defs, ...root } = z.toJSONSchema(type, { io: "input" });
  const definitions = Object.entries($defs ?? {}).map(([id, definition]) => [
    id,
    bilingual(definition, keysOfObject[id] ?? {}),
  ]);
  return { $schema, title, ...bilingual(root, keysOfDepartment), $defs: Object.fromEntries(definitions) };
}

/** Of what the program writes itself, which has its English keys only. */
function schemaOfWritten(type: z.ZodType, title: string): JsonRecord {
  const { $schema, ...schema } = z.toJSONSchema(type, {
    // That our code does not change a value is nothing to whoever reads the file.
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  return { $schema, title, ...schema };
}

/** The schema with each key under both of its names, of which a required one needs only one. */
function bilingual(schema: JsonRecord, keys: Keys): JsonRecord {
  const { properties, required, ...rest } = schema;
  const others = Object.entries(rest).map(([name, value]) => [name, below(value, keys)]);
  if (!isRecord(properties)) return Object.fromEntries(others);
  const named = Object.entries(properties).flatMap(([name, property]) => {
    const zh = keys[name];
    return zh === undefined
      ? [[name, property]]
      : [
          [zh, property],
          [name, property],
        ];
  });
  const either = (Array.isArray(required) ? required : [])
    .map(String)
    .map((name) => ({ anyOf: [keys[name] ?? name, name].map((key) => ({ required: [key] })) }));
  return {
    ...Object.fromEntries(others),
    // Editors look for it in the file that they check.
    properties: Object.fromEntries([
      ...(keys === keysOfDepartment ? [["$schema", { type: "string" }]] : []),
      ...named,
    ]),
    allOf: either.length === 0 ? undefined : either,
  };
}

function below(value: unknown, keys: Keys): unknown {
  if (Array.isArray(value)) return value.map((item) => below(item, keys));
  return isRecord(value) ? bilingual(value, keys) : value;
}
