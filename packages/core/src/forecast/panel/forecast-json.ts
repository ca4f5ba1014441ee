/** A forecast as one JSON document: what scripts rely on. Stable: names are only ever added. */
import type { ForecastFindings } from "./forecast.ts";
import { type ModelName, modelNames } from "./models.ts";

/** Said wherever a chance of no agreement, or of an option, is printed. */
export const notBackTested =
  "Coverage was back-tested on European legislation before acceptance: what acceptance limits, admission and vetoes add is not in these numbers and cannot be back-tested there.";

/** @returns plain data, ready for `JSON.stringify`; issues and parties are also listed, since keys do not keep their order */
export function forecastJson(findings: ForecastFindings): Record<string, unknown> {
  const { table, panel, engine, version, seed, draws, inputsHash, model, left, unknown } = findings;
  return {
    engine,
    version,
    seed,
    draws,
    inputsHash,
    ...(table.title === undefined ? {} : { title: table.title }),
    trajectoryModel: model,
    parties: table.actors.map((actor) => actor.id),
    issueOrder: table.issues.map((issue) => issue.id),
    issues: Object.fromEntries(table.issues.map((issue, p) => [issue.id, issueJson(findings, p)])),
    ...(panel.exchange === undefined ? {} : { exchanges: tradesJson(findings) }),
    left,
    unknown,
    ...(findings.assumedError === undefined ? {} : { assumedErrorPercent: findings.assumedError }),
    note: notBackTested,
  };
}

function issueJson(findings: ForecastFindings, p: number): Record<string, unknown> {
  const { table, panel, trajectories, distributions, swings } = findings;
  const issue = table.issues[p]!;
  const one = panel.issues[p]!;
  const name = (row: number) => table.actors[issue.rows[row]!.actor]!.id;
  const { mean, quantiles, options, none } = distributions[p]!;
  const run = panel.spatial.find((other) => other.issues.includes(p))!;
  const details: Partial<Record<ModelName, object>> = {
    challenge: {
      reading: one.challenge.reading,
      rounds: one.challenge.rounds.length - 1,
      ended: one.challenge.ended,
      ...(one.challenge.period === undefined ? {} : { period: one.challenge.period }),
      risk: Object.fromEntries(one.challenge.risk.map((r, i) => [name(i), r])),
      pairs: one.challenge.pairs.map(({ from, to, ...rest }) => ({ from: name(from), to: name(to), ...rest })),
      moves: one.challenge.moves.map((move) => ({ ...move, actor: name(move.actor), towards: name(move.towards) })),
    },
    exchange:
      panel.exchange === undefined
        ? { note: "nothing can be traded on a single issue: this is the mean" }
        : { ...panel.exchange.spread[p], seeds: panel.exchange.seedsRun, ties: panel.exchange.ties },
    spatial: {
      dimensions: run.issues.map((k) => table.issues[k]!.id),
      turns: run.result.turns.length - 1,
      ended: run.result.ended,
    },
  };
  return {
    name: issue.name,
    ...(issue.unit === undefined ? {} : { unit: issue.unit }),
    scale: { low: issue.low, high: issue.high },
    models: Object.fromEntries(modelNames.map((model) => [model, { forecast: one.models[model], ...details[model] }])),
    agree: one.agree,
    lowest: one.lowest,
    highest: one.highest,
    reasons: one.reasons,
    trajectory: trajectories[p],
    distribution: {
      mean,
      quantiles,
      options: Object.fromEntries(options.map((option) => [option.id, option.chance])),
      ...(none === undefined ? {} : { none }),
    },
    sensitivity: swings[p]!.map(({ row, ...swing }) => ({ party: name(row), ...swing })),
  };
}

function tradesJson({ table, panel }: ForecastFindings): unknown {
  const side = ({ actor, issue, from, to }: { actor: number; issue: number; from: number; to: number }) => ({
    party: table.actors[actor]!.id,
    issue: table.issues[issue]!.id,
    from,
    to,
  });
  return panel.exchange!.trades.map(({ round, first, second, gain, effects }) => ({
    round,
    first: side(first),
    second: side(second),
    gain,
    effects: Object.fromEntries(effects.map((effect, a) => [table.actors[a]!.id, effect])),
  }));
}
