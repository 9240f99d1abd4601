/** Into a folder; `more`: further entries, name → path of the source. Returns the folders of the libraries in it. */
export function bundleProgram(
  folder: string,
  more?: Readonly<Record<string, string>>,
): Promise<readonly string[]>;
export function bundleScripts(folder: string): Promise<void>;
