// Does a change of meaning pay? Settings of settlement scored by log loss on what came out at Moscow in December 1945:
// `npx tsc -b && node bench/settings.mjs [worlds]`. Hindsight throughout, on one conference: no test of skill, a warning only.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readBrief } from "@demarche/core/brief";
import { compile } from "@demarche/core/model";
import { Draws, Roll } from "@demarche/core/plan";
import { mixWithEven, readOutcomes, scoreSettings } from "@demarche/core/review";
import { memberMeans } from "@demarche/core/settle";

const worlds = Number(process.argv[2] ?? 2000);
const at = (name) => fileURLToPath(new URL(`../examples/moscow-1945/${name}`, import.meta.url));
const { brief } = readBrief(readFileSync(at("brief.yaml")), { file: "brief.yaml" });
const { model } = compile(brief);
const { outcomes } = readOutcomes(readFileSync(at("outcomes.yaml")), "outcomes.yaml", brief);
const why = { agreed: 0 };

/** The same model with another cost of disagreement wherever the brief leaves it unknown. */
const withCost = (distribution) => ({
  ...model,
  inputs: model.inputs.map((input) =>
    input.key.startsWith("cost ") && input.standing === "default" ? { ...input, distribution } : input,
  ),
});
const exponential = (mean) => ({ kind: "exponential", mean, max: 100 });

/** By item: share of worlds that end agreed on each option, then the rest; and the mean of the members' means. */
function chancesOf(variant, outcomeModel) {
  const draws = new Draws(variant, 1, worlds);
  const roll = new Roll(variant);
  draws.fill(0, worlds);
  const counts = variant.items.map((item) => new Float64Array(item.options.length + 1));
  const means = new Float64Array(variant.items.length);
  for (let w = 0; w < worlds; w++) {
    roll.begin(draws.values, w * draws.width);
    roll.run(variant.plan, { outcomeModel });
    for (const [i, item] of variant.items.entries()) {
      counts[i][roll.ended[i] === why.agreed ? roll.result[i] : item.options.length] += 1 / worlds;
      const table = roll.table(i);
      memberMeans(table, variant.forums[item.forum]);
      means[i] += table.mean[0] / worlds;
    }
  }
  return { counts, means };
}

/** Scales with a place for each option whose outcome at the conference is on record; "between two" counts as the first. */
const usual = chancesOf(model, "compromise");
const scored = model.items.flatMap((item, i) => {
  const came = outcomes.items[item.id]?.moscow;
  if (came === undefined || !item.ordered) return [];
  const option = item.options.findIndex((o) => o.id === came.result?.[0]);
  const agreed = came.how === "agreed" && option >= 0 && option !== item.otherwise;
  const places = item.options.map((o) => {
    const d = model.inputs[o.at].distribution;
    return d.kind === "exact" ? d.value : (d.low + d.high) / 2;
  });
  return [{ i, id: item.id, options: places, forecastMean: usual.means[i], outcome: agreed ? option : places.length }];
});
const shown = ({ counts }) => scored.map(({ i }) => mixWithEven([...counts[i]], 0.1));
const cases = scored.map((one, k) => ({ ...one, chances: shown(usual)[k] }));

const settings = {
  "as it is: cost exponential, mean 30": shown(usual),
  "cost 0": shown(chancesOf(withCost({ kind: "exact", value: 0 }), "compromise")),
  "cost mean 15": shown(chancesOf(withCost(exponential(15)), "compromise")),
  "cost mean 60": shown(chancesOf(withCost(exponential(60)), "compromise")),
  "cost uniform 0..60": shown(chancesOf(withCost({ kind: "uniform", low: 0, high: 60 }), "compromise")),
  "model median": shown(chancesOf(model, "median")),
  "model nash": shown(chancesOf(model, "nash")),
  "model veto": shown(chancesOf(model, "veto")),
};
const fixed = (x) => (x === undefined ? "" : x.toFixed(2));
const none = cases.filter((one) => one.outcome === one.options.length).length;
console.log(
  `${cases.length} scales on record, ${none} without agreement at the conference; ${worlds} worlds; log loss in nats`,
);
console.table(
  Object.fromEntries(
    scoreSettings(cases, settings).map((score) => [
      score.name,
      {
        "log loss": fixed(score.logLoss),
        "less that of the first": fixed(score.difference),
        "± standard error": fixed(score.differenceError),
        "CRPS given agreement": fixed(score.crps),
      },
    ]),
  ),
);
console.table(
  Object.fromEntries(
    cases.map((one) => [
      one.id,
      {
        "came out": one.outcome === one.options.length ? "no agreement" : model.items[one.i].options[one.outcome].id,
        "chance given to it": fixed(one.chances[one.outcome]),
      },
    ]),
  ),
);
