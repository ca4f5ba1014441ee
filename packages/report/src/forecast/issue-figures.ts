/** The pictures of one issue, from the findings. */
import { type ForecastFindings, type IssuePanel, modelNames, type TableIssue } from "@demarche/core/forecast";
import { figure } from "../html/figure.ts";
import { markup, type Piece } from "../svg/markup.ts";
import { layOutPositionSpectrum, type PositionSpectrum } from "../svg/position-spectrum.ts";
import { type Alluvial, layOutAlluvial } from "./alluvial.ts";
import { placeText } from "./forecast-text.ts";
import { layOutModelPanel } from "./model-panel.ts";
import { layOutThreatMatrix, quadrantLooks } from "./threat-matrix.ts";
import { layOutTornado } from "./tornado.ts";
import { layOutTrajectory } from "./trajectory-chart.ts";
import { modelWords } from "./words.ts";

export interface IssueView {
  readonly findings: ForecastFindings;
  readonly index: number;
  readonly issue: TableIssue;
  readonly panel: IssuePanel;
  /** Prefix of ids. */
  readonly id: string;
  /** Name of the actor in a row of the issue. */
  readonly nameOf: (row: number) => string;
}

export function viewOf(findings: ForecastFindings, index: number): IssueView {
  const issue = findings.table.issues[index]!;
  return {
    findings,
    index,
    issue,
    panel: findings.panel.issues[index]!,
    id: `issue-${index + 1}`,
    nameOf: (row) => findings.table.actors[issue.rows[row]!.actor]!.name,
  };
}

export function spectrumFigure({ findings, index, issue, id, nameOf }: IssueView): Piece {
  const { sample } = findings.distributions[index]!;
  const cells = 25;
  const density = Array.from({ length: cells }, () => 0);
  for (const x of sample) {
    const cell = Math.min(cells - 1, Math.floor(((x - issue.low) / (issue.high - issue.low)) * cells));
    density[cell] = density[cell]! + 1 / sample.length;
  }
  const data: PositionSpectrum = {
    title: `Who stands where on ${issue.name}`,
    description:
      "Each party's place on the scale, larger the more it cares; beneath, how likely each stretch is to be the outcome.",
    from: issue.low,
    to: issue.high,
    ...(issue.unit === undefined ? {} : { unit: issue.unit }),
    options: issue.options.map(({ name, at }) => ({
      name,
      at,
      marks: issue.otherwise === at ? ["otherwise" as const] : [],
    })),
    parties: issue.rows.map(({ position, salience }, row) => ({
      name: nameOf(row),
      ours: false,
      third: false,
      ideal: { low: position, median: position, high: position },
      salience: salience * 100,
    })),
    density,
    words: {
      notKnown: "not known",
      noSeat: "no seat",
      forecast: "Forecast",
      marks: { otherwise: "without agreement", target: "ask", rung: "fallback", "red line": "red line" },
    },
  };
  return figure(
    `${id}-spectrum`,
    "Positions (area: salience) and, beneath, the distribution of the compromise forecast with its record of errors.",
    (place) => layOutPositionSpectrum(place, data),
  );
}

export function panelFigure({ findings, index, issue, panel, id }: IssueView): Piece {
  const { quantiles } = findings.distributions[index]!;
  const models = modelNames.map((model) => ({
    name: modelWords[model].name,
    value: panel.models[model],
    text: placeText(panel.models[model], issue),
    main: model === "compromise",
  }));
  const data = {
    title: `What the models say of ${issue.name}`,
    description: models.map(({ name, text }) => `${name}: ${text}`).join("; "),
    low: issue.low,
    high: issue.high,
    models,
    band: [quantiles["10"]!, quantiles["90"]!] as const,
    bandWords: "Shaded: eight outcomes in ten",
  };
  return figure(`${id}-panel`, "Each model on its own; they are not averaged.", (place) =>
    layOutModelPanel(place, data),
  );
}

export function trajectoryFigure({ findings, index, issue, id }: IssueView): Piece {
  const rounds = findings.trajectories[index]!;
  if (rounds.length < 2) return undefined;
  const names = new Map(findings.table.actors.map((actor) => [actor.id, actor.name]));
  const lines = issue.rows.map((row) => {
    const { id: party } = findings.table.actors[row.actor]!;
    return { name: names.get(party)!, values: rounds.map((entry) => entry.positions[party]!), look: "party" as const };
  });
  const data = {
    title: `Positions on ${issue.name} over the rounds`,
    description: lines
      .map(({ name, values }) => `${name} from ${placeText(values[0]!, issue)} to ${placeText(values.at(-1)!, issue)}`)
      .join("; "),
    low: issue.low,
    high: issue.high,
    lines: [
      ...lines,
      { name: "weighted mean", values: rounds.map((entry) => entry.mean), look: "mean" as const },
      { name: "weighted median", values: rounds.map((entry) => entry.median), look: "median" as const },
    ],
    words: { rounds: `Rounds: ${modelWords[findings.model].name}` },
  };
  const flows = flowsOf(findings, index, issue);
  return [
    figure(
      `${id}-trajectory`,
      "Where each stands after each round; the full line is the weighted median, the broken one the mean.",
      (place) => layOutTrajectory(place, data),
    ),
    figure(
      `${id}-alluvial`,
      "Who moved where from the first to the last round: breadth is capability × salience.",
      (place) => layOutAlluvial(place, flows),
    ),
  ];
}

/** The scale in stretches about its named places, or in fifths. */
function flowsOf({ trajectories, table }: ForecastFindings, index: number, issue: TableIssue): Alluvial {
  const rounds = trajectories[index]!;
  const width = issue.high - issue.low;
  const places =
    issue.options.length > 1
      ? issue.options.map(({ name, at }) => ({ name, at }))
      : [0, 1, 2, 3, 4].map((k) => {
          const from = issue.low + (width * k) / 5;
          return { name: `${placeText(from, issue)}–${placeText(from + width / 5, issue)}`, at: from + width / 10 };
        });
  const cellOf = (x: number) =>
    places.reduce((best, { at }, c) => (Math.abs(at - x) < Math.abs(places[best]!.at - x) ? c : best), 0);
  const total = issue.rows.reduce((sum, row) => sum + row.salience * row.capability, 0);
  const flows = new Map<string, { from: number; to: number; share: number }>();
  for (const row of issue.rows) {
    const party = table.actors[row.actor]!.id;
    const from = cellOf(rounds[0]!.positions[party]!);
    const to = cellOf(rounds.at(-1)!.positions[party]!);
    const before = flows.get(`${from} ${to}`)?.share ?? 0;
    flows.set(`${from} ${to}`, { from, to, share: before + (row.salience * row.capability) / total });
  }
  return {
    title: `Who moved where on ${issue.name}`,
    description: [...flows.values()]
      .map(
        ({ from, to, share }) =>
          `${Math.round(share * 100)} % of the weight from ${places[from]!.name} to ${places[to]!.name}`,
      )
      .join("; "),
    cells: places.map(({ name }) => name),
    flows: [...flows.values()],
    words: { first: "first", last: "last" },
  };
}

export function threatFigure({ issue, panel, id, nameOf }: IssueView): Piece {
  const n = issue.rows.length;
  const cells = Array.from({ length: n }, (_, from) =>
    Array.from(
      { length: n },
      (_cell, to) => panel.challenge.pairs.find((pair) => pair.from === from && pair.to === to)?.quadrant,
    ),
  );
  const data = {
    title: `Who threatens whom on ${issue.name}`,
    description: "By the challenge model's first round: the party of the row against that of the column.",
    actors: issue.rows.map((_, row) => nameOf(row)),
    cells,
  };
  const legend = Object.values(quadrantLooks).map(
    ({ sign, says }) => markup`<span class="entry"><strong>${sign}</strong> ${says}</span> `,
  );
  return figure(
    `${id}-threats`,
    markup`The party of the row and that of the column: <span class="legend">${legend}</span>`,
    (place) => layOutThreatMatrix(place, data),
  );
}

export function tornadoFigure({ findings, index, issue, id, nameOf }: IssueView): Piece {
  const swings = findings.swings[index]!.slice(0, 12);
  if (swings.length === 0) return undefined;
  const shown = (what: string, value: number) =>
    what === "position"
      ? placeText(value, issue)
      : what === "salience"
        ? String(Math.round(value * 100))
        : placeText(value, { low: 0, high: value });
  const data = {
    title: `What moves the forecast of ${issue.name}`,
    description: swings.map(({ row, what }) => `${nameOf(row)}'s ${what}`).join("; "),
    // The mean with every input drawn: about the middle of each bar.
    centre: swings.reduce((sum, { atLow, atHigh }) => sum + (atLow + atHigh) / 2, 0) / swings.length,
    rows: swings.map(({ row, what, low, high, atLow, atHigh }) => ({
      name: `${nameOf(row)}: ${what}`,
      atLow,
      atHigh,
      texts: [shown(what, low), shown(what, high)] as const,
    })),
  };
  const assumed = findings.assumedError;
  const caption = `The compromise mean with one number at its 10th and its 90th percentile, the others drawn; the figures at the bars are those numbers.${assumed === undefined ? "" : ` The data state no ranges: an error of ${assumed} % of the scale either way is assumed.`}`;
  return figure(`${id}-tornado`, caption, (place) => layOutTornado(place, data));
}
