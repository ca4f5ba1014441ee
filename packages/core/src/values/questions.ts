/** What is not known as a list of questions: what an answer would be worth, which moves tell of it, and who could know. */
import { type Brief, type Id, type Path, sourcesOf } from "../brief/index.ts";
import type { Model } from "../model/model.ts";
import { meanWithInterval } from "../plan/value-range.ts";
import type { ValueRange } from "../run/findings.ts";
import { searchSeed } from "../search/budget.ts";
import { type Factors, tells } from "../search/factors.ts";
import { follow } from "../search/follow.ts";
import { type Influence, influenceOf, inputsRead, reach } from "../search/influence.ts";
import type { SolveLimits } from "../search/solve.ts";
import { drawKey, fillUniforms, normalQuantile, type Worlds } from "../worlds/index.ts";
import type { Question, Whom } from "./findings.ts";
import { type Labels, worthOfKnowing } from "./knowing.ts";
import type { ValuesSettings } from "./settings.ts";
import type { Planned, Tables } from "./study.ts";

/** What is learnt of a number is in which third of its range it lies: fewer worlds than a third tell plans apart badly. */
const thirds = 3;

/** Unknown numbers and assumptions, those first whose answer is worth something, then by what it may be worth. `brief` and `model` with looks. */
export function questionsOf(
  brief: Brief,
  model: Model,
  factors: Factors,
  tables: Tables,
  base: Planned,
  limits: SolveLimits,
  settings: ValuesSettings,
): Question[] {
  const influence = influenceOf(brief, model);
  const readBy = factors.components.map((component) => readIn(model, influence, factors, component));
  const anywhere = new Set(readBy.flatMap((set) => [...set]));
  /** A salience weighs the whole agenda; what no part is known to read may bear on any. */
  const componentsOf = (inputs: readonly number[]): number[] => {
    const everywhere = inputs.some((i) => model.inputs[i]!.key.startsWith("salience") || !anywhere.has(i));
    return readBy.flatMap((set, k) => (everywhere || inputs.some((i) => set.has(i)) ? [k] : []));
  };
  const tellers = [...new Set(factors.moves)].filter((m) => tells(model, m));
  const toldBy = (inputs: readonly number[]): Id[] =>
    tellers.flatMap((m) => {
      const parts = reach(influence.changedBy, [influence.part("move", m)]);
      const read = new Set([...parts].flatMap((p) => inputsRead(model, influence.kindOf[p]!, influence.indexOf[p]!)));
      return inputs.some((i) => read.has(i)) && !isLook(model, m) ? [model.moves[m]!.id] : [];
    });
  const unknown = unknownsOf(model);
  const asked = unknown.length + model.assumptions.length;
  const ask = (
    kind: Question["kind"],
    path: Path,
    what: string,
    labels: Labels,
    inputs: readonly number[],
  ): Question => {
    const worth = worthOfKnowing(tables, base, labels, componentsOf(inputs), limits);
    return {
      kind,
      path,
      what,
      worth,
      told: isTold(worth.value, asked),
      toldBy: toldBy(inputs),
      whom: whomOf(
        brief,
        path,
        inputs.map((i) => model.inputs[i]!.key),
      ),
    };
  };
  const assumptions = model.assumptions.map(({ chance, luck }, a) => {
    const { path, what } = model.inputs[chance]!;
    const { searched, pruned, valued } = tables.sets;
    return ask(
      "assumption",
      path,
      what,
      { searched: searched.holds[a]!, pruned: pruned.holds[a]!, valued: valued.holds[a]! },
      [chance, luck],
    );
  });
  const unknowns = unknown.map(({ path, what, key, inputs }) =>
    ask("unknown", path, what, thirdsOf(key, tables, settings), inputs),
  );
  return [...assumptions, ...unknowns].sort(
    (a, b) =>
      Number(b.told) - Number(a.told) ||
      b.worth.value.value - a.worth.value.value ||
      b.worth.inSample - a.worth.inSample ||
      (a.path < b.path ? -1 : a.path > b.path ? 1 : a.what < b.what ? -1 : 1),
  );
}

/** Is it above nothing though so many were looked at (Bonferroni, 5 %)? */
function isTold({ value, low }: ValueRange, tests: number): boolean {
  const error = (value - low) / -normalQuantile(0.05);
  return value > Math.max(1e-9, -normalQuantile(0.05 / tests) * error);
}

const isLook = (model: Model, move: number): boolean => model.moves[move]!.path.endsWith("/look");

interface UnknownNumber {
  readonly path: Path;
  readonly what: string;
  /** Key of the draw that it is, its bloc's where it has one. */
  readonly key: string;
  readonly inputs: readonly number[];
}

/** Several numbers of one place (a bloc's, say) are one thing to ask. */
function unknownsOf(model: Model): UnknownNumber[] {
  const found = new Map<string, UnknownNumber>();
  const assumed = new Set(model.assumptions.map(({ chance }) => chance));
  for (const [i, input] of model.inputs.entries()) {
    if (!input.unknown || input.group === "events" || input.distribution.kind === "exact" || assumed.has(i)) continue;
    const place = `${input.path} ${input.what}`;
    const known = found.get(place);
    const { path, what } = input;
    const key = input.bloc?.key ?? input.key;
    found.set(
      place,
      known === undefined ? { path, what, key, inputs: [i] } : { ...known, inputs: [...known.inputs, i] },
    );
  }
  return [...found.values()];
}

/** A draw rises with its uniform, so the third of the range is the third of the uniform. */
function thirdsOf(key: string, tables: Tables, { seed, selection, searchSelection }: ValuesSettings): Labels {
  const third = (of: number, worlds: Worlds, count: number): Uint8Array => {
    const uniform = new Float64Array(count);
    fillUniforms(drawKey(of, "input", key), worlds, uniform);
    return Uint8Array.from(uniform, (u) => Math.floor(u * thirds));
  };
  const run = (kept: Uint32Array | undefined, from: number, count: number): Worlds =>
    kept === undefined ? { from, count } : kept.subarray(from, from + count);
  const [searched, pruned, valued] = [tables.searched, tables.pruned, tables.valued].map((each) => each[0]!.worlds) as [
    number,
    number,
    number,
  ];
  return {
    searched: third(searchSeed(seed), run(searchSelection?.worlds, 0, searched), searched),
    pruned: third(searchSeed(seed), run(searchSelection?.worlds, searched, pruned), pruned),
    valued: third(seed, run(selection?.worlds, 0, valued), valued),
  };
}

/** All inputs that bear on what a component's moves and items come to. */
function readIn(model: Model, influence: Influence, { factors }: Factors, component: readonly number[]): Set<number> {
  const parts = component.flatMap((f) => [
    ...factors[f]!.items.map((i) => influence.part("result", i)),
    ...factors[f]!.dependences.map((d) => influence.part("dependence", d)),
    ...factors[f]!.acts.map((m) => influence.part("move", m)),
  ]);
  const inputs = [...reach(influence.changedBy, parts)].flatMap((p) =>
    inputsRead(model, influence.kindOf[p]!, influence.indexOf[p]!),
  );
  return new Set(inputs);
}

/** The party whose number it is, by its place in the brief or its name; its people, whoever we reach it through, the sources cited. */
function whomOf(brief: Brief, path: Path, keys: readonly string[]): Whom {
  const steps = [...path.split("/"), ...keys.flatMap((key) => key.split(" "))];
  const parties = brief.parties.filter((party) => steps.includes(party.id));
  const sources = (sourcesOf(brief, path) ?? []).flatMap((cited) => (cited.kind === "source" ? [cited.source] : []));
  const ids = new Set(parties.map((party) => party.id));
  // Whoever our moves towards that party go through can ask.
  const through = brief.moves.flatMap((move) =>
    move.through !== undefined && (move.target ?? []).some((target) => ids.has(target)) ? [move.through] : [],
  );
  return {
    parties: [...ids],
    people: [...new Set([...parties.flatMap((party) => (party.people ?? []).map((person) => person.id)), ...through])],
    sources: [...new Set(sources)],
  };
}

/** What a clairvoyant would get over the plan: in each world the best of what can be done there. */
export function clairvoyance(tables: Tables, base: Planned): Question["worth"]["value"] {
  const worlds = tables.valued[0]!.worlds;
  const gain = new Float64Array(worlds);
  for (const [k, decision] of tables.valued.entries()) {
    const values = follow(decision, [{ labels: [], policy: base.policies[k]! }]);
    for (let w = 0; w < worlds; w++) {
      gain[w] = gain[w]! - values[w]!;
      for (const { most } of decision.factors) gain[w] = gain[w]! + most[w]!;
    }
  }
  return meanWithInterval(gain);
}
