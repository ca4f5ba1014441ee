import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OutcomeModelName } from "../brief/brief.ts";
import { residualQuantile } from "../worlds/index.ts";
import { Draws } from "./draws.ts";
import { type OracleItem, type OracleParty, type OracleRule, settleLiterally } from "./oracle.test-support.ts";
import { modelOf, SmallWorld } from "./small-world.test-support.ts";

/** A brief of one forum and unbundled items, as data: written out for the engine, read as it is by the oracle. */
interface Case {
  readonly parties: number;
  readonly members: readonly string[];
  readonly rule: RuleCase;
  readonly gatekeepers: readonly string[];
  readonly friends: readonly string[];
  readonly breakdown: number;
  readonly items: readonly ItemCase[];
}
interface RuleCase {
  readonly kind: "consensus" | "majority" | "share" | "weights";
  readonly share: number;
  readonly weights: readonly number[];
  readonly veto: readonly string[];
  readonly and: boolean;
}
interface ItemCase {
  readonly ordered: boolean;
  readonly exponent: number;
  readonly places: readonly number[];
  readonly otherwise: number;
  readonly competence: "all" | "none" | number;
  readonly needs: readonly string[];
  readonly admission: number | undefined;
  readonly positions: readonly PositionCase[];
}
interface PositionCase {
  readonly ideal: string;
  readonly values: readonly number[];
  readonly salience: string;
  readonly influence: number;
  readonly cost: number | undefined;
  readonly bottom: number | undefined;
  readonly red: readonly number[];
  readonly discussing: number | undefined;
  readonly typed: number;
}

const names = ["a", "b", "c", "d", "e"];
const oneIn = (n: number) => fc.nat(n - 1).map((k) => k === 0);
/** Coarse numbers, so that ties and equalities are met. */
const coarse = fc.integer({ min: 0, max: 10 }).map((k) => 10 * k);
const quantity = fc.oneof(
  coarse.map(String),
  fc
    .tuple(fc.nat(9), fc.nat(9))
    .map(([m, n]) => [10 * m, 10 * n] as const)
    .map(([x, y]) => `${Math.min(x, y)}..${Math.max(x, y) + 3}`),
  fc.constant("unknown"),
);
const subset = (from: readonly string[], min = 0) => fc.subarray([...from], { minLength: min });

const position = (options: number): fc.Arbitrary<PositionCase> =>
  fc.record({
    ideal: quantity,
    values: fc.array(coarse, { minLength: options, maxLength: options }),
    salience: fc.oneof(quantity, fc.constant("0")),
    influence: coarse,
    cost: fc.option(coarse, { nil: undefined }),
    bottom: fc.option(fc.nat(options - 1), { nil: undefined, freq: 2 }),
    red: oneIn(4).chain((some) => (some ? fc.subarray([...Array(options).keys()]) : fc.constant<number[]>([]))),
    discussing: fc.option(fc.integer({ min: -20, max: 20 }), { nil: undefined, freq: 1 }),
    typed: coarse,
  });
const item = (parties: readonly string[]): fc.Arbitrary<ItemCase> =>
  fc.integer({ min: 1, max: 5 }).chain((options) =>
    fc.record({
      ordered: fc.nat(3).map((k) => k > 0),
      exponent: fc.constantFrom(1, 1, 1, 2, 0.5),
      places: fc.array(coarse, { minLength: options, maxLength: options }),
      otherwise: fc.integer({ min: -1, max: options - 1 }),
      competence: fc.oneof(
        { weight: 6, arbitrary: fc.constant<"all">("all") },
        fc.constant<"none">("none"),
        fc.integer({ min: 0, max: 100 }),
      ),
      needs: oneIn(2).chain((some) => (some ? subset(parties) : fc.constant<string[]>([]))),
      admission: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined, freq: 1 }),
      positions: fc.array(position(options), { minLength: parties.length, maxLength: parties.length }),
    }),
  );
const cases: fc.Arbitrary<Case> = fc.integer({ min: 2, max: 5 }).chain((parties) => {
  const all = names.slice(0, parties);
  return subset(all.slice(1), 1).chain((others) => {
    const members = ["a", ...others];
    return fc.record({
      parties: fc.constant(parties),
      members: fc.constant(members),
      rule: fc.record({
        kind: fc.constantFrom<RuleCase["kind"]>("consensus", "consensus", "majority", "share", "weights"),
        share: fc.integer({ min: 1, max: 4 }),
        weights: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: members.length, maxLength: members.length }),
        veto: oneIn(3).chain((some) => (some ? subset(members) : fc.constant<string[]>([]))),
        and: oneIn(4),
      }),
      gatekeepers: fc.oneof(fc.constant([]), fc.constant(members), subset(members)),
      friends: subset(members),
      breakdown: fc.constantFrom(0, 0, 20),
      items: fc.array(item(all), { minLength: 1, maxLength: 3 }),
    });
  });
});

const ruleText = (one: Case): string => {
  const { kind, share, weights, veto, and } = one.rule;
  if (kind === "consensus") return "consensus";
  if (kind === "majority") return "majority";
  const vetoes = veto.length === 0 ? "" : `, veto: [${veto.join(", ")}]`;
  const more = and ? ", and: majority" : "";
  if (kind === "share") return `{ at least: ${share}/4${vetoes}${more} }`;
  const listed = one.members.map((p, k) => `${p}: ${weights[k]}`).join(", ");
  return `{ at least: ${share}/4, weights: { ${listed} }${vetoes}${more} }`;
};
const ruleOf = (one: Case): OracleRule => {
  const { kind, share, weights, veto, and } = one.rule;
  const heads = new Map(one.members.map((p) => [p, 1]));
  const majority: OracleRule = { quota: one.members.length / 2, strict: true, weights: heads, vetoes: [] };
  if (kind === "consensus") return { quota: one.members.length, strict: false, weights: heads, vetoes: [] };
  if (kind === "majority") return majority;
  const weight = kind === "share" ? heads : new Map(one.members.map((p, k) => [p, weights[k]!]));
  const total = [...weight.values()].reduce((sum, w) => sum + w, 0);
  const rule = { quota: (share / 4) * total, strict: false, weights: weight, vetoes: veto };
  return and ? { ...rule, and: majority } : rule;
};
const list = (entries: readonly (string | undefined)[]) => entries.filter((e) => e !== undefined).join(", ");

function briefOf(one: Case): string {
  const all = names.slice(0, one.parties);
  const third = (p: string) =>
    one.members.includes(p)
      ? `{ name: P-${p} }`
      : `{ name: P-${p}, role: third${one.friends.length === 0 ? "" : `, friends: [${one.friends.join(", ")}]`} }`;
  const competence = one.items.every((i) => i.competence === "all" && i.needs.length === 0)
    ? ""
    : `, competence: { ${list(
        one.items.map((i, k) =>
          i.competence === "none"
            ? undefined
            : `i${k}: { chance: ${i.competence === "all" ? 100 : i.competence}%${i.needs.length === 0 ? "" : `, needs: [${i.needs.join(", ")}]`} }`,
        ),
      )} }`;
  const items = one.items.map((entry, k) => {
    const options = entry.places.map((at, o) => (entry.ordered ? `o${o}: ${at}` : `o${o}`)).join(", ");
    const typed = all.map((p, j) => `${p}: ${entry.positions[j]!.typed}`).join(", ");
    const positions = all.map((p, j) => {
      const pos = entry.positions[j]!;
      return `      ${p}: { ${list([
        entry.ordered ? `ideal: ${pos.ideal}` : `values: { ${pos.values.map((v, o) => `o${o}: ${v}`).join(", ")} }`,
        `salience: ${pos.salience}`,
        `influence: ${pos.influence}`,
        pos.cost === undefined ? undefined : `cost of disagreement: ${pos.cost}`,
        pos.bottom === undefined ? undefined : `bottom line: o${pos.bottom}`,
        pos.red.length === 0 ? undefined : `red lines: [${pos.red.map((o) => `o${o}`).join(", ")}]`,
      ])} }`;
    });
    const discussing = all.flatMap((p, j) =>
      entry.positions[j]!.discussing === undefined ? [] : [`${p}: ${entry.positions[j]!.discussing}`],
    );
    return `  - issue: i${k}
    kind: ${entry.ordered ? "scale" : "choice"}
    exponent: ${entry.exponent}
    options: ${entry.ordered ? `{ ${options} }` : `[${options}]`}
    otherwise: ${entry.otherwise < 0 ? `{ name: None, values: { ${typed} } }` : `o${entry.otherwise}`}
${entry.admission === undefined ? "" : `    admission: ${entry.admission}%\n`}${discussing.length === 0 ? "" : `    discussing: { ${discussing.join(", ")} }\n`}    positions:
${positions.join("\n")}`;
  });
  return `
demarche: 1
us: a
parties: { ${all.map((p) => `${p}: ${third(p)}`).join(", ")} }
forums:
  talks: { members: [${one.members.join(", ")}], decision rule: ${ruleText(one)}, gatekeepers: ${one.gatekeepers.length === 0 ? "nobody" : `[${one.gatekeepers.join(", ")}]`}, breakdown: ${one.breakdown}%${competence} }
agenda:
${items.join("\n")}
`;
}

function oracleItem(one: Case, k: number, get: (key: string) => number, outcomeModel: OutcomeModelName): OracleItem {
  const entry = one.items[k]!;
  const id = `i${k}`;
  const all = names.slice(0, one.parties);
  const option = (o: number) => `o${o}`;
  const options = entry.places.map((_, o) => option(o));
  const place = new Map(entry.places.map((at, o) => [option(o), at]));
  const party = new Map(
    all.map((p, j): [string, OracleParty] => {
      const pos = entry.positions[j]!;
      return [
        p,
        {
          ideal: entry.ordered ? get(`ideal ${id} ${p}`) : 0,
          values: new Map(pos.values.map((v, o) => [option(o), v])),
          salience: get(`salience ${id} ${p}`),
          influence: pos.influence,
          cost: pos.cost ?? get(`cost ${id} ${p}`),
          bottomLine:
            pos.bottom === undefined ? undefined : entry.ordered ? entry.places[pos.bottom]! : option(pos.bottom),
          redLines: pos.red.map(option),
          discussing: pos.discussing ?? 0,
        },
      ];
    }),
  );
  const listed = one.items.some((i) => i.competence !== "all" || i.needs.length > 0);
  const chance = entry.competence === "all" ? 100 : entry.competence === "none" ? 0 : entry.competence;
  return {
    ordered: entry.ordered,
    exponent: entry.exponent,
    options,
    at: place,
    otherwise:
      entry.otherwise < 0 ? new Map(all.map((p, j) => [p, entry.positions[j]!.typed])) : option(entry.otherwise),
    members: one.members,
    rule: ruleOf(one),
    needs: entry.competence === "none" ? [] : entry.needs,
    competent: !listed || (entry.competence !== "none" && get(`luck of competence talks ${id}`) * 100 < chance),
    broken: get("luck of breakdown talks") * 100 < one.breakdown,
    us: "a",
    proposers: ["a"],
    gatekeepers: one.gatekeepers,
    thirds: new Map(all.filter((p) => !one.members.includes(p)).map((p) => [p, one.friends])),
    typedAdmission: entry.admission === undefined ? undefined : get(`luck of admission ${id}`) * 100 < entry.admission,
    gateShare: get("gate share method"),
    party,
    residual: (o) => residualQuantile(get(entry.ordered ? `luck of residual ${id}` : `luck of residual ${id} ${o}`)),
    tieLuck: get(`luck of tie ${id}`),
    outcomeModel,
  };
}

const outcomeModels = ["compromise", "median", "nash", "veto"] as const;
const worlds = 8;
/** More by ORACLE_RUNS. */
const runs = Number(process.env["ORACLE_RUNS"] ?? 250);

describe("settlement against a literal, slow reading of MODEL.md §4", () => {
  test("[S1]–[S17], [O1]–[O8]: every item ends the same, for the same reason, on random briefs and worlds", {
    timeout: 240_000,
  }, () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 1_000_000 }), (one, seed) => {
        const model = modelOf(briefOf(one));
        const draws = new Draws(model, seed, worlds);
        draws.fill(0, worlds);
        const world = new SmallWorld(model);
        for (let w = 0; w < worlds; w++) {
          world.load(draws.values, w * draws.width);
          for (const outcomeModel of outcomeModels) {
            world.run("written", { outcomeModel });
            for (const k of one.items.keys()) {
              const told = settleLiterally(oracleItem(one, k, (key) => world.get(key), outcomeModel));
              if (told.margin < 1e-6) continue;
              const { ended, option, admitted, refusers, keepers } = world.of(`i${k}`);
              met.set(ended, (met.get(ended) ?? 0) + 1);
              expect({ ended, option, admitted, refusers: [...refusers].sort(), keepers: [...keepers].sort() }).toEqual(
                {
                  ended: told.ended,
                  option: told.option,
                  admitted: told.admitted,
                  refusers: [...told.refusers].sort(),
                  keepers: [...told.keepers].sort(),
                },
              );
            }
          }
        }
      }),
      { numRuns: runs },
    );
    // Every way of ending has been met, so the comparison is of something.
    for (const ended of ["agreed", "notAdmitted", "noCompetence", "brokeDown", "refused", "notReached"])
      expect(met.get(ended) ?? 0, ended).toBeGreaterThan(10);
  });
});
