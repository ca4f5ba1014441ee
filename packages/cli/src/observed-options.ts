import { parseDate } from "@demarche/core/brief";
import type { NewObservation } from "@demarche/core/day-two";
import { type Command, InvalidArgumentError } from "commander";
import { stopForUsage } from "./stop.ts";

/** What was said of observations on the command line, in its order. */
type Said = { readonly option: "observe" | "on" | "source"; readonly text: string };

/** Adds `--observe`, `--on` and `--source`, and gives what reads them after parsing. */
export function addObserved(command: Command): () => readonly NewObservation[] {
  const said: Said[] = [];
  const note =
    (option: Said["option"]) =>
    (text: string): string => {
      if (text.trim() === "") throw new InvalidArgumentError("Some text was expected.");
      if (option === "on" && !("value" in parseDate(text)))
        throw new InvalidArgumentError("A date was expected, such as 1945-12-06.");
      said.push({ option, text });
      return text;
    };
  command
    .option(
      "--observe <condition>",
      "what has been observed, as a brief writes a condition; repeatable",
      note("observe"),
    )
    .option("--on <date>", "the day on which it was learnt; holds until another is given", note("on"))
    .option(
      "--source <source>",
      "a source of the brief, or the words of a new one; holds until another is given",
      note("source"),
    );
  return () => pair(said);
}

/** Each observation with its day and source: what stands behind it, else what held before, else what comes first. */
function pair(said: readonly Said[]): NewObservation[] {
  const found: NewObservation[] = [];
  for (const [at, { option, text }] of said.entries()) {
    if (option !== "observe") continue;
    const date = nearest(said, at, "on");
    if (date === undefined)
      throw stopForUsage(
        "observed-without-day",
        `--observe "${text}" has no day.`,
        "Say when it was learnt: --on 1945-12-06.",
      );
    const source = nearest(said, at, "source");
    found.push({ fact: text, date, ...(source === undefined ? {} : { source }) });
  }
  return found;
}

function nearest(said: readonly Said[], at: number, option: Said["option"]): string | undefined {
  const next = said.findIndex((each, k) => k > at && each.option === "observe");
  const own = said.slice(at + 1, next < 0 ? said.length : next).find((each) => each.option === option);
  const earlier = said.slice(0, at).findLast((each) => each.option === option);
  return (own ?? earlier)?.text;
}
