/** A choice on paper (☑延续项目 □新增项目) → what is ticked. */

const ticked = "[☑☒■√✓✔✅●◉]";
const open = "[□☐○◯◻▢]";
const box = `(?:[(（[【]?\\s*${ticked}\\s*[)）\\]】]?|[(（]\\s*[)）]|${open})`;
const boxes = new RegExp(box, "gu");
const hasTick = new RegExp(ticked, "u");

/**
 * The options that are ticked, joined by 、; "" if none of the boxes is ticked. Undefined if the text is no choice: of a
 * choice each option has a box before it, or each has one behind it.
 */
export function tickedIn(text: string): string | undefined {
  const marks = [...text.matchAll(boxes)];
  const [first] = marks;
  const last = marks.at(-1);
  if (first === undefined || last === undefined || !(hasTick.test(text) || /[□☐◻▢]/u.test(text)))
    return undefined;
  const before = first.index === 0 || text.slice(0, first.index).trim() === "";
  const behind = text.slice(last.index + last[0].length).trim() === "";
  if (before === behind) return undefined;
  const options = before
    ? marks.map((mark, index) => ({
        mark: mark[0],
        option: text.slice(mark.index + mark[0].length, marks[index + 1]?.index),
      }))
    : marks.map((mark, index) => {
        const above = marks[index - 1];
        return {
          mark: mark[0],
          option: text.slice(above === undefined ? 0 : above.index + above[0].length, mark.index),
        };
      });
  const named = options.map(({ mark, option }) => ({
    mark,
    option: option.replace(/^[\s,，、;；]+|[\s,，、;；]+$/gu, ""),
  }));
  if (named.some(({ option }) => option === "" || option.length > 30)) return undefined;
  return named
    .filter(({ mark }) => hasTick.test(mark))
    .map(({ option }) => option)
    .join("、");
}
