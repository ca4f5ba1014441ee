/** Ballots counted, for a terminal. */
import type { BallotFindings, RoundFinding } from "@demarche/core/slates";
import { fitted, wrapped } from "./lines.ts";
import type { Terminal } from "./terminal.ts";

type Screen = Pick<Terminal, "columns" | "unicode">;
const longestName = 24;
const mostRounds = 40;

export function tellBallots(found: BallotFindings, screen: Screen): readonly string[] {
  const { approval, transferable, elimination } = found;
  const lots = (tied: boolean) => (tied ? " A tie was settled by the order of the names." : "");
  const struck = Object.entries(found.struck).map(([name, by]) =>
    by.length === 0 ? name : `${name} (by ${by.join(", ")})`,
  );
  return [
    ...paragraph(found.name ?? "A slate", screen, 0),
    ...(found.source === undefined ? [] : paragraph(`Source: ${found.source}`, screen)),
    ...(struck.length === 0 ? [] : paragraph(`Struck, because vetoed: ${struck.join("; ")}.`, screen)),
    "",
    ...paragraph(`Approval: ${elected(approval.elected)}.${lots(approval.tied)}`, screen),
    ...paragraph(found.names.map((name) => `${name} ${approval.approvals[name]!}`).join(", "), screen, 4),
    ...paragraph(
      `Single transferable vote: ${elected(transferable.elected)}.${lots(transferable.tied)} Quota ${transferable.quota}.`,
      screen,
    ),
    ...rounds(found, screen),
    ...paragraph(
      `Consensus: ${elimination.left.length === 0 ? "nobody is left" : `left ${elimination.left.join(", ")}`}; ${elected(elimination.elected)}.${lots(elimination.tied)}`,
      screen,
    ),
  ];
}

const elected = (names: readonly string[]): string =>
  names.length === 0 ? "nobody is elected" : `${names.join(", ")} elected`;

function paragraph(text: string, { columns }: Screen, indent = 2): readonly string[] {
  return wrapped(text, columns - indent - 2).map((line, at) => `${" ".repeat(at === 0 ? indent : indent + 2)}${line}`);
}

/** A line a name, a column a round, as many as fit. */
function rounds({ names, transferable }: BallotFindings, { columns, unicode }: Screen): string[] {
  const list = transferable.rounds.slice(0, mostRounds);
  const cells = (name: string, round: RoundFinding): string => {
    const votes = round.votes[name]!;
    const mark = round.elected.includes(name) ? " *" : round.out.includes(name) ? " x" : "  ";
    return votes === "0" && mark === "  " ? "" : `${votes}${mark}`;
  };
  const width = Math.max(6, ...list.flatMap((round) => names.map((name) => cells(name, round).length))) + 1;
  const label = Math.min(longestName, Math.max("exhausted".length, ...names.map((name) => name.length))) + 1;
  const together = Math.max(1, Math.floor((columns - 4 - label) / width));
  const found: string[] = [];
  for (let from = 0; from < list.length; from += together) {
    const shown = list.slice(from, from + together);
    const line = (first: string, row: readonly string[]) =>
      `    ${fitted(first, label, unicode)}${row.map((cell) => cell.padStart(width)).join("")}`.trimEnd();
    found.push(
      line(
        "Round",
        shown.map((_, k) => `${from + k + 1}  `),
      ),
      ...names.map((name) =>
        line(
          name,
          shown.map((round) => cells(name, round)),
        ),
      ),
      line(
        "exhausted",
        shown.map((round) => `${round.exhausted}  `),
      ),
    );
  }
  return [...found, "    * elected, x out"];
}
