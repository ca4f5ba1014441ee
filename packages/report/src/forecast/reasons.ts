/** Why the models differ on an issue, in sentences. */
import { type ForecastTable, type IssuePanel, modelNames, type TableIssue } from "@demarche/core/forecast";
import { placeText } from "./forecast-text.ts";
import { modelWords } from "./words.ts";

/** Where the models differ and why, in sentences. */
export function reasonsOf(table: ForecastTable, issue: TableIssue, panel: IssuePanel): string[] {
  const { challenge, reasons, models } = panel;
  const names = new Map(table.actors.map((actor) => [actor.id, actor.name]));
  const name = (id: string) => names.get(id) ?? id;
  const place = (value: number) => placeText(value, issue);
  const sentences: string[] = [];
  sentences.push(
    panel.agree
      ? `All models lie between ${place(panel.lowest)} and ${place(panel.highest)}.`
      : `The models lie between ${place(panel.lowest)} and ${place(panel.highest)}: ${farthest(
          models,
          models.compromise,
        )
          .map((model) => modelWords[model].name)
          .join(" and ")} farthest from the mean.`,
  );
  const [first, ...more] = reasons.moved;
  sentences.push(
    first === undefined
      ? "The challenge model moves nobody."
      : `The challenge model moves ${name(first.actor)} from ${place(first.from)} to ${place(first.to)}, towards ${name(first.towards)}${
          more.length > 0
            ? `, and ${more
                .slice(0, 4)
                .map((move) => `${name(move.actor)} to ${place(move.to)}`)
                .join(", ")}`
            : ""
        }. ${endText(challenge)}`,
  );
  if (reasons.compelled.length > 0) {
    const pressed = new Map<string, string[]>();
    for (const { actor, by } of reasons.compelled) pressed.set(actor, [...(pressed.get(actor) ?? []), name(by)]);
    sentences.push(
      `By its reckoning these would have to give way at once: ${[...pressed]
        .slice(0, 6)
        .map(([actor, by]) => `${name(actor)} (to ${by.slice(0, 3).join(", ")}${by.length > 3 ? " and others" : ""})`)
        .join("; ")}.`,
    );
  }
  const [best] = reasons.trades;
  if (best !== undefined)
    sentences.push(
      `In the exchange model ${name(best.mover)} moves here from ${place(best.from)} to ${place(best.to)} for ${name(best.partner)}, which moves on ${issueName(table, best.inTurnOn)} in turn; ${reasons.trades.length === 1 ? "the only trade on this issue" : `the best of ${reasons.trades.length} trades on this issue`}.`,
    );
  return sentences;
}

function farthest(models: Readonly<Record<(typeof modelNames)[number], number>>, from: number) {
  const away = (model: (typeof modelNames)[number]) => Math.abs(models[model] - from);
  const most = Math.max(...modelNames.map(away));
  return modelNames.filter((model) => away(model) > most - 1e-9).slice(0, 2);
}
const issueName = ({ issues }: ForecastTable, id: string) => issues.find((issue) => issue.id === id)?.name ?? id;

function endText({ ended, period, rounds }: IssuePanel["challenge"]): string {
  if (ended === "cycle")
    return `It does not converge: after ${rounds.length - 1} rounds it runs in a circle of ${period}.`;
  if (ended === "rounds used up") return `It had not come to rest after ${rounds.length - 1} rounds.`;
  return ended === "nobody moves" ? "Then nobody moves." : `After ${rounds.length - 1} rounds its median rests.`;
}
