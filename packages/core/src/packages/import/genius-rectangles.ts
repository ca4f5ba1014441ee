/** GENIUS hyper-rectangles as boxes. */
import type { UtilityBox } from "../domain.ts";
import { divide, multiply, parseExact, writeExact } from "../exact.ts";
import type { GeniusFile, GeniusIssue, GeniusSemantics } from "./genius.ts";
import type { Problems, SourceText } from "./problems.ts";
import type { Element } from "./read-xml.ts";

export function readRectangles(
  { source }: GeniusFile,
  utility: Element,
  issues: readonly GeniusIssue[],
  semantics: GeniusSemantics,
  problems: Problems,
): UtilityBox[] {
  const most = parseExact(utility.attributes["maxutility"] ?? "1");
  if (!most || most.num <= 0n)
    problems.add(
      "not-a-number",
      source,
      utility.at,
      `maxutility is "${utility.attributes["maxutility"]}".`,
      "Expected a positive number.",
    );
  const boxes: UtilityBox[] = [];
  for (const ufun of utility.children) {
    const aggregation = ufun.attributes["aggregation"] ?? "sum";
    if (ufun.name !== "ufun" || aggregation !== "sum") {
      problems.add(
        "unsupported",
        source,
        ufun.at,
        `<${ufun.name} aggregation="${aggregation}"> is not read.`,
        'Only <ufun aggregation="sum"> with hyperRectangles is.',
      );
      continue;
    }
    const weight = parseExact(ufun.attributes["weight"] ?? "1");
    for (const rectangle of ufun.children) {
      const value = parseExact(rectangle.attributes["utility"] ?? "");
      if (rectangle.name !== "hyperRectangle" || !value || !weight) {
        problems.add(
          "unsupported",
          source,
          rectangle.at,
          `<${rectangle.name}> here has no numeric utility, or is not a hyperRectangle.`,
          'Expected <hyperRectangle utility="…">.',
        );
        continue;
      }
      const worth = multiply(weight, value);
      const ranges = rectangle.children.flatMap((side) => readSide(source, side, issues, problems));
      boxes.push({ ranges, value: writeExact(semantics === "raw" || !most ? worth : divide(worth, most)) });
    }
  }
  return boxes;
}

function readSide(
  source: SourceText,
  side: Element,
  issues: readonly GeniusIssue[],
  problems: Problems,
): UtilityBox["ranges"] {
  const issue = issues.findIndex(({ index }) => index === side.attributes["index"]);
  const { first, options } = issues[issue] ?? { first: undefined, options: [] };
  const offset = first ?? 0;
  const from = Number(side.attributes["min"]) - offset;
  const to = Number(side.attributes["max"]) - offset;
  if (side.name !== "INCLUDES" || issue < 0 || !Number.isSafeInteger(from) || !Number.isSafeInteger(to)) {
    problems.add(
      "unsupported",
      source,
      side.at,
      `<${side.name} index="${side.attributes["index"]}"> is not a side of a rectangle over the domain's issues.`,
      'Expected <INCLUDES index="…" min="…" max="…">.',
    );
    return [];
  }
  // What lies beyond the issue's bounds cannot come out; a side wholly beyond them never pays.
  if (from > to || to < 0 || from >= options.length) {
    problems.add(
      "bad-range",
      source,
      side.at,
      `The side ${side.attributes["min"]}..${side.attributes["max"]} holds no option of its issue.`,
      `Its options are ${options[0]}..${options.at(-1)}.`,
    );
    return [];
  }
  return [{ issue, from: Math.max(0, from), to: Math.min(options.length - 1, to) }];
}
