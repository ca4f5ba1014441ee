/** A forecast on a page of its own: no script, nothing fetched, readable in light, dark and print; the same bytes for the same findings. */
import { type ForecastFindings, modelNames } from "@demarche/core/forecast";
import { figure } from "../html/figure.ts";
import { writePage } from "../html/plain-page.ts";
import { annex, bullets, table } from "../html/table.ts";
import { element, join, type Piece } from "../svg/markup.ts";
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
import { reasonsOf } from "./reasons.ts";
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
    bullets(reasonsOf(view.findings.table, issue, panel)),
    spectrumFigure(view),
    chancesOf(view),
    trajectoryFigure(view),
    annex("Who threatens whom, and what moves the forecast", threatFigure(view), tornadoFigure(view)),
    panel.agree && element("p", { class: "quiet" }, "The models agree to within a tenth of the scale."),
  ];
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
