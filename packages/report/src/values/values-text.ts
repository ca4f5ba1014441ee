/** Values as tables for a terminal. */
import { indexBrief, type PaperInput } from "../wording/index.ts";
import {
  changeBlock,
  decisionBlock,
  isSomething,
  isWorthAsking,
  questionBlock,
  signalBlock,
  timeBlock,
  tornadoBlock,
  type ValueBlock,
} from "./value-rows.ts";

const questionsShown = 5;
const inputsShown = 1;

/** Blocks without rows are left out; none where values were not asked for. */
export function valuesText({ brief, findings }: PaperInput): readonly ValueBlock[] {
  const { values } = findings;
  if (values === undefined) return [];
  const index = indexBrief(brief);
  return [
    withoutLast(changeBlock(index, values, isSomething), 1),
    signalBlock(index, values),
    questionBlock(index, values, questionsShown, isWorthAsking),
    timeBlock(index, values),
    decisionBlock(index, values, inputsShown),
    tornadoBlock(index, values),
  ].filter((block) => block.rows.length > 0);
}

/** What is too long for a terminal's table stands in the report. */
function withoutLast({ title, head, widths, rows }: ValueBlock, count: number): ValueBlock {
  return {
    title,
    head: head.slice(0, -count),
    widths: widths.slice(0, -count),
    rows: rows.map((row) => row.slice(0, -count)),
  };
}
