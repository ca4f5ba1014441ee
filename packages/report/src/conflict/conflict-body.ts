/** What is to be said and shown of one conflict, for a page of its own or a section of another paper. */
import type { ConflictFindings, DepartureFinding, JumpFinding, ReachFinding, StateId } from "@demarche/core/conflict";
import { figure } from "../html/figure.ts";
import { bullets, table } from "../html/table.ts";
import { element, join, markup, type Piece } from "../svg/markup.ts";
import { listText } from "../wording/sentence.ts";
import { listOutcomes, nameStates, onePerOutcome, type StateNames } from "./naming.ts";
import { percent, robustnessTable } from "./robustness-table.ts";
import { tellDeparture, tellJump, tellReach, tellTarget } from "./sentences.ts";
import { layOutStabilityTable } from "./stability-table.ts";
import { layOutStateGraph, mostDrawn } from "./state-graph.ts";
import { layOutStepStrip } from "./step-strip.ts";
import { conceptOrder, concepts, words } from "./words.ts";

/** Sentences and rows of a list that people still read; the data hold all. */
const mostListed = 60;

export function conflictBody(findings: ConflictFindings): Piece {
  const names = nameStates(findings);
  return join([
    summarise(findings, names),
    consents(findings),
    pictures(findings),
    departures(findings, names),
    ways(findings, names),
    together(findings, names),
    target(findings, names),
    beliefs(findings, names),
    robustness(findings, names),
    findings.notShown.length > 0 && [element("h2", {}, "What is not shown"), bullets(findings.notShown)],
  ]);
}

function summarise(findings: ConflictFindings, names: StateNames): Piece {
  const lists = conceptOrder.map((concept) => {
    const ids = findings.equilibria[concept];
    const told = listOutcomes(ids, names);
    return markup`<strong>${concepts[concept].name}</strong> (${concepts[concept].meaning}): ${told}.`;
  });
  const unknown =
    findings.extensions !== undefined &&
    element(
      "p",
      {},
      "Some comparisons are unknown: what is listed holds in the strictest reading, in which everybody dares every doubtful move and only a certain loss deters (extension a).",
    );
  return element(
    "div",
    { class: "summary" },
    element("h2", {}, "Where the conflict can rest"),
    bullets(lists),
    unknown,
  );
}

/** Who would take which settlement rather than none: shown where the conflict was read from a brief. */
function consents(findings: ConflictFindings): Piece {
  const { derived } = findings;
  if (derived === undefined) return undefined;
  const left = derived.leftOut.length > 0 ? ` Not needed, and left out: ${listText(derived.leftOut)}.` : "";
  const unknown =
    derived.unknown.length > 0 ? ` Positions not known, and drawn widely: ${listText(derived.unknown)}.` : "";
  return [
    element("h2", {}, "Who would take which settlement"),
    table({
      caption: `${listText(derived.members)} must agree in ${derived.forum}; each controls what it holds out for. Against what no agreement leaves each with, at the medians of the brief’s ranges; the figures are shares of its worlds.${left}${unknown}`,
      columns: [
        { head: "Settlement" },
        { head: "Would take it" },
        { head: "Would rather have none" },
        ...derived.members.map((who) => ({ head: who, figures: true })),
        { head: "enough of them", figures: true },
      ],
      rows: derived.settlements.slice(0, mostListed).map(({ options, state, accepts, refuses, willing, enough }) => ({
        cells: [
          `${options.join(" + ")} (${state})`,
          listText(accepts) || "nobody",
          listText(refuses) || "nobody",
          ...willing.map(({ share }) => percent(share)),
          percent(enough),
        ],
      })),
      look: "data",
    }),
  ];
}

function pictures(findings: ConflictFindings): Piece {
  const drawn = findings.states.length > 0 && findings.states.length <= mostDrawn && findings.moves !== undefined;
  return [
    element("h2", {}, words.graphTitle),
    drawn
      ? figure(
          "conflict-graph",
          "Each row is one move further from the status quo (or from the first state). An arrow points where its mover gains; thin lines are moves that do not pay. A double border marks a state that is stable for all.",
          (place) => layOutStateGraph(place, findings),
        )
      : element("p", {}, words.tooMany(findings.stateCount.toLocaleString("en-GB"), mostDrawn)),
    element("h2", {}, words.tableTitle),
    figure(
      "conflict-table",
      "A sign stands where the party would stay under that concept; filled, where all would. Shaded rows are equilibria of the weakest kind at least.",
      (place) => layOutStabilityTable(place, findings),
    ),
  ];
}

function departures(findings: ConflictFindings, names: StateNames): Piece {
  const all = findings.departures;
  if (all === undefined || all.length === 0) return undefined;
  const resting = new Set<StateId>([
    ...findings.equilibria.gmr,
    ...(findings.statusQuo === undefined ? [] : [findings.statusQuo]),
  ]);
  const shown = all.filter(({ from }) => resting.has(from));
  const rest = all.filter(({ from }) => !resting.has(from)).slice(0, mostListed);
  const first = shown.find(({ sanctions }) => Object.keys(sanctions).length > 0);
  return [
    element("h2", {}, "Who would leave, and what stops them"),
    shown.length === 0
      ? element("p", {}, "Nobody can improve by leaving an equilibrium.")
      : bullets(shown.slice(0, mostListed).map((departure) => tellDeparture(departure, names))),
    first !== undefined && sanctionFigure(findings, first, names),
    rest.length > 0 &&
      element(
        "details",
        {},
        element("summary", {}, "Improvements from all other states"),
        bullets(rest.map((departure) => tellDeparture(departure, names))),
      ),
  ];
}

function sanctionFigure(findings: ConflictFindings, departure: DepartureFinding, names: StateNames): Piece {
  const { by, from, to, sanctions } = departure;
  const answer = sanctions.sseq ?? sanctions.seq ?? sanctions.smr ?? sanctions.gmr!;
  const steps = [{ by, from, to, gain: 1 as const }, ...answer];
  const text = tellDeparture(departure, names);
  return figure("conflict-sanction", text, (place) =>
    layOutStepStrip(place, {
      title: "What deters it",
      description: text,
      decisionMakers: findings.decisionMakers,
      start: from,
      steps,
      labelOf: names.label,
      notes: new Map([
        [1, `better for ${by}`],
        [steps.length, `no gain for ${by}`],
      ]),
    }),
  );
}

function ways(findings: ConflictFindings, names: StateNames): Piece {
  const { evolution } = findings;
  if (evolution === undefined) return undefined;
  const start = names.full(evolution.from);
  // Of states with the same outcome the nearest stands for all.
  const effort = ({ costly, path }: ReachFinding): number => (path === undefined ? 1e9 : costly! * 1000 + path.length);
  const nearest = [...evolution.to].sort((a, b) => effort(a) - effort(b));
  const kept = new Set(
    onePerOutcome(
      nearest.map(({ state }) => state),
      names,
    ),
  );
  const told = nearest.filter(({ state }) => kept.has(state));
  const drawn = told.filter(({ path }) => path !== undefined && path.length > 0).slice(0, 6);
  return [
    element("h2", {}, "How to get there"),
    bullets(told.slice(0, mostListed).map((reach) => tellReach(reach, names, start))),
    drawn.map((reach, k) => {
      const text = tellReach(reach, names, start);
      return figure(`conflict-way-${k}`, text, (place) =>
        layOutStepStrip(place, {
          title: words.pathTitle(names.full(reach.state)),
          description: text,
          decisionMakers: findings.decisionMakers,
          start: evolution.from,
          steps: reach.path!,
          labelOf: names.label,
          notes: new Map([[0, words.statusQuo]]),
        }),
      );
    }),
  ];
}

function together(findings: ConflictFindings, names: StateNames): Piece {
  const { coalitions } = findings;
  if (coalitions === undefined) return undefined;
  const { largest } = coalitions;
  const jumps = distinctJumps(coalitions.jumps, findings, names);
  return [
    element("h2", {}, "Who could leave together"),
    jumps.length === 0
      ? element(
          "p",
          {},
          `No coalition of up to ${largest} can leave an equilibrium for another that all its members prefer.`,
        )
      : [
          element(
            "p",
            {},
            `Where all of a coalition of up to ${largest} would gain by moving from one equilibrium to another, and whether the others’ answers keep it from doing so.`,
          ),
          bullets([
            ...jumps.slice(0, mostListed).map((jump) => tellJump(jump, names)),
            ...(jumps.length > mostListed ? [`${jumps.length - mostListed} more are in the data.`] : []),
          ]),
        ],
  ];
}

/** From the status quo first; of jumps by the same coalition between the same outcomes one stands for all. */
function distinctJumps(
  jumps: readonly JumpFinding[],
  findings: ConflictFindings,
  names: StateNames,
): readonly JumpFinding[] {
  const isFirst = ({ from }: JumpFinding): number => (from === findings.statusQuo ? 0 : 1);
  const seen = new Set<string>();
  return [...jumps]
    .sort((a, b) => isFirst(a) - isFirst(b))
    .filter(({ from, to, members }) => {
      const key = JSON.stringify([members, names.outcome(from), names.outcome(to)]);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

function target(findings: ConflictFindings, names: StateNames): Piece {
  if (findings.target === undefined) return undefined;
  const { concepts: each, rankings, state } = findings.target;
  const refuses = findings.derived?.settlements.find((each) => each.state === state)?.refuses ?? [];
  const counted = rankings.filter(({ equilibrium, stable }) => (equilibrium ?? stable) !== "0");
  return [
    element("h2", {}, `What it would take: ${names.full(state)}`),
    refuses.length > 0 &&
      element("p", {}, `First of all ${listText(refuses)} would have to prefer it to no agreement.`),
    each.map((concept) => {
      const [head, ...lines] = tellTarget(findings.target!, concept, names);
      return [element("p", {}, head), bullets(lines)];
    }),
    counted.length > 0 &&
      table({
        caption:
          "Of all strict rankings that one party might have, the others’ as they are: in how many the state is stable for it, and an equilibrium.",
        columns: [
          { head: "Party" },
          { head: "Concept" },
          { head: "Rankings", figures: true },
          { head: "Stable", figures: true },
          { head: "Equilibrium", figures: true },
        ],
        rows: counted.map(({ by, concept, total, stable, equilibrium }) => ({
          cells: [by, concepts[concept].name, total, stable, equilibrium ?? "depends on the ranking"],
        })),
        look: "data",
      }),
  ];
}

function beliefs(findings: ConflictFindings, names: StateNames): Piece {
  const { misperception } = findings;
  if (misperception === undefined) return undefined;
  return [
    element("h2", {}, "Who sees it otherwise"),
    bullets([
      ...misperception.views.map(({ by, unseen, believed, illusions, surprises }) => {
        const parts = [
          unseen.length > 0 ? `does not see ${listText(unseen.map(names.full))}` : "sees every state",
          `believes in ${listOutcomes(believed.seq, names)} (SEQ)`,
          ...(illusions.seq.length > 0 ? [`of which ${listOutcomes(illusions.seq, names)} is an illusion`] : []),
          ...(surprises.length > 0
            ? [
                `may be surprised by ${listText(surprises.slice(0, 4).map((move) => `${move.by} moving to ${names.full(move.to)}`))}`,
              ]
            : []),
        ];
        return `${by} ${parts.join("; ")}.`;
      }),
      `Where it rests although they see it differently (SEQ): ${listOutcomes(misperception.equilibria.seq, names)}.`,
    ]),
  ];
}

function robustness(findings: ConflictFindings, names: StateNames): Piece {
  return findings.robustness === undefined
    ? undefined
    : [element("h2", {}, "How sure this is"), robustnessTable(findings.robustness, names, findings.statusQuo)];
}
