/** Findings as columns → one by one, as they are listed. */
import type { FindingData, FindingsData, MarkData } from "../write/review/index.ts";

export function unpackFindings(columns: FindingsData): readonly FindingData[] {
  const { kinds, kind, sayings, saying, subjects, subject, places, marks } = columns;
  const nextMark = markReader(columns);
  return places.flatMap((place, at): FindingData[] => {
    const [about, says] = [kinds[kind[at] ?? -1], sayings[saying[at] ?? -1]];
    if (about === undefined || says === undefined) return [];
    const own = Array.from({ length: marks[at] ?? 0 }, nextMark);
    return [{ ...about, ...says, ...subjects[subject[at] ?? -1], place, marks: own }];
  });
}

function markReader({ sheets, paths, projects }: FindingsData): () => MarkData {
  let [at, sheet] = [0, 0];
  return () => {
    sheet += sheets[at] ?? 0;
    const [path = "", project = 0] = [paths[at], projects[at]];
    at += 1;
    return project === 0 ? [sheet, path] : [sheet, path, project];
  };
}
