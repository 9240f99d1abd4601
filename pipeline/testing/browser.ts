/** Chromium as Debian has it, driven by playwright: what a reader of our pages sees, and what axe-core finds in them. */
import { existsSync } from "node:fs";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import type { TestContext } from "vitest";

const program = "/usr/bin/chromium";

/** If it is not installed, the test is skipped with a note; in CI that is a failure. Its pages are closed in the end. */
export async function withBrowser<Result>(
  context: TestContext,
  look: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  if (!existsSync(program)) {
    const note = `${program} is not installed: what it would have shown is not looked at here`;
    if (process.env.CI === "true") throw new Error(note);
    process.stderr.write(`\n${context.task.name}: ${note}\n`);
    return context.skip(note);
  }
  const browser = await theBrowser();
  try {
    return await look(browser);
  } finally {
    await Promise.all(browser.contexts().map((one) => one.close()));
  }
}

let launched: Browser | undefined;

/** One for all tests of a suite, as its start takes longer than most of them. */
async function theBrowser(): Promise<Browser> {
  // Root, as which CI runs, has no sandbox.
  if (launched?.isConnected() !== true)
    launched = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
  return launched;
}

/** For the end of a suite that looked at anything. */
export async function closeBrowser(): Promise<void> {
  await launched?.close();
  launched = undefined;
}

/** Each violation with the first element that has it; the page must have been opened without its policy. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ content: axe.source });
  const found: unknown = await page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
  );
  if (!Array.isArray(found)) throw new Error("axe-core gave no list");
  return found.map(String);
}
