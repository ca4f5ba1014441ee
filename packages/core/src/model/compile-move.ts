/** Moves, rules and the effects they have. */
import type { Change, Effect, Move, Rule } from "../brief/brief.ts";
import type { InputGroup } from "../run/findings.ts";
import type { Distribution } from "../worlds/index.ts";
import { asksOf, compileCondition, compileOptional } from "./compile-condition.ts";
import { audienceInputs } from "./compile-item.ts";
import { chanceDistribution, placeDistribution, quantityDistribution, unlimited } from "./distributions.ts";
import type { InputIndex, ModelEffect, ModelMove, ModelRule, ModelSignal } from "./model.ts";
import { isOurs, itemsNamed, type Names, namesOfParties, pointsOf, scaleOf } from "./names.ts";

/** Effects in the order in which they were met; rules and moves refer to them by index. */
export type EffectList = ModelEffect[];
type Owner = ModelEffect["owner"];

export function compileRules(names: Names, effects: EffectList): ModelRule[] {
  return names.brief.rules.map((rule: Rule, index) => ({
    id: rule.id,
    if: compileCondition(names, rule.if),
    asks: asksOf(names, rule.if),
    effects: compileEffects(names, effects, rule.then, rule.id, { kind: "rule", index }, "rules"),
    path: rule.path,
  }));
}

function compileEffects(
  names: Names,
  effects: EffectList,
  list: readonly Effect[],
  owner: string,
  by: Owner,
  group: InputGroup,
): number[] {
  return list.flatMap((effect) => {
    const compiled = compileEffect(names, effect, owner, by, group);
    return compiled.map((entry) => effects.push(entry) - 1);
  });
}

function compileEffect(names: Names, effect: Effect, owner: string, by: Owner, group: InputGroup): ModelEffect[] {
  const base = { items: [], parties: [], target: -1, path: effect.path, owner: by };
  switch (effect.on) {
    case "position": {
      const items =
        effect.issues === undefined
          ? names.issues.map((_, k) => k)
          : effect.issues.flatMap((id) => itemsNamed(names, id));
      const who = effect.parties.join("+");
      const where = (effect.issues ?? ["all issues"]).join("+");
      return effect.changes.map((change) => {
        const what = change.what === "cost of disagreement" ? "cost" : change.what;
        const id = `${owner} ${who} ${where} ${change.what}`;
        const title = `what ${owner} does to ${who}'s ${change.what} on ${where}`;
        const add = (suffix: string, d: Distribution | undefined): InputIndex =>
          addAmount(names, id + suffix, d, change.path, title, group);
        noteWithoutPlace(names, items, what, change.path, title);
        const amounts = new Map(
          items.map((item) => [
            item,
            add(scaleSuffix(names, change.change, item), positionAmount(names, change.change, what, item)),
          ]),
        );
        return {
          ...base,
          on: "position",
          what,
          items,
          parties: namesOfParties(names, effect.parties),
          relative: change.change.relative,
          amount: [...amounts.values()][0] ?? add("", { kind: "exact", value: 0 }),
          amounts,
        };
      });
    }
    case "admission": {
      const items = effect.issues.flatMap((id) => itemsNamed(names, id));
      return [
        {
          ...base,
          on: "admission",
          items,
          relative: effect.change.relative,
          amount: chanceAmount(
            names,
            effect.change,
            `${owner} admission ${effect.issues.join("+")}`,
            effect.path,
            group,
          ),
        },
      ];
    }
    case "breakdown":
      return [
        {
          ...base,
          on: "breakdown",
          target: names.forum.get(effect.forum)!,
          relative: effect.change.relative,
          amount: chanceAmount(names, effect.change, `${owner} breakdown ${effect.forum}`, effect.path, group),
        },
      ];
    case "assumption":
      return [
        {
          ...base,
          on: "assumption",
          target: names.assumption.get(effect.assumption)!,
          relative: effect.change.relative,
          amount: chanceAmount(names, effect.change, `${owner} assumption ${effect.assumption}`, effect.path, group),
        },
      ];
    case "move":
      return [
        {
          ...base,
          on: "move",
          target: names.move.get(effect.move)!,
          relative: effect.change.relative,
          amount: chanceAmount(names, effect.change, `${owner} move ${effect.move}`, effect.path, group),
        },
      ];
  }
}

/** Wishes on a choice or slate have no place that could move. */
function noteWithoutPlace(names: Names, items: readonly number[], what: string, path: string, title: string): void {
  if (what !== "ideal") return;
  for (const item of items) {
    const issue = names.issues[item]!;
    if ((issue.kind ?? "scale") === "scale") continue;
    const where = issue.name ?? issue.id;
    names.notPriced.push({ path, what: title, why: `${where} is no scale: what is wanted there has no place to move` });
  }
}

function addAmount(
  names: Names,
  id: string,
  d: Distribution | undefined,
  path: string,
  what: string,
  group: InputGroup,
): InputIndex {
  if (d === undefined) names.notPriced.push({ path, what, why: "its size is unknown; no change is drawn" });
  return names.inputs.add({
    kind: "effect",
    id,
    group,
    distribution: d ?? { kind: "exact", value: 0 },
    path,
    what,
    given: d !== undefined,
  });
}

/** An effect on places over several issues differs where their scales do. */
function scaleSuffix(names: Names, change: Change, item: number): string {
  const issue = names.issues[item]!;
  if (!change.relative) return ` at ${issue.id}`;
  const { from, to } = scaleOf(issue);
  return from === 0 && to === 100 ? "" : ` per ${from}..${to}`;
}

function positionAmount(names: Names, change: Change, what: string, item: number): Distribution | undefined {
  const issue = names.issues[item]!;
  if (change.relative) {
    const { from, to } = scaleOf(issue);
    const d = quantityDistribution(change.by, unlimited);
    return what === "ideal" && d !== undefined ? stretched(d, 100 / (to - from)) : d;
  }
  const { to } = change;
  if (to.kind === "word") throw new Error("a word of probability cannot be a place");
  return what === "ideal"
    ? placeDistribution(to, (bound) => pointsOf(issue, bound))
    : placeDistribution(to, (bound) => (typeof bound === "number" ? bound : pointsOf(issue, bound)));
}

/** A change in natural units as scale points: "+" is toward the upper end of the scale, whichever way its numbers run. */
function stretched(d: Distribution, factor: number): Distribution {
  const f = Math.abs(factor);
  switch (d.kind) {
    case "exact":
      return { kind: "exact", value: d.value * f };
    case "normal":
      return { ...d, low: d.low * f, high: d.high * f };
    case "uniform":
      return { kind: "uniform", low: d.low * f, high: d.high * f };
    case "pert":
      return { kind: "pert", least: d.least * f, likeliest: d.likeliest * f, most: d.most * f };
    case "exponential":
    case "mixture":
      throw new Error(`a change is never ${d.kind}`);
  }
}

function chanceAmount(names: Names, change: Change, id: string, path: string, group: InputGroup): InputIndex {
  const d = change.relative
    ? quantityDistribution(change.by, unlimited)
    : change.to.kind === "mix"
      ? undefined
      : chanceDistribution(change.to as Parameters<typeof chanceDistribution>[0], names.yardstick);
  return addAmount(names, id, d, path, `what ${id.replace(" ", " does to ")} changes`, group);
}

export function compileMove(names: Names, index: number, effects: EffectList): Omit<ModelMove, "stage"> {
  const move = names.brief.moves[index]!;
  const { inputs } = names;
  const title = move.name ?? move.id.replaceAll("-", " ");
  const chance = move.chance;
  const owner: Owner = { kind: "move", index };
  const items = (move.issues ?? []).flatMap((id) => itemsNamed(names, id));
  const ours = isOurs(names.brief, move);
  return {
    id: move.id,
    kind: move.kind,
    path: move.path,
    ours,
    if: compileOptional(names, move.if),
    chance: inputs.add({
      kind: "chance of move",
      id: move.id,
      group: "rules",
      distribution:
        chance === undefined ? { kind: "exact", value: 100 } : chanceDistribution(chance.value, names.yardstick),
      path: chance?.path ?? move.path,
      what: ours ? `chance that '${title}' works` : `chance that '${title}' is made`,
      unknown: chance?.value.kind === "unknown",
      given: chance !== undefined,
    }),
    luck: inputs.luck("move", move.id, move.path),
    ifItWorks: compileEffects(names, effects, move.ifItWorks ?? [], `${move.id} if it works`, owner, "rules"),
    ifItFails: compileEffects(names, effects, move.ifItFails ?? [], `${move.id} if it fails`, owner, "rules"),
    cost: pointsInput(names, move, "cost", title),
    worth: pointsInput(names, move, "worth", title),
    audience: audienceInputs(names, move.id, move.audience, title),
    success: move.signals === "success",
    signals: signalsOf(names, move),
    signalLuck: inputs.luck("signal", move.id, move.path),
    offers: offersOf(names, move),
    conceals: move.kind === "conceal" ? items : [],
    reveals: (move.reveals ?? [])
      .filter((reveal) => reveal.what.includes("salience"))
      .flatMap((reveal) =>
        itemsNamed(names, reveal.issue).map((item) => {
          const path = reveal.path;
          const id = `${move.id} ${reveal.issue}`;
          const stated = reveal.chance;
          const to = reveal.to ?? move.target;
          return {
            item,
            to: to === undefined ? names.brief.parties.map((_, party) => party) : namesOfParties(names, to),
            chance:
              stated === undefined
                ? undefined
                : inputs.add({
                    kind: "reveals",
                    id,
                    group: "rules",
                    distribution: chanceDistribution(stated.value, names.yardstick),
                    path: stated.path,
                    what: `chance that '${title}' shows our care`,
                    unknown: stated.value.kind === "unknown",
                    given: true,
                  }),
            luck: inputs.luck("reveals", id, path),
          };
        }),
      ),
    public: move.public ?? false,
    items,
    from: move.dates?.from ?? move.dates?.to ?? "",
    to: move.dates?.to ?? "",
  };
}

function pointsInput(names: Names, move: Move, kind: "cost" | "worth", title: string): InputIndex | undefined {
  const stated = move[kind];
  if (stated === undefined) return undefined;
  const what = `${kind} of '${title}' itself`;
  const d = quantityDistribution(stated.value, unlimited);
  if (d === undefined) {
    names.notPriced.push({ path: stated.path, what, why: "it is given as unknown; nothing is added for it" });
    return undefined;
  }
  return names.inputs.add({
    kind: `${kind} of move`,
    id: move.id,
    group: "rules",
    distribution: d,
    path: stated.path,
    what,
    given: true,
  });
}

function signalsOf(names: Names, move: Move): ModelSignal[] {
  if (move.signals === undefined || move.signals === "success") return [];
  return move.signals.map((signal) => {
    const { likelihood } = signal;
    const cases = likelihood.kind === "chance" ? [{ chance: likelihood.chance }] : likelihood.cases;
    return {
      id: signal.id,
      cases: cases.map((entry, k) => ({
        if: "if" in entry ? compileOptional(names, entry.if) : undefined,
        chance: names.inputs.add({
          kind: "chance of signal",
          id: `${move.id} ${signal.id} ${k}`,
          group: "rules",
          distribution: chanceDistribution(entry.chance.value, names.yardstick),
          path: entry.chance.path,
          what: `chance of the signal '${signal.id}' of '${move.name ?? move.id}'`,
          unknown: entry.chance.value.kind === "unknown",
          given: true,
        }),
      })),
    };
  });
}

/** Offers that a move makes: the one it names, else every offer over its issues. */
function offersOf(names: Names, move: Move): number[] {
  const offers = names.brief.links.filter((link) => link.kind === "offer");
  const made = move.link === undefined ? [] : offers.filter((link) => link.id === move.link);
  return made.map((link) => offers.indexOf(link));
}
