/** A process that runs a command line of the program and, when it is done, writes down all that the process took. */
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [node = "", , main = "", usageFile = "", ...words] = process.argv;
process.argv = [node, main, ...words];
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 };
  writeFileSync(usageFile, JSON.stringify(usage));
});
await import(pathToFileURL(main).href);
