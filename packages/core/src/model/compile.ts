/** Brief → Model: every default applied and recorded, every number an input, every name an index. */
import type { Brief, Id, Quantity, Stated } from "../brief/brief.ts";
import type { Distribution } from "../worlds/index.ts";
import { compileForecast } from "./compile-forecast.ts";
import { compileForum, forumsOf, membersOf, settlingOrder } from "./compile-forum.ts";
import { compileItem } from "./compile-item.ts";
import { compileBeliefs, compileBundles, compileDependences, compileOffers } from "./compile-link.ts";
import { compileMove, compileRules, type EffectList } from "./compile-move.ts";
import { compilePast } from "./compile-past.ts";
import { compilePlan } from "./compile-plan.ts";
import { chanceDistribution, type Limits, quantityDistribution } from "./distributions.ts";
import type { Item, Model, ModelMove } from "./model.ts";
import { collectNames, type Names, namesOfParties, type Problem } from "./names.ts";
import { notePrices } from "./not-priced.ts";
import { noteDefaults } from "./note-defaults.ts";
import { orderItems } from "./settling-order.ts";
import { itemsTouched, stageOfMove } from "./stage.ts";

export interface CompileResult {
  /** Absent where there are problems. */
  readonly model?: Model;
  readonly problems: readonly Problem[];
}

/**
 * Compiles a brief that has been read without errors. Names are known to exist; what fails here for other reasons is a bug.
 * `alsoBefore` names further forums that an issue may be put before: their members have seats at it then.
 */
export function compile(brief: Brief, alsoBefore: (issue: Id) => readonly Id[] = () => []): CompileResult {
  const names = collectNames(brief);
  if (names.issues.length === 0)
    names.problems.push({
      code: "nothing-to-settle",
      path: "agenda",
      message: "no issue on the agenda has options",
      hint: "give at least one issue its `options`",
    });
  const listed = forumsOf(names);
  const forums = listed.map((forum) => compileForum(names, forum));
  const order = settlingOrder(forums);
  const effects: EffectList = [];
  const rules = compileRules(names, effects);
  const undated = brief.moves.map((_, index) => compileMove(names, index, effects));
  const bundles = compileBundles(names);
  const partial = names.issues.map((_, index) =>
    compileItem(
      names,
      index,
      (forum) => membersOf(names, listed[forum]!),
      (item) => [
        ...forums.flatMap((forum) => forum.competence?.get(item)?.needs ?? []),
        ...alsoBefore(names.issues[item]!.id).flatMap((forum) => forums[names.forum.get(forum)!]!.members),
      ],
      (item) => effects.some((effect) => effect.on === "admission" && effect.items.includes(item)),
    ),
  );
  const items = partial.map(
    (item, index): Item => ({
      ...item,
      effects: effects.flatMap((effect, e) => (effect.items.includes(index) ? [e] : [])),
      bundle: bundles.findIndex((bundle) => bundle.items.includes(index)),
    }),
  );
  const offers = compileOffers(names);
  const moves = undated.map((move, index): ModelMove => {
    const forum = names.forum.get(brief.moves[index]!.forum ?? "") ?? -1;
    const touched = itemsTouched(move, effects, offers);
    return { ...move, stage: stageOfMove(order, forums, items, move, { forum, items: touched }) };
  });
  const past = compilePast(names, { order, forums, moves, items, effects, bundles });
  const dated = { order, forums, moves, items, past };
  notePrices(names);
  noteDefaults(names, listed);
  const model: Model = {
    us: names.us,
    parties: brief.parties.map((party) => ({
      id: party.id,
      name: party.name ?? party.id,
      role: party.role ?? "principal",
      friends: namesOfParties(names, party.friends ?? []),
    })),
    items,
    forums,
    order,
    itemOrder: orderItems(names),
    assumptions: brief.assumptions.map((assumption) => ({
      id: assumption.id,
      chance: names.inputs.add({
        kind: "assumption",
        id: assumption.id,
        group: "rules",
        distribution: chanceDistribution(assumption.chance.value, names.yardstick),
        path: assumption.chance.path,
        what: `chance that '${assumption.statement ?? assumption.name ?? assumption.id}' holds`,
        unknown: assumption.chance.value.kind === "unknown",
        given: true,
      }),
      luck: names.inputs.luck("assumption", assumption.id, assumption.path),
    })),
    effects,
    rules,
    moves,
    bundles,
    offers,
    dependences: compileDependences(names),
    beliefs: compileBeliefs(names),
    past,
    plan: compilePlan(names, dated, "", brief.plan),
    otherPlans: brief.otherPlans.map((plan) => compilePlan(names, dated, plan.id, plan.steps)),
    forecasts: brief.forecasts.map((forecast) => compileForecast(names, effects, { items, bundles }, forecast)),
    method: methodOf(names),
    inputs: names.inputs.inputs,
    defaults: names.inputs.defaults,
    notPriced: names.notPriced,
  };
  return names.problems.length === 0 ? { model, problems: [] } : { problems: names.problems };
}

const unit: Limits = { min: 0, max: 1 };

/** The constants of MODEL.md, in one place. Each can be set in the brief. */
function methodOf(names: Names): Model["method"] {
  const { method } = names.brief;
  const evenly: Distribution = { kind: "uniform", low: 0, high: 1 };
  const number = (
    kind: string,
    what: string,
    group: "model" | "admission",
    stated: Stated<Quantity> | undefined,
    unsaid: Distribution,
  ) => {
    const d = stated === undefined ? undefined : quantityDistribution(stated.value, unit);
    return names.inputs.add({
      kind,
      id: "method",
      group,
      distribution: d ?? (stated === undefined ? unsaid : evenly),
      path: stated?.path ?? "method",
      what,
      unknown: (d ?? unsaid).kind === "uniform",
      given: d !== undefined,
    });
  };
  const mean = method.disagreementMean?.value;
  return {
    models: (method.outcomeModel ?? [{ model: "compromise", percent: 100 }]).map((entry) => ({
      model: entry.model,
      share: entry.percent / 100,
    })),
    modelLuck: names.inputs.add({
      kind: "outcome model",
      id: "method",
      group: "model",
      // With one model there is nothing to draw.
      distribution: (method.outcomeModel?.length ?? 1) > 1 ? evenly : { kind: "exact", value: 0 },
      path: "method",
      what: "which outcome model acts",
    }),
    carePremium: number(
      "care premium",
      "what showing that we care costs at the table (care premium)",
      "model",
      method.carePremium,
      evenly,
    ),
    gateShare: number(
      "gate share",
      "share of its cost of disagreement that keeping an item off brings a gatekeeper (gate share)",
      "admission",
      method.gateShare,
      evenly,
    ),
    carryOver: number(
      "carry-over",
      "how far what surprised before one forum carries over to a later one",
      "model",
      method.carryOver,
      { kind: "exact", value: 0.8 },
    ),
    disagreementMean: mean?.kind === "exact" ? mean.value : 30,
    shrinkage: method.shrinkage ?? 0.1,
    worlds: method.worlds ?? 10000,
    seed: method.seed ?? 1,
  };
}
