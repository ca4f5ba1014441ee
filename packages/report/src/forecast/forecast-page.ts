/** A forecast on a page of its own: no script, nothing fetched, readable in light, dark and print; the same bytes for the same findings. */
import { type ForecastFindings, modelNames } from "@demarche/core/forecast";
import { figure } from "../html/figure.ts";
import { styleSheet } from "../html/style.ts";
import { annex, bullets, table } from "../html/table.ts";
import { element, join, markup, type Piece, styleElement } from "../svg/markup.ts";
import { numberText } from "../wording/number-text.ts";
import { layOutExchangeNetwork } from "./exchange-network.ts";
import { placeText } from "./forecast-text.ts";
import {
  type IssueView,
  panelFigure,
  spectrumFigure,
  threatFigure,
  tornadoFigure,
  trajectoryFigure,
  viewOf,
} from "./issue-figures.ts";
import { forecastWords, modelWords } from "./words.ts";

/** The page, whole. */
export function writeForecastPage(findings: ForecastFindings): string {
  return writePage(
    "Forecast",
    findings.table.title ?? "Forecast of positions",
    forecastBody(findings),
    `Demarche ${findings.version}, engine forecast, seed ${findings.seed}, inputs ${findings.inputsHash.slice(0, 12)}.`,
  );
}

/** Frame shared by the pages on forecasts and their scores. */
export function writePage(kind: string, title: string, body: Piece, foot: string): string {
  return `<!doctype html>\n${
    element(
      "html",
      { lang: "en-GB" },
      element(
        "head",
        {},
        element("meta", { charset: "utf-8" }),
        element("meta", { name: "viewport", content: "width=device-width,initial-scale=1" }),
        element("meta", { name: "referrer", content: "no-referrer" }),
        element("title", {}, title),
        styleElement(styleSheet("")),
      ),
      element(
        "body",
        {},
        element(
          "main",
          { class: "sheet" },
          markup`<header class="head"><p class="kind">${kind}</p><h1>${title}</h1></header>`,
          body,
          markup`<footer><p class="quiet">${foot}</p></footer>`,
        ),
      ),
    ).text
  }\n`;
}

function forecastBody(findings: ForecastFindings): Piece {
  return join([
    element(
      "div",
      { class: "summary" },
      element("h2", {}, "Read this first"),
      bullets([forecastWords.compromiseRecord, forecastWords.notTested, forecastWords.neverAveraged]),
    ),
    findings.table.issues.map((_, p) => issueSection(viewOf(findings, p))),
    exchangeSection(findings),
    modelsSection(),
    notesSection(findings),
  ]);
}

function issueSection(view: IssueView): Piece {
  const { issue, panel } = view;
  return [
    element("h2", { id: view.id }, issue.name),
    panelFigure(view),
    bullets(reasonsOf(view)),
    spectrumFigure(view),
    chancesOf(view),
    trajectoryFigure(view),
    annex("Who threatens whom, and what moves the forecast", threatFigure(view), tornadoFigure(view)),
    panel.agree && element("p", { class: "quiet" }, "The models agree to within a tenth of the scale."),
  ];
}

/** Where the models differ and why, in sentences. */
export function reasonsOf({ findings, issue, panel }: IssueView): Piece[] {
  const { challenge, reasons, models } = panel;
  const names = new Map(findings.table.actors.map((actor) => [actor.id, actor.name]));
  const name = (id: string) => names.get(id) ?? id;
  const place = (value: number) => placeText(value, issue);
  const sentences: Piece[] = [];
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
      `In the exchange model ${name(best.mover)} moves here from ${place(best.from)} to ${place(best.to)} for ${name(best.partner)}, which moves on ${issueName(findings, best.inTurnOn)} in turn; ${reasons.trades.length === 1 ? "the only trade on this issue" : `the best of ${reasons.trades.length} trades on this issue`}.`,
    );
  return sentences;
}

function farthest(models: Readonly<Record<(typeof modelNames)[number], number>>, from: number) {
  const away = (model: (typeof modelNames)[number]) => Math.abs(models[model] - from);
  const most = Math.max(...modelNames.map(away));
  return modelNames.filter((model) => away(model) > most - 1e-9).slice(0, 2);
}
const issueName = ({ table: { issues } }: ForecastFindings, id: string) =>
  issues.find((issue) => issue.id === id)?.name ?? id;

function endText({ ended, period, rounds }: IssueView["panel"]["challenge"]): string {
  if (ended === "cycle")
    return `It does not converge: after ${rounds.length - 1} rounds it runs in a circle of ${period}.`;
  if (ended === "rounds used up") return `It had not come to rest after ${rounds.length - 1} rounds.`;
  return ended === "nobody moves" ? "Then nobody moves." : `After ${rounds.length - 1} rounds its median rests.`;
}

function chancesOf({ findings, index, issue }: IssueView): Piece {
  const { quantiles, options, none } = findings.distributions[index]!;
  const place = (percent: string) => placeText(quantiles[percent]!, issue);
  const exact = (share: number) => `${numberText(share * 100)} %`;
  const rows = options.map((option, o) => ({ cells: [issue.options[o]!.name, exact(option.chance)] }));
  if (none !== undefined) rows.push({ cells: ["No agreement, by breakdown", exact(none)] });
  return [
    element(
      "p",
      {},
      `Half of outcomes like this lie within ${place("25")} to ${place("75")}, eight in ten within ${place("10")} to ${place("90")}, nine in ten within ${place("5")} to ${place("95")}.`,
    ),
    rows.length > 0 &&
      table({
        caption: `Chances of the named options (the scale cut half-way between them). ${forecastWords.notTested}`,
        columns: [{ head: "Option" }, { head: "Chance", figures: true }],
        rows,
        look: "data",
      }),
  ];
}

function exchangeSection({ panel, table: { actors, issues } }: ForecastFindings): Piece {
  const { exchange } = panel;
  if (exchange === undefined || exchange.trades.length === 0) return undefined;
  const ties = new Map<string, { a: number; b: number; gain: number; trades: number }>();
  const outside = actors.map(() => 0);
  for (const { first, second, gain, effects } of exchange.trades) {
    const [a, b] = [Math.min(first.actor, second.actor), Math.max(first.actor, second.actor)];
    const before = ties.get(`${a} ${b}`) ?? { a, b, gain: 0, trades: 0 };
    ties.set(`${a} ${b}`, { a, b, gain: before.gain + gain, trades: before.trades + 1 });
    effects.forEach((effect, i) => {
      if (i !== a && i !== b) outside[i] = outside[i]! + effect;
    });
  }
  const data = {
    title: "Who trades with whom",
    description: [...ties.values()]
      .map(({ a, b, trades }) => `${actors[a]!.name} and ${actors[b]!.name}: ${trades}`)
      .join("; "),
    actors: actors.map((actor) => actor.name),
    ties: [...ties.values()],
  };
  const place = (issue: number, value: number) => placeText(value, issues[issue]!);
  return [
    element("h2", { id: "exchange" }, "Who trades with whom"),
    element(
      "p",
      {},
      `Of ${exchange.possible} trades that could be made, ${exchange.trades.length} are. ${exchange.ties > 0 ? `Equally good trades were met ${exchange.ties} times; the forecast is averaged over ${exchange.seedsRun} seeds, and what is shown is the first.` : ""}`,
    ),
    figure("exchange-network", "Breadth: what the pair gains by all its trades.", (spot) =>
      layOutExchangeNetwork(spot, data),
    ),
    annex(
      "All trades, and what they do to others",
      table({
        caption:
          "Trades in the order in which they are made. Gain: of each of the two, salience × points of a scale of 100.",
        look: "data",
        columns: [
          { head: "Who" },
          { head: "moves" },
          { head: "with" },
          { head: "which moves" },
          { head: "Gain", figures: true },
        ],
        rows: exchange.trades.slice(0, 200).map(({ first, second, gain }) => ({
          cells: [
            actors[first.actor]!.name,
            `${issues[first.issue]!.name}: ${place(first.issue, first.from)} → ${place(first.issue, first.to)}`,
            actors[second.actor]!.name,
            `${issues[second.issue]!.name}: ${place(second.issue, second.from)} → ${place(second.issue, second.to)}`,
            numberText(gain, 2),
          ],
        })),
      }),
      table({
        caption: "What the trades of others bring or cost each, same unit.",
        look: "data",
        columns: [{ head: "Party" }, { head: "From others’ trades", figures: true }],
        rows: actors.map((actor, i) => ({ cells: [actor.name, numberText(outside[i]!, 2)] })),
      }),
    ),
  ];
}

function modelsSection(): Piece {
  return [
    element("h2", { id: "models" }, "The models"),
    table({
      caption: "What each is, and where it comes from; more in docs/method.",
      columns: [{ head: "Model" }, { head: "What it says" }, { head: "Source" }],
      rows: modelNames.map((model) => ({
        cells: [modelWords[model].name, modelWords[model].says, modelWords[model].source],
      })),
    }),
  ];
}

function notesSection({ left, unknown, table: { actors } }: ForecastFindings): Piece {
  if (left.length + unknown.length === 0) return undefined;
  const name = (id: string) => actors.find((actor) => actor.id === id)?.name ?? id;
  return [
    element("h2", { id: "not-counted" }, "What is not counted"),
    bullets([
      ...left.map(({ issue, why }) => `${issue}: left out, since ${why}.`),
      ...unknown.map(({ issue, party }) => `${name(party)} has no known position on ${issue}.`),
    ]),
  ];
}
