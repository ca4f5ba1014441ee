/** Steps as the lines of a brief. */
import type { Step } from "../brief/brief.ts";
import { printCondition } from "../brief/mini/print-condition.ts";

/** Lines that can stand under `plan:`; `[]` where nothing is done. */
export function planText(steps: readonly Step[]): string {
  return steps.length === 0 ? "plan: []\n" : `plan:\n${linesOf(steps, "  ").join("\n")}\n`;
}

function linesOf(steps: readonly Step[], indent: string): string[] {
  return steps.flatMap((step) => {
    if (step.step === "do") return [`${indent}- ${step.move}`];
    if (step.step === "ask") return [`${indent}- { ask: ${step.option}, issue: ${step.issue} }`];
    const inner = (name: string, list: readonly Step[]) =>
      list.length === 0 ? [] : [`${indent}  ${name}:`, ...linesOf(list, `${indent}    `)];
    return [`${indent}- if: ${printCondition(step.if)}`, ...inner("then", step.then), ...inner("else", step.else)];
  });
}
