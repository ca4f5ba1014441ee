import type { ValueRange } from "@demarche/core/run";
import { pointsSign } from "../wording/index.ts";

/** What is printed as nought is next to nothing, however sure its sign; else what the interval says about the sign. */
export function verdictOf(worth: ValueRange): "for" | "against" | "unclear" | "nothing" {
  return Math.abs(worth.value) < 0.05 ? "nothing" : pointsSign(worth);
}
