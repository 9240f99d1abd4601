/** Departments → how many bytes of exports they have, which tells how long a build will take. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { DepartmentFolder } from "./find-departments.ts";

/** A file that cannot be looked at counts for nothing: whoever reads it will say so. */
export async function exportSize(departments: readonly DepartmentFolder[]): Promise<number> {
  const paths = departments.flatMap(({ realPath, files }) => files.map((name) => join(realPath, name)));
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
