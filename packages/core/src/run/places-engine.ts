/** Issues before each forum that could take them, and slates: counted in the same worlds, the plan as written behind them. */
import type { Brief } from "../brief/brief.ts";
import { issuesOf } from "../compare-forums/candidates.ts";
import { comparisonsOf } from "../compare-forums/comparison.ts";
import type { ForumComparison } from "../compare-forums/findings.ts";
import { type ForumQuestion, prepareComparison } from "../compare-forums/prepare.ts";
import { ForumRun } from "../compare-forums/run.ts";
import type { ForumTally } from "../compare-forums/tally.ts";
import type { Model } from "../model/model.ts";
import { Draws } from "../plan/draws.ts";
import type { PlanSettings } from "../plan/plan-engine.ts";
import { Roll } from "../plan/roll.ts";
import type { SlateFinding } from "../slates/findings.ts";
import { panelOf } from "../slates/panel.ts";
import { slateFinding } from "../slates/slate-finding.ts";
import { addSlateTallies, SlateCounter, type SlateTally } from "../slates/tally.ts";
import type { Engine } from "./engine.ts";

export interface PlacesTask {
  readonly kind: "places";
  readonly from: number;
  readonly count: number;
}
export interface PlacesPart {
  readonly kind: "places";
  readonly count: number;
  /** Worlds in which ballots were counted. */
  readonly counted: number;
  readonly forums: readonly ForumTally[];
  readonly slates: readonly SlateTally[];
}
export interface PlacesFinding {
  readonly forums: readonly ForumComparison[];
  readonly slates: readonly SlateFinding[];
}

export type PlacesEngine = Engine<PlacesTask, PlacesPart, PlacesFinding>;

export interface PlacesQuestion extends ForumQuestion {
  /** Most worlds looked at (1,000): enough for what is printed to the nearest five per cent. */
  readonly worlds?: number;
  /** Most worlds in which ballots are counted (100): exact fractions take their time. */
  readonly ballots?: number;
}

export const usualPlacesWorlds = 1000;
const worldsInTask = 250;
const usualBallots = 100;

/** `model` is the brief's, with `us`. What the brief has none of takes no time. */
export function createPlacesEngine(
  brief: Brief,
  model: Model,
  settings: PlanSettings,
  question: PlacesQuestion = {},
): PlacesEngine {
  const worlds = Math.min(settings.worlds, question.worlds ?? usualPlacesWorlds);
  const ballots = question.ballots ?? usualBallots;
  const comparing = prepareComparison(brief, model, question);
  const wanted = (id: string, of?: string) =>
    question.issues === undefined || question.issues.includes(id) || question.issues.includes(of ?? id);
  const panels = issuesOf(brief).flatMap((issue, item) =>
    issue.kind === "slate" && wanted(issue.id, model.items[item]!.instanceOf)
      ? [panelOf(comparing.model, issue, item)]
      : [],
  );
  const tasks: PlacesTask[] = [];
  if (comparing.questions.length + panels.length > 0)
    for (let from = 0; from < worlds; from += worldsInTask)
      tasks.push({ kind: "places", from, count: Math.min(worldsInTask, worlds - from) });
  // Made once a runner and reused from task to task; what they hold never outlives a world.
  let made: { readonly roll: Roll; readonly draws: Draws; readonly run: ForumRun; readonly counters: SlateCounter[] };
  const tools = () => {
    const roll = new Roll(comparing.model, settings.selection?.forced);
    return {
      roll,
      draws: new Draws(comparing.model, settings.seed, worldsInTask, settings.selection?.worlds),
      run: new ForumRun(comparing, roll),
      counters: panels.map((panel) => new SlateCounter(comparing.model, panel)),
    };
  };
  return {
    tasks,
    step({ from, count }) {
      made ??= tools();
      const { roll, draws, run, counters } = made;
      const forums = run.createTallies(count);
      const slates = counters.map((counter) => counter.createTally());
      draws.fill(from, count);
      for (let w = 0; w < count; w++) {
        roll.begin(draws.values, w * draws.width);
        roll.run(comparing.model.plan);
        for (const [k, counter] of counters.entries()) counter.count(roll, slates[k]!, from + w, ballots);
        run.count(w, forums);
      }
      return { kind: "places", count, counted: Math.max(0, Math.min(count, ballots - from)), forums, slates };
    },
    merge(parts) {
      if (parts.length === 0) return { forums: [], slates: [] };
      const forums = comparisonsOf(
        brief,
        comparing,
        parts.map((part) => part.forums),
      );
      const all = parts.reduce((n, part) => n + part.count, 0);
      const counted = parts.reduce((n, part) => n + part.counted, 0);
      const slates = panels.map((panel, k) =>
        slateFinding(comparing.model, panel, addSlateTallies(parts.map((part) => part.slates[k]!)), all, counted),
      );
      return { forums, slates };
    },
  };
}
