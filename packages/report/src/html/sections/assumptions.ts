import type { Assumption } from "@demarche/core/brief";
import { headings } from "../../messages/headings.ts";
import { registerMessages } from "../../messages/register.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import { asSentence, chanceInputText, dateText, dueText } from "../../wording/index.ts";
import { factsOf } from "../condition-facts.ts";
import { anchor, type Paper, type SectionWriter } from "../paper.ts";
import { allSteps } from "../step-text.ts";
import { bullets, table } from "../table.ts";
import { oftenText } from "../world-share.ts";

const words = registerMessages.assumptions;

export const writeAssumptions: SectionWriter = (paper) => {
  const { assumptions } = paper.index.brief;
  if (assumptions.length === 0) return null;
  const held = new Map(paper.findings.assumptions.map((entry) => [entry.id, entry.holds]));
  return {
    id: "assumptions",
    title: headings.assumptions,
    body: () =>
      table({
        caption: markup`${words.caption}.${paper.notes.computed("/assumptions")}`,
        columns: [
          { head: words.statement, width: 28 },
          { head: words.stated, width: 13 },
          { head: words.holds, width: 10 },
          { head: words.until, width: 15 },
          { head: words.watch, width: 18 },
          { head: words.rests, width: 16 },
        ],
        rows: assumptions.map((assumption) => {
          const holds = held.get(assumption.id);
          return {
            id: anchor("assumption", assumption.id),
            cells: [
              markup`${asSentence(assumption.statement ?? paper.index.nameOf(assumption.id))}${paper.notes.sourced(assumption.path)}`,
              chanceInputText(assumption.chance.value),
              holds === undefined ? "–" : oftenText(holds),
              assumption.until === undefined
                ? words.noExpiry
                : (dueText(assumption.until) ?? dateText(assumption.until)),
              assumption.watch === undefined || assumption.watch.length === 0
                ? words.noWatch
                : bullets(assumption.watch),
              restingOn(paper, assumption),
            ],
          };
        }),
      }),
  };
};

/** Items, goals, rules, moves and steps whose condition names the assumption. */
function restingOn(paper: Paper, assumption: Assumption): Piece {
  const { brief, ownIssues, headings: groups, nameOf } = paper.index;
  const conditional = [
    ...[...groups.values()].map((node) => ({ name: nameOf(node.id), if: node.unless })),
    ...ownIssues.map((issue) => ({ name: nameOf(issue.id), if: issue.inherited.unless })),
    ...brief.goals.map((goal) => ({ name: goal.statement ?? nameOf(goal.id), if: goal.if })),
    ...brief.rules.map((rule) => ({ name: nameOf(rule.id), if: rule.if })),
    ...brief.moves.map((move) => ({ name: nameOf(move.id), if: move.if })),
    ...brief.forecasts.map((forecast) => ({ name: forecast.statement ?? nameOf(forecast.id), if: forecast.if })),
    ...allSteps(brief.plan).map((step) => ({ name: headings.steps, if: step.step === "if" ? step.if : undefined })),
    ...brief.moves.flatMap((move) =>
      (Array.isArray(move.signals) ? move.signals : []).flatMap((signal) =>
        signal.likelihood.kind === "cases"
          ? signal.likelihood.cases.map((entry: { if?: Parameters<typeof factsOf>[0] }) => ({
              name: nameOf(move.id),
              if: entry.if,
            }))
          : [],
      ),
    ),
  ];
  const names = conditional
    .filter(
      (entry) =>
        entry.if && factsOf(entry.if).some((fact) => fact.fact === "assumption" && fact.assumption === assumption.id),
    )
    .map((entry) => entry.name);
  const unique = names.filter((name, i) => names.indexOf(name) === i);
  return unique.length === 0 ? words.restsNone : bullets(unique);
}
