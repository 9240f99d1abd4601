/** The page of all departments: which of its rows are shown, and in which order. */

const form = document.querySelector("form");
const body = document.querySelector("tbody");
const none = document.querySelector<HTMLElement>(".none");
const rows = [...document.querySelectorAll<HTMLTableRowElement>("tbody tr")];

type Control = HTMLInputElement | HTMLSelectElement;

function control(name: string): Control | undefined {
  const found = form?.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : undefined;
}

const chosenIn = (name: string) => control(name)?.value ?? "";

function isOn(name: string): boolean {
  const box = control(name);
  return box instanceof HTMLInputElement && box.checked;
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s\p{Variation_Selector}]+/gu, "");
}

function isWanted({ dataset }: HTMLElement): boolean {
  const worst = chosenIn("worst");
  return (
    (worst === "" || dataset.worst === worst) &&
    (!isOn("news") || dataset.news === "1") &&
    (!isOn("run") || dataset.run === "1") &&
    plain(dataset.name ?? "").includes(plain(chosenIn("name")))
  );
}

/** Larger numbers first; what is equal stays in the order that the page begins with. */
function compare(one: HTMLElement, other: HTMLElement): number {
  const by = chosenIn("sort");
  const first = Number(one.dataset.index) - Number(other.dataset.index);
  if (by === "name") return (one.dataset.name ?? "").localeCompare(other.dataset.name ?? "", "zh") || first;
  if (by === "worst") return first;
  return Number(other.dataset[by]) - Number(one.dataset[by]) || first;
}

function show(): void {
  const wanted = rows.filter(isWanted);
  for (const row of rows) row.hidden = !wanted.includes(row);
  body?.append(...rows.toSorted(compare));
  if (none !== null) none.hidden = wanted.length > 0;
  const count = form?.elements.namedItem("count");
  if (count instanceof HTMLOutputElement) count.value = `${wanted.length} / ${rows.length}`;
}

form?.addEventListener("input", show);
// Enter in a field would ask for another page.
form?.addEventListener("submit", (event) => event.preventDefault());
if (form !== null) form.hidden = false;
// A browser keeps what was chosen before the page was loaded again.
show();
