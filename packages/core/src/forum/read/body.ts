/** One body: members, requirements, vetoes, those who abstain; members may be bodies themselves. */
import type { Json } from "../../conflict/json-source.ts";
import type { Fraction } from "../fraction.ts";
import { fraction } from "../fraction.ts";
import { compound, type Game, onePerson, type Requirement, type VotesGame } from "../game.ts";
import type { Report, RulePath } from "../problem.ts";
import { bodyWords, requirementWords } from "../words.ts";
import { type Quota, readQuota, threshold } from "./quota.ts";
import { isObject, type JsonObject, readByMember, readNames, whatItMayHave } from "./shape.ts";
import { toWhole } from "./whole-weights.ts";

/** Names of an object in the order in which they are written, which JavaScript does not keep for names like numbers. */
export type NamesInOrder = (path: RulePath, value: JsonObject) => readonly string[];
export interface Body {
  /** Persons, depth first. */
  readonly members: readonly string[];
  /** Positions in `members`, in the order of the game. */
  readonly voting: readonly number[];
  readonly game: Game;
  readonly words: readonly string[];
}

export const bodyKeys = [
  "members",
  "quota",
  "vetoes",
  "majorities",
  "fewestToBlock",
  "abstaining",
  "abstention",
  "bodies",
];

const ones = (count: number): readonly Fraction[] => Array.from({ length: count }, () => fraction(1n, 1n));

export function readBody(value: JsonObject, path: RulePath, inOrder: NamesInOrder, report: Report): Body | undefined {
  const named = readMembers(value["members"], [...path, "members"], inOrder, report);
  if (named === undefined) return undefined;
  const places = new Map(named.names.map((name, k) => [name, k]));
  const inner = readInner(value["bodies"], [...path, "bodies"], places, inOrder, report);
  const abstaining = new Set(readNames(value["abstaining"], [...path, "abstaining"], places, report));
  const counted = readAbstention(value["abstention"], [...path, "abstention"], report);
  const seats: Seats = {
    names: named.names,
    places,
    voting: named.names.map((_, k) => k).filter((k) => !abstaining.has(k)),
    counted,
  };
  const vetoes = new Set(readNames(value["vetoes"], [...path, "vetoes"], places, report));
  const requirements: Requirement[] = [];
  const words: string[] = [];
  const demand = (quota: Quota, at: RulePath, weights: readonly Fraction[] | undefined, name?: string): void => {
    if (quota.kind === "consensus") {
      for (const k of counted ? seats.names.keys() : seats.voting) vetoes.add(k);
      words.push("Nothing is adopted against any member (consensus).");
      return;
    }
    const requirement = readRequirement(quota, at, weights ?? ones(seats.names.length), seats, report);
    if (requirement === undefined) return;
    requirements.push(requirement.value);
    words.push(
      requirementWords(quota, weights === undefined ? undefined : requirement.total, named.names.length, name),
    );
  };
  if (value["quota"] !== undefined) {
    const quota = checkQuota(value["quota"], [...path, "quota"], report);
    if (quota !== undefined) demand(quota, [...path, "quota"], named.weights);
  } else if (named.weights !== undefined && value["majorities"] === undefined) {
    report(
      "forum-no-quota",
      [...path, "members"],
      "Weights are given, but no quota.",
      'Add "quota": 12, or "majority".',
    );
  }
  readMajorities(value["majorities"], [...path, "majorities"], places, report, demand);
  if (value["quota"] === undefined && value["majorities"] === undefined && named.weights === undefined) {
    report("forum-no-quota", path, "No quota is given.", 'Add "quota": a number, "majority", "2/3" or "consensus".');
  }
  const fewestToBlock = readFewest(value["fewestToBlock"], [...path, "fewestToBlock"], report);
  const lapsed = (k: number): boolean => abstaining.has(k) && !counted;
  const stopped = counted && [...vetoes].some((k) => abstaining.has(k));
  const outer: VotesGame = {
    kind: "votes",
    size: seats.voting.length,
    requirements: stopped ? [...requirements, { weights: seats.voting.map(() => 0), quota: 1 }] : requirements,
    vetoes: seats.voting.flatMap((k, place) => (vetoes.has(k) ? [place] : [])),
    fewestToBlock: stopped ? 0 : Math.max(0, fewestToBlock - (counted ? abstaining.size : 0)),
  };
  const lines = bodyWords(words, {
    vetoes: value["quota"] === "consensus" ? [] : [...vetoes].filter((k) => !lapsed(k)).map((k) => named.names[k]!),
    fewestToBlock,
    abstaining: [...abstaining].map((k) => named.names[k]!),
    counted,
  });
  return assemble(seats, outer, inner, lines);
}

interface Seats {
  readonly names: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  /** Places of those who do not abstain. */
  readonly voting: readonly number[];
  /** Whether abstaining is as good as voting against. */
  readonly counted: boolean;
}

function assemble(seats: Seats, outer: VotesGame, inner: ReadonlyMap<string, Body>, words: readonly string[]): Body {
  if (inner.size === 0) return { members: seats.names, voting: seats.voting, game: outer, words };
  const members: string[] = [];
  const voting: number[] = [];
  const parts: Game[] = [];
  seats.names.forEach((name, k) => {
    const body = inner.get(name);
    const start = members.length;
    members.push(...(body?.members ?? [name]));
    if (!seats.voting.includes(k)) return;
    voting.push(...(body?.voting ?? [0]).map((place) => start + place));
    parts.push(body?.game ?? onePerson);
  });
  const within = [...inner].flatMap(([name, body]) => body.words.map((line) => `${name}: ${line}`));
  return { members, voting, game: compound(outer, parts), words: [...words, ...within] };
}

function readMembers(value: Json | undefined, path: RulePath, inOrder: NamesInOrder, report: Report) {
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    const names: string[] = [];
    list.forEach((name, k) => {
      if (typeof name !== "string" || name === "") {
        report("forum-shape", [...path, k], "A member's name is a text.", "Put names between quotation marks.");
      } else if (names.includes(name)) {
        report("forum-name-twice", [...path, k], `"${name}" is a member twice.`, "Name each member once.");
      } else names.push(name);
    });
    if (list.length === 0) report("forum-no-members", path, "There are no members.", "Name at least one.");
    return names.length === 0 ? undefined : { names, weights: undefined };
  }
  if (!isObject(value)) {
    const how = 'Give {"A": 4, "B": 2} with weights, or a list of names.';
    if (value === undefined) report("forum-no-members", path.slice(0, -1), '"members" is missing.', how);
    else report("forum-shape", path, '"members" are neither an object nor a list.', how);
    return undefined;
  }
  const names = inOrder(path, value);
  if (names.length === 0) {
    report("forum-no-members", path, "There are no members.", "Name at least one.");
    return undefined;
  }
  const places = new Map(names.map((name, k) => [name, k]));
  const weights = readByMember(value, path, places, "The weight", report);
  return { names, weights: weights?.map((weight) => weight ?? fraction(0n, 1n)) };
}

function readInner(
  value: Json | undefined,
  path: RulePath,
  places: ReadonlyMap<string, number>,
  inOrder: NamesInOrder,
  report: Report,
): ReadonlyMap<string, Body> {
  const inner = new Map<string, Body>();
  if (value === undefined) return inner;
  if (!isObject(value)) {
    report(
      "forum-shape",
      path,
      '"bodies" is not an object.',
      "Give the rule of each member that is a body by its name.",
    );
    return inner;
  }
  for (const [name, rule] of Object.entries(value)) {
    const at = [...path, name];
    if (!places.has(name)) {
      report("forum-unknown-member", at, `"${name}" has a rule, but is not a member.`, 'Name it under "members" too.');
    } else if (!isObject(rule)) {
      report("forum-shape", at, `The rule of "${name}" is not an object.`, 'Write {"members": […], "quota": …}.');
    } else {
      for (const key of Object.keys(rule).filter((word) => !bodyKeys.includes(word))) {
        report("forum-unknown-word", [...at, key], `A body has no "${key}".`, whatItMayHave(key, bodyKeys));
      }
      const body = readBody(rule, at, inOrder, report);
      if (body !== undefined) inner.set(name, body);
    }
  }
  return inner;
}

type Demand = (quota: Quota, at: RulePath, weights: readonly Fraction[] | undefined, name?: string) => void;

function readMajorities(
  value: Json | undefined,
  path: RulePath,
  places: ReadonlyMap<string, number>,
  report: Report,
  demand: Demand,
): void {
  if (value === undefined) return;
  if (!Array.isArray(value)) {
    report("forum-shape", path, '"majorities" is not a list.', 'Write [{"weights": {…}, "quota": …}].');
    return;
  }
  const list = value as readonly Json[];
  if (list.length === 0)
    report("forum-no-quota", path, "The list of majorities is empty.", "Give one, or leave the word out.");
  list.forEach((each, m) => {
    const at = [...path, m];
    if (!isObject(each)) {
      report("forum-shape", at, "A majority is an object.", 'Write {"weights": {…}, "quota": …}.');
      return;
    }
    for (const key of Object.keys(each).filter((word) => !["name", "weights", "quota"].includes(word))) {
      report("forum-unknown-word", [...at, key], `A majority has no "${key}".`, "It may have name, weights, quota.");
    }
    if (each["quota"] === undefined) {
      report("forum-no-quota", at, "This majority has no quota.", 'Add "quota": a number, "majority", "65%" …');
      return;
    }
    const quota = checkQuota(each["quota"], [...at, "quota"], report);
    const weights =
      each["weights"] === undefined
        ? undefined
        : readByMember(each["weights"], [...at, "weights"], places, "The weight", report);
    if (weights !== undefined) {
      const missing = [...places.keys()].filter((_, k) => weights[k] === undefined);
      if (missing.length > 0 && isObject(each["weights"])) {
        const names = missing.filter((name) => !Object.hasOwn(each["weights"] as JsonObject, name));
        if (names.length > 0) {
          report(
            "forum-missing-number",
            [...at, "weights"],
            `No weight for ${names.slice(0, 5).join(", ")}.`,
            "Give every member one, if need be 0.",
          );
        }
      }
    }
    if (quota === undefined || (each["weights"] !== undefined && weights === undefined)) return;
    demand(
      quota,
      [...at, "quota"],
      weights?.map((weight) => weight ?? fraction(0n, 1n)),
      typeof each["name"] === "string" ? each["name"] : undefined,
    );
  });
}

function checkQuota(value: Json, path: RulePath, report: Report): Quota | undefined {
  const quota = readQuota(value);
  if (quota === undefined) {
    report(
      "forum-bad-quota",
      path,
      `${JSON.stringify(value)} is no quota.`,
      'Give a number of votes (12), or a text: "majority", "2/3", "65%", "more than 3/5", "consensus".',
    );
  }
  return quota;
}

function readRequirement(
  quota: Exclude<Quota, { kind: "consensus" }>,
  at: RulePath,
  weights: readonly Fraction[],
  { names, voting, counted }: Seats,
  report: Report,
): { readonly value: Requirement; readonly total: Fraction } | undefined {
  const negative = weights.findIndex(({ numerator }) => numerator < 0n);
  if (negative >= 0) {
    report("forum-bad-number", at, `The weight of ${names[negative]} is below 0.`, "Weights are 0 or more.");
    return undefined;
  }
  const whole = toWhole(weights);
  if (whole === undefined) {
    report(
      "forum-too-fine",
      at,
      "The weights are too fine or too large to be counted exactly.",
      "Round them: their sum, in their smallest unit, has to stay below 9·10¹⁵.",
    );
    return undefined;
  }
  const present = counted ? whole.weights : voting.map((k) => whole.weights[k]!);
  const total = BigInt(present.reduce((sum, weight) => sum + weight, 0));
  const all = BigInt(whole.weights.reduce((sum, weight) => sum + weight, 0));
  const least = threshold(quota, total, whole.factor);
  if (least > all) {
    report(
      "forum-quota-out-of-reach",
      at,
      "Not even all members together reach this quota; nothing could ever be adopted.",
      `Their weights come to ${decimal(fraction(all, whole.factor))}.`,
    );
    return undefined;
  }
  if (least <= 0n) {
    report(
      "forum-quota-too-low",
      at,
      "With this quota a proposal would be adopted by nobody.",
      "Give a quota above 0.",
    );
    return undefined;
  }
  return {
    value: { weights: voting.map((k) => whole.weights[k]!), quota: Number(least) },
    total: fraction(all, whole.factor),
  };
}

function decimal({ numerator, denominator }: Fraction): string {
  return String(Number(numerator) / Number(denominator));
}

function readFewest(value: Json | undefined, path: RulePath, report: Report): number {
  if (value === undefined) return 0;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 1) return value;
  report("forum-bad-number", path, '"fewestToBlock" is not a number of members.', "Give a whole number, 1 or more.");
  return 0;
}

function readAbstention(value: Json | undefined, path: RulePath, report: Report): boolean {
  if (value === undefined || value === "against") return true;
  if (value === "not counted") return false;
  report(
    "forum-shape",
    path,
    `${JSON.stringify(value)} is not a way to count abstention.`,
    'Give "against" or "not counted".',
  );
  return true;
}
