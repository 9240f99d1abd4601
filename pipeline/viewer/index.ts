/** The page of review: shows the data that are in it, or else those of the draft that its server follows. */
import { addFonts } from "./fonts.ts";
import { followDraft } from "./live.ts";
import { type ReviewFile, readFile } from "./read-file.ts";
import { openView } from "./view.ts";

async function show(file: ReviewFile): Promise<void> {
  await addFonts(file);
  const { elements, start } = openView(file);
  document.body.append(...elements);
  start();
  document.documentElement.dataset.ready = "";
}

const data = document.getElementById("data");
if (data === null) followDraft();
else void show(readFile(data.textContent ?? ""));
