/** The files for schedulers: each is valid for its scheduler, and its command line does what docs/nightly.md says. */
import { cpSync, existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DOMParser, type Element } from "@xmldom/xmldom";
import { describe, expect, test } from "vitest";
import { program } from "../../pipeline/testing/installed-program.ts";
import { runTool } from "../../pipeline/testing/outside-tools.ts";
import { runProgram } from "../../pipeline/testing/run-program.ts";
import { breakDepartment, writeDepartment } from "../../pipeline/testing/small-departments.ts";
import { temporaryFolder } from "../../pipeline/testing/temporary-folder.ts";

const folder = import.meta.dirname;
const read = (name: string) => readFileSync(join(folder, name), "utf8");

/** The last value of a key in a unit. */
function unitValue(text: string, key: string): string {
  const [, value = ""] = [...text.matchAll(new RegExp(`^${key}=(.*)$`, "gmu"))].at(-1) ?? [];
  return value;
}

/** The cron line's five fields and its command. */
function cronLine(): { readonly fields: readonly string[]; readonly command: string } {
  const [line = ""] = read("huibian.cron")
    .split("\n")
    .filter((one) => one !== "" && !one.startsWith("#"));
  const words = line.split(" ");
  return { fields: words.slice(0, 5), command: words.slice(5).join(" ") };
}

/** The wrapper's settings, and its line that starts the program with them filled in, as a POSIX shell reads it. */
function cmdLine(settings: Readonly<Record<string, string>>): string {
  const line = read("huibian-nightly.cmd")
    .split("\r\n")
    .find((one) => one.startsWith('"%NODE%"'));
  const filled = Object.entries(settings).reduce(
    (text, [name, value]) => text.replaceAll(`%${name}%`, value),
    line ?? "",
  );
  return `cd "${settings.WORK}" && ${filled.replaceAll("\\", "/")}`;
}

type Places = { readonly work: string; readonly node: string; readonly program: string };

const commands: Readonly<Record<string, (places: Places) => string>> = {
  "huibian.service": ({ work, node, program }) => {
    const text = read("huibian.service");
    const [directory, start] = [unitValue(text, "WorkingDirectory"), unitValue(text, "ExecStart")];
    expect(directory).toBe("/srv/huibian");
    const filled = start
      .replace("/usr/bin/node", node)
      .replace("/opt/huibian", program)
      .replace("/var/log/huibian", work);
    return `cd "${work}" && ${filled}`;
  },
  "huibian.cron": ({ work, node, program }) =>
    cronLine()
      .command.replace("/srv/huibian", work)
      .replace("/usr/bin/node", node)
      .replace("/opt/huibian", program),
  "huibian-nightly.cmd": ({ work, node, program }) => cmdLine({ NODE: node, HUIBIAN: program, WORK: work }),
};

describe.each(Object.entries(commands))("the command of %s", (_, commandWith) => {
  test("builds, appends to its log, removes old drafts, and reports failures by its exit code", async () => {
    const work = temporaryFolder();
    for (const name of ["甲", "乙"]) writeDepartment(join(work, "data"), name);
    const command = commandWith({ work, node: process.execPath, program });
    const run = () => runProgram("/bin/sh", ["-c", command]);
    expect((await run()).exitCode).toBe(0);
    // A draft of two months ago.
    const draft = join(work, "out", "甲", "draft");
    mkdirSync(draft);
    const manifest = JSON.parse(readFileSync(join(work, "out", "甲", "manifest.json"), "utf8"));
    for (const { name } of manifest.files) cpSync(join(work, "out", "甲", name), join(draft, name));
    writeFileSync(join(draft, "manifest.json"), JSON.stringify({ ...manifest, draft: true }));
    const then = new Date(Date.now() - 60 * 24 * 60 * 60 * 1000);
    utimesSync(join(draft, "manifest.json"), then, then);
    breakDepartment(join(work, "data"), "乙");
    expect((await run()).exitCode).toBe(1);
    expect(existsSync(draft)).toBe(false);
    const log = readFileSync(join(work, "huibian.log"), "utf8").trim().split("\n");
    const ends = log.map((line) => JSON.parse(line)).filter(({ event }) => event === "run-finished");
    expect(ends).toMatchObject([{ exitCode: 0 }, { exitCode: 1, departments: { unchanged: 1, failed: 1 } }]);
  });
});

test("the three command lines are one", () => {
  const options = (text: string) => text.slice(text.indexOf(" build ")).replace(/ ?>.*$/u, "");
  const service = options(unitValue(read("huibian.service"), "ExecStart"));
  const cron = options(cronLine().command);
  expect(service.replace("/var/log/huibian/", "")).toBe(cron);
  expect(options(cmdLine({}))).toBe(cron);
});

test("systemd finds nothing wrong with the units", async (context) => {
  const units = ["huibian.service", "huibian.timer"].map((name) => join(folder, name));
  const verified = await runTool(context, "systemd-analyze", ["verify", ...units]);
  // If the program is not installed, this is all that it may say.
  const said = verified.stderr
    .split("\n")
    .filter((line) => line !== "" && !line.includes("is not executable"));
  expect(said).toEqual([]);
  expect(read("huibian.timer")).toMatch(/^OnCalendar=\*-\*-\* 02:00:00$/mu);
});

test("cron reads the line: five fields in their ranges, and no % that would end the command", () => {
  const { fields, command } = cronLine();
  const most = [59, 23, 31, 12, 7];
  for (const [at, field] of fields.entries())
    expect(field === "*" || (/^\d+$/u.test(field) && Number(field) <= (most[at] ?? 0)), field).toBe(true);
  expect(command).toMatch(/^cd .* && .*main\.js build /u);
  expect(command).not.toContain("%");
  expect(read("huibian.cron").endsWith("\n")).toBe(true);
});

test("Windows reads the wrapper: ASCII, CRLF, and the exit code passed on", () => {
  const text = read("huibian-nightly.cmd");
  expect(text).toMatch(/^[\r\n\x20-\x7e]*$/u);
  expect(text.replaceAll("\r\n", "")).not.toContain("\n");
  expect(text).toContain("exit /b %ERRORLEVEL%");
});

/** Elements whose children the task's schema wants in this order; those of all others may have any. */
const sequences: Readonly<Record<string, readonly string[]>> = {
  CalendarTrigger: [
    ...["Enabled", "StartBoundary", "EndBoundary", "Repetition", "ExecutionTimeLimit", "RandomDelay"],
    ...["ScheduleByDay", "ScheduleByWeek", "ScheduleByMonth", "ScheduleByMonthDayOfWeek"],
  ],
  Task: ["RegistrationInfo", "Triggers", "Principals", "Settings", "Data", "Actions"],
};

test("the Task Scheduler reads the task: well-formed, its elements known and in order", () => {
  const text = read("huibian-task.xml");
  const root = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(text, "text/xml").documentElement;
  expect(root?.namespaceURI).toBe("http://schemas.microsoft.com/windows/2004/02/mit/task");
  const elements = root === null ? [] : [root, ...Array.from(root.getElementsByTagName("*"))];
  for (const element of elements) {
    const sequence = sequences[element.tagName];
    if (sequence === undefined) continue;
    const places = childrenOf(element).map((child) => sequence.indexOf(child.tagName));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  }
  expect(new Set(elements.map(({ tagName }) => tagName))).toEqual(
    new Set([
      ...["Task", "RegistrationInfo", "Description", "Triggers", "CalendarTrigger", "StartBoundary"],
      ...["ScheduleByDay", "DaysInterval", "Principals", "Principal", "LogonType", "RunLevel", "Settings"],
      ...["MultipleInstancesPolicy", "DisallowStartIfOnBatteries", "StartWhenAvailable"],
      ...["ExecutionTimeLimit", "Actions", "Exec", "Command"],
    ]),
  );
  const actions = elements.find(({ tagName }) => tagName === "Actions");
  const principal = elements.find(({ tagName }) => tagName === "Principal");
  expect(actions?.getAttribute("Context")).toBe(principal?.getAttribute("id"));
  const command = elements.find(({ tagName }) => tagName === "Command")?.textContent ?? "";
  expect(command.endsWith("\\scripts\\nightly\\huibian-nightly.cmd")).toBe(true);
  // A declared encoding would have to match that of the transfer, which differs between tools.
  expect(text).toMatch(/^<\?xml version="1\.0"\?>/u);
});

function childrenOf(element: Element): readonly Element[] {
  return Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);
}
