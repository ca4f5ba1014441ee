/** What deters whom, what leads where and whose mind would have to change, as sentences. */
import type {
  ChangeFinding,
  DepartureFinding,
  JumpFinding,
  ReachFinding,
  TargetConcept,
  TargetFinding,
} from "@demarche/core/conflict";
import { asSentence, listText } from "../wording/sentence.ts";
import { moversOf, type StateNames, tellSteps } from "./naming.ts";
import { concepts } from "./words.ts";

/** One sentence an improvement: the strongest answer there is, or that nothing deters it. */
export function tellDeparture(departure: DepartureFinding, names: StateNames): string {
  const { by, from, to, sanctions } = departure;
  const move = `${by} would be better off moving from ${names.full(from)} to ${names.full(to)}`;
  const answer = sanctions.sseq ?? sanctions.seq ?? sanctions.smr ?? sanctions.gmr;
  if (answer === undefined) return `${move}, and nothing the others can do deters it.`;
  const costly = answer.filter((step) => step.gain < 1);
  const isCredible = sanctions.sseq !== undefined || sanctions.seq !== undefined;
  const lasts = sanctions.sseq !== undefined || (!isCredible && sanctions.smr !== undefined);
  const answerers = moversOf(answer);
  const steps = answer.length === 1 ? `by moving to ${names.full(answer[0]!.to)}` : `so: ${tellSteps(answer, names)}`;
  const price = isCredible ? "would gain by answering" : "can answer";
  const cost = isCredible ? "" : `, though not to the good of ${moversOf(costly)}`;
  const end = lasts ? "and no further move of its own mends that" : "unless it moves again";
  return `${move}; but ${answerers} ${price} ${steps}${cost}. ${by} is then no better off than before, ${end}.`;
}

export function tellReach({ state, path }: ReachFinding, names: StateNames, start: string): string {
  if (path === undefined) return asSentence(`No sequence of moves leads from ${start} to ${names.full(state)}`);
  if (path.length === 0) return asSentence(`${names.full(state)} is where things stand`);
  const costly = path.filter((step) => step.gain < 1);
  const way = tellSteps(path, names);
  if (costly.length === 0) return asSentence(`${names.full(state)} is reached by improvements only: ${way}`);
  const steps = costly.length === 1 ? "one step that does not pay" : `${costly.length} steps that do not pay`;
  return asSentence(
    `${names.full(state)} takes ${steps} for whoever takes ${costly.length === 1 ? "it" : "them"} (${moversOf(costly)}): ${way}`,
  );
}

/** That a coalition would gain, and whether the others' answers keep it from it. */
export function tellJump({ from, to, members, kept }: JumpFinding, names: StateNames): string {
  const jump = `${listText(members)} together can move from ${names.full(from)} to ${names.full(to)}, which all of them prefer`;
  if (kept.length === 0) return `${jump}; no answer of the others deters them.`;
  return `${jump}; but the others can answer so that one of them gains nothing, and under ${listText(kept.map((concept) => concepts[concept].name))} they stay.`;
}

export function tellChange({ by, kind, state, to }: ChangeFinding, target: string, names: StateNames): string {
  return kind === "no better"
    ? `${by} comes to think ${names.full(state)} no better than ${target}`
    : `${by} comes to prefer ${names.full(state)} to ${names.full(to!)}`;
}

/** What it would take for the target to be an equilibrium under one concept: a head, then the ways. */
export function tellTarget(
  target: TargetFinding,
  concept: TargetConcept,
  names: StateNames,
): readonly [string, ...string[]] {
  const where = names.full(target.state);
  const title = concepts[concept.concept].name;
  if (concept.equilibrium) return [`${title}: an equilibrium already.`];
  if (concept.fewest === undefined) return [`${title}: not an equilibrium. ${concept.why ?? ""}`.trim()];
  const count = concept.fewest === 1 ? "one change of mind" : `${concept.fewest} changes of mind`;
  const own = (concept.ownChanges ?? []).map(({ ways }) =>
    asSentence(ways.map((way) => listText(way.map((change) => tellChange(change, where, names)))).join("; or ")),
  );
  const whole = (concept.proposals ?? []).map((changes) =>
    asSentence(listText(changes.map((change) => tellChange(change, where, names)))),
  );
  const several = own.length > 1 ? " Each of these would have to change its own:" : "";
  return [
    `${title}: not an equilibrium; ${count} would make it one.${several}`,
    ...own,
    ...whole,
    ...(concept.cutShort ? ["There may be more ways."] : []),
  ];
}
