/** A project → how findings name it to the unit that must correct it. */
import type { Subject } from "../diagnostics/index.ts";
import type { Project } from "../records/index.ts";

export function subjectOf(project: Project): Subject {
  return {
    ...(project.unit && { unit: project.unit.text }),
    ...(project.code && { code: project.code.text }),
    ...(project.name && { project: project.name.text }),
  };
}
