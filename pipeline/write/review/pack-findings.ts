/** Findings → columns, in which what many of them have alike is there once: twenty thousand have 7 MB otherwise. */
import type { FindingData, FindingsData } from "./page-data.ts";

export function packFindings(findings: readonly FindingData[]): FindingsData {
  const { list: kinds, numberOf: kindOf } = onceEach<FindingsData["kinds"][number]>();
  const { list: sayings, numberOf: sayingOf } = onceEach<FindingsData["sayings"][number]>();
  const { list: subjects, numberOf: subjectOf } = onceEach<FindingsData["subjects"][number]>();
  const marks = findings.flatMap((finding) => finding.marks);
  return {
    kinds,
    kind: findings.map(({ code, rule, aspect, severity }) => kindOf({ code, rule, aspect, severity })),
    sayings,
    saying: findings.map(({ says, todo }) => sayingOf({ says, todo })),
    subjects,
    subject: findings.map(({ unit, project }) => subjectOf({ unit, project })),
    places: findings.map(({ place }) => place),
    marks: findings.map((finding) => finding.marks.length),
    sheets: marks.map(([sheet], at) => sheet - (marks[at - 1]?.[0] ?? 0)),
    paths: marks.map(([, path]) => path),
    projects: marks.map(([, , project = 0]) => project),
  };
}

function onceEach<Item>() {
  const list: Item[] = [];
  const known = new Map<string, number>();
  const numberOf = (item: Item): number => {
    const key = JSON.stringify(item);
    const number = known.get(key) ?? list.push(item) - 1;
    known.set(key, number);
    return number;
  };
  return { list, numberOf };
}
