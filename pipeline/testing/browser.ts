/** Chromium as Debian has it, driven by playwright: what a reader of our pages sees, and what axe-core finds in them. */
import { existsSync } from "node:fs";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import type { TestContext } from "vitest";

const program = "/usr/bin/chromium";

/** Opens an address in a tab of its own, which the next test has again when this one has ended. */
export type OpenPage = (address: string, options?: PageOptions) => Promise<OpenedPage>;

export type OpenedPage = {
  readonly page: Page;
  /** Whatever it says, and asks for beside its file or of others than its server. */
  readonly noise: readonly string[];
};

type PageOptions = {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What axe-core needs: its script is not one of the page. */
  readonly bypassCSP?: boolean;
};

/** If it is not installed, the test is skipped with a note; in CI that is a failure. Its pages are closed in the end. */
export async function withBrowser<Result>(
  context: TestContext,
  look: (open: OpenPage) => Promise<Result>,
): Promise<Result> {
  if (!existsSync(program)) {
    const note = `${program} is not installed: what it would have shown is not looked at here`;
    if (process.env.CI === "true") throw new Error(note);
    process.stderr.write(`\n${context.task.name}: ${note}\n`);
    return context.skip(note);
  }
  const taken: Tab[] = [];
  try {
    return await look(async (address, { viewport = usual, bypassCSP = false } = {}) => {
      const tab = await takeTab(bypassCSP);
      taken.push(tab);
      const { page } = tab;
      await page.setViewportSize(viewport);
      const noise = listenTo(page, address);
      await page.goto(address);
      return { page, noise };
    });
  } finally {
    await Promise.all(taken.map(emptyTab));
  }
}

const usual = { width: 1440, height: 900 };

type Tab = { readonly page: Page; readonly bypassCSP: boolean };

/** A new tab takes a second of CPU time, a page in it a fraction of that: so tabs that no test has any more are kept. */
let empty: readonly Tab[] = [];

async function takeTab(bypassCSP: boolean): Promise<Tab> {
  const found = empty.find((one) => one.bypassCSP === bypassCSP);
  empty = empty.filter((one) => one !== found);
  return found ?? { page: await (await theBrowser()).newPage({ bypassCSP }), bypassCSP };
}

const noises = ["console", "pageerror", "request"] as const;

function listenTo(page: Page, address: string): readonly string[] {
  const noise: string[] = [];
  const { protocol, origin } = new URL(address);
  const isOwn = (url: string) => (protocol === "file:" ? url === address : new URL(url).origin === origin);
  page.on("console", (message) => noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(error.message));
  page.on("request", (request) => isOwn(request.url()) || noise.push(request.url()));
  return noise;
}

/** Leaves nothing of its page: no document, listeners or pointer. */
async function emptyTab(tab: Tab): Promise<void> {
  const { page } = tab;
  for (const one of noises) page.removeAllListeners(one);
  await page.goto("about:blank");
  await page.emulateMedia({ media: null });
  await page.mouse.move(-1, -1);
  empty = [...empty, tab];
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
  empty = [];
}

/** Each violation with the first element that has it; the page must have been opened without its policy. What is in order is not described. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ content: axe.source });
  const found: unknown = await page.evaluate(
    'axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
  );
  if (!Array.isArray(found)) throw new Error("axe-core gave no list");
  return found.map(String);
}
