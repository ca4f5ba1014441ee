/** One body: members, requirements, vetoes, those who abstain; members may be bodies themselves. */
import type { Json } from "../../conflict/json-source.ts";
import type { Fraction } from "../fraction.ts";
import { fraction } from "../fraction.ts";
import { compound, type Game, onePerson, type Requirement, type VotesGame } from "../game.ts";
import type { Report, RulePath } from "../problem.ts";
import { bodyWords, requirementWords } from "../words.ts";
import { checkQuota, readMajorities } from "./majorities.ts";
import { type NamesInOrder, readMembers } from "./members.ts";
import type { Quota } from "./quota.ts";
import { readRequirement, type Seats } from "./requirement.ts";
import { isObject, type JsonObject, readNames, whatItMayHave } from "./shape.ts";

export interface Body {
  /** Persons, depth first. */
  readonly members: readonly string[];
  /** Positions in `members`, in the order of the game. */
  readonly voting: readonly number[];
  readonly game: Game;
  readonly words: readonly string[];
}

const ones = (count: number): readonly Fraction[] => Array.from({ length: count }, () => fraction(1n, 1n));

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
