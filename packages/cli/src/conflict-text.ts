/** A conflict's findings for a terminal: the table with signs, then what leads where, in one line each. */
import type { Concept, ConflictFindings, DepartureFinding, StateId, StepFinding } from "@demarche/core/conflict";
import { fitted, wrapped } from "./lines.ts";
import type { Terminal } from "./terminal.ts";

type Screen = Pick<Terminal, "columns" | "unicode">;

const signs: Readonly<Record<Concept, string>> = { nash: "N", gmr: "G", smr: "M", seq: "S", sseq: "Q" };
const order: readonly Concept[] = ["nash", "gmr", "smr", "seq", "sseq"];
const mostRows = 40;
/** Of states that have no name. */
const mostBareRows = 8;
const mostLines = 12;
/** Columns that the meaning of a state has at least; longer ones go on below. */
const leastLabel = 24;

/** `labels`: by id, of states that the findings do not list. */
export function tellConflict(
  findings: ConflictFindings,
  screen: Screen,
  labels: Readonly<Record<string, string>> = {},
): readonly string[] {
  const label = labelsOf(findings, labels);
  return [
    `${findings.name}: ${findings.stateCount.toLocaleString("en-GB")} states, ${findings.decisionMakers.join(", ")}`,
    "",
    ...tellTable(findings, label, screen),
    "",
    ...order.flatMap((concept) =>
      hanging(
        `${concept.toUpperCase().padEnd(4, "\u00a0")} equilibria: ${listOutcomes(findings.equilibria[concept], label)}`,
        screen,
      ),
    ),
    ...(findings.extensions === undefined
      ? []
      : ["Some comparisons are unknown: these hold in the strictest reading (extension a)."]),
    ...tellSettlements(findings, screen),
    ...tellDepartures(findings, screen),
    ...tellWays(findings, label, screen),
    ...tellCoalitions(findings, label, screen),
    ...tellTarget(findings, screen),
    ...tellBeliefs(findings, screen),
    ...findings.notShown.flatMap((text) => ["", ...wrapped(text, screen.columns)]),
  ];
}

type LabelOf = (id: StateId) => string;

function labelsOf({ states, options }: ConflictFindings, others: Readonly<Record<string, string>>): LabelOf {
  const labels = new Map(
    states.map(({ id, label, options: values }) => [
      id,
      label ?? (values === undefined ? "" : patternOf(options ?? [], values)),
    ]),
  );
  return (id) => labels.get(id) ?? others[id] ?? "";
}

/** States of a conflict read from a brief that end without agreement are one outcome. */
function outcomeOf(label: string): string {
  return label.replace(/^(no agreement): .*$/, "$1");
}

/** YN for plain options, values by name for others. */
function patternOf(options: NonNullable<ConflictFindings["options"]>, values: readonly string[]): string {
  const plain = options.every((option) => option.values.length === 2 && option.values[0] === "no");
  return plain ? values.map((value) => (value === "yes" ? "Y" : "N")).join("") : values.join(" ");
}

/** All states, or beyond forty the status quo and one state for each outcome that is an equilibrium. */
function tellTable(findings: ConflictFindings, label: LabelOf, screen: Screen): readonly string[] {
  const { decisionMakers, stable, equilibria, statusQuo } = findings;
  const outcome = (id: StateId): string => (label(id) === "" ? String(id) : outcomeOf(label(id)));
  const named =
    findings.states.length > 0 && findings.states.length <= mostRows
      ? findings.states.map(({ id }) => id)
      : firstOfEach(
          [statusQuo === undefined ? [] : [statusQuo], ...order.map((concept) => equilibria[concept])],
          outcome,
        );
  const rows =
    named.every((id) => label(id) === "") && named.length < findings.stateCount ? named.slice(0, mostBareRows) : named;
  const idWidth = Math.max(1, ...rows.map((id) => String(id).length));
  const cell = (lists: Readonly<Record<Concept, readonly StateId[]>>, id: StateId): string =>
    order.map((concept) => (lists[concept].includes(id) ? signs[concept] : ".")).join("");
  const heads = [...decisionMakers, "all"];
  const longest = Math.max(0, ...rows.map((id) => [...label(id)].length));
  // Names in full where that leaves room for what the states mean.
  const ways = [Number.POSITIVE_INFINITY, 5].map((most) =>
    heads.map((head) => Math.max(5, Math.min(most, head.length))),
  );
  const roomBeside = (widths: readonly number[]): number =>
    screen.columns - idWidth - 4 - widths.reduce((sum, each) => sum + each + 1, 0);
  const widths = ways.find((each) => roomBeside(each) >= Math.min(longest, leastLabel)) ?? ways[1]!;
  const width = Math.min(longest, Math.max(leastLabel, roomBeside(widths)));
  const left = (id: string, text: string): string => `${id.padStart(idWidth)} ${text.padEnd(width)}`;
  const lines = rows.flatMap((id) => {
    const [first = "", ...more] = label(id) === "" ? [""] : wrapped(label(id), width);
    const cells = [...decisionMakers.map((who) => cell(stable[who]!, id)), cell(equilibria, id)];
    return [
      `${id === statusQuo ? ">" : " "} ${left(String(id), first)} ${cells.map((each, k) => each.padEnd(widths[k]!)).join(" ")}`.trimEnd(),
      ...more.map((line) => `    ${" ".repeat(idWidth - 1)}${line}`),
    ];
  });
  const hidden = findings.stateCount - rows.length;
  return [
    `  ${left("", "")} ${heads.map((head, k) => fitted(head, widths[k]!, screen.unicode)).join(" ")}`.trimEnd(),
    ...lines,
    ...(hidden > 0 ? [`  ${hidden.toLocaleString("en-GB")} further states are not shown.`] : []),
    "  N Nash  G GMR  M SMR  S SEQ  Q SSEQ  . would leave  > status quo",
  ];
}

/** One state for each outcome, in the order of the lists, as many as a table shows. */
function firstOfEach(lists: readonly (readonly StateId[])[], outcome: (id: StateId) => string): readonly StateId[] {
  const found = new Map<string, StateId>();
  for (const list of lists)
    for (const id of list) {
      if (found.size >= mostRows) return [...found.values()];
      if (!found.has(outcome(id))) found.set(outcome(id), id);
    }
  return [...found.values()];
}

/** By id; outcomes that many states come to, by name and number of states. */
function listOutcomes(ids: readonly StateId[], label: LabelOf): string {
  // Of a conflict so large that its states are not listed none has a name.
  if (ids.every((id) => label(id) === "")) return listIds(ids);
  const groups = new Map<string, StateId[]>();
  for (const id of ids) {
    const outcome = outcomeOf(label(id)) || String(id);
    const before = groups.get(outcome);
    if (before === undefined) groups.set(outcome, [id]);
    else before.push(id);
  }
  if (groups.size === ids.length) return listIds(ids);
  return [...groups]
    .map(([outcome, states]) => (states.length === 1 ? String(states[0]) : `${outcome} (${states.length} states)`))
    .join(", ");
}

function listIds(ids: readonly StateId[]): string {
  if (ids.length === 0) return "none";
  return ids.length > 30 ? `${ids.slice(0, 30).join(" ")} and ${ids.length - 30} more` : ids.join(" ");
}

/** Wrapped, never cut: a name or figure that is missing would be the one looked for. */
function hanging(text: string, { columns }: Screen): readonly string[] {
  const indent = /^ */.exec(text)![0];
  const whole = text.trimStart().replaceAll(" %", "\u00a0%");
  const [first = ""] = wrapped(whole, columns - indent.length);
  const more = wrapped(whole.slice(first.length).trimStart(), columns - indent.length - 4);
  return [`${indent}${first}`, ...more.map((line) => `${indent}    ${line}`)].map((line) =>
    line.replaceAll("\u00a0", " "),
  );
}

function section(title: string, entries: readonly string[], screen: Screen): readonly string[] {
  const more = entries.length - mostLines;
  const lines = entries.slice(0, mostLines).flatMap((entry) => hanging(entry, screen));
  return entries.length === 0
    ? []
    : ["", ...hanging(`${title}:`, screen), ...lines, ...(more > 0 ? [`  and ${more} more (--json lists them)`] : [])];
}

function tellSettlements({ derived }: ConflictFindings, screen: Screen): readonly string[] {
  if (derived === undefined) return [];
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  return section(
    `Who would take which settlement rather than none (${derived.forum}; share of worlds, * at the medians)`,
    derived.settlements.map(({ options, state, accepts, willing, enough }) => {
      const each = willing.map(({ by, share }) => `${by} ${percent(share)}${accepts.includes(by) ? "*" : ""}`);
      return `  ${options.join(" + ")} (${state}): ${each.join(", ")}; enough of them ${percent(enough)}`;
    }),
    screen,
  );
}

/** "1 -L-> 5"; a step that does not pay has a tilde: "1 ~M~> 2". */
function arrows(from: StateId, steps: readonly StepFinding[]): string {
  return steps.reduce(
    (text, { by, to, gain }) => `${text} ${gain === 1 ? `-${by}->` : `~${by}~>`} ${to}`,
    String(from),
  );
}

function tellDepartures(findings: ConflictFindings, screen: Screen): readonly string[] {
  const resting = new Set<StateId>([
    ...findings.equilibria.gmr,
    ...(findings.statusQuo === undefined ? [] : [findings.statusQuo]),
  ]);
  const leaving = (findings.departures ?? []).filter(({ from }) => resting.has(from));
  return section(
    "Improvements from equilibria and the status quo, and what deters them (~ does not pay)",
    leaving.map(tellDeparture),
    screen,
  );
}

function tellDeparture({ by, from, to, sanctions }: DepartureFinding): string {
  const kind = (["sseq", "seq", "smr", "gmr"] as const).find((concept) => sanctions[concept] !== undefined);
  const move = `  ${from} -${by}-> ${to}`;
  return kind === undefined
    ? `${move}: nothing deters it`
    : `${move}: ${arrows(to, sanctions[kind]!)} (${kind.toUpperCase()})`;
}

function tellWays({ evolution }: ConflictFindings, label: LabelOf, screen: Screen): readonly string[] {
  if (evolution === undefined) return [];
  const effort = ({ costly, path }: (typeof evolution.to)[number]): number =>
    path === undefined ? Number.MAX_VALUE : costly! * 1000 + path.length;
  const seen = new Set<string>();
  const nearest = [...evolution.to]
    .sort((a, b) => effort(a) - effort(b))
    .filter(({ state }) => {
      const text = outcomeOf(label(state));
      if (text !== "" && seen.has(text)) return false;
      seen.add(text);
      return true;
    });
  return section(
    `From the status quo ${evolution.from} to each equilibrium`,
    nearest.map(({ state, costly, path }) => {
      if (path === undefined) return `  ${state}: no way leads there`;
      if (path.length === 0) return `  ${state}: is the status quo`;
      return `  ${state}: ${arrows(evolution.from, path)} (${costly === 0 ? "improvements only" : `${costly} not paying`})`;
    }),
    screen,
  );
}

/** From the status quo first; of jumps by the same coalition between the same outcomes one stands for all. */
function tellCoalitions(
  { coalitions, statusQuo }: ConflictFindings,
  label: LabelOf,
  screen: Screen,
): readonly string[] {
  if (coalitions === undefined) return [];
  const seen = new Set<string>();
  const distinct = [...coalitions.jumps]
    .sort((a, b) => Number(b.from === statusQuo) - Number(a.from === statusQuo))
    .filter(({ from, to, members }) => {
      const key = JSON.stringify([members, outcomeOf(label(from)) || from, outcomeOf(label(to)) || to]);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  return section(
    `Moves to another equilibrium that all of a coalition (up to ${coalitions.largest}) prefer`,
    distinct.map(({ from, to, members, concepts, kept }) => {
      const answers = kept.length === 0 ? "no answer keeps them" : `answers keep them: ${namesOf(kept)}`;
      return `  ${from} -{${members.join(", ")}}-> ${to} (${namesOf(concepts)}); ${answers}`;
    }),
    screen,
  );
}

function namesOf(concepts: readonly Concept[]): string {
  return concepts.map((concept) => concept.toUpperCase()).join(" ");
}

function tellTarget({ target, derived }: ConflictFindings, screen: Screen): readonly string[] {
  if (target === undefined) return [];
  const refuses = derived?.settlements.find(({ state }) => state === target.state)?.refuses ?? [];
  const lines = target.concepts.flatMap(({ concept, equilibrium, fewest, why, ownChanges, proposals }) => {
    const name = concept.toUpperCase();
    if (equilibrium) return [`  ${name}: an equilibrium already`];
    if (fewest === undefined)
      return wrapped(`${name}: none. ${why ?? ""}`, screen.columns - 2).map((line) => `  ${line}`);
    const own = (ownChanges ?? []).map(({ ways }) => ways.map(tellChanges).join("; or "));
    const whole = (proposals ?? []).map(tellChanges);
    const text = [
      ...(own.length > 0 ? [own.join("; and ")] : []),
      ...(whole.length > 0 ? [whole.join("; or ")] : []),
    ].join(" ");
    return wrapped(
      `${name}: ${fewest} ${fewest === 1 ? "change" : "changes"} of mind. ${text}`,
      screen.columns - 4,
    ).map((line, k) => (k === 0 ? `  ${line}` : `    ${line}`));
  });
  return [
    "",
    `What it would take for ${target.state} to be an equilibrium (a: 3 <= 2: a comes to think 3 no better than 2):`,
    ...(refuses.length > 0 ? [`  first of all: ${refuses.join(", ")} would have to prefer it to no agreement`] : []),
    ...lines,
  ];

  function tellChanges(
    changes: NonNullable<NonNullable<ConflictFindings["target"]>["concepts"][number]["proposals"]>[number],
  ): string {
    return changes
      .map(({ by, kind, state, to }) =>
        kind === "no better" ? `${by}: ${state} <= ${target!.state}` : `${by}: ${state} > ${to}`,
      )
      .join(", ");
  }
}

function tellBeliefs({ misperception }: ConflictFindings, screen: Screen): readonly string[] {
  if (misperception === undefined) return [];
  return section(
    "What each believes (SEQ)",
    [
      ...misperception.views.map(
        ({ by, unseen, believed, illusions }) =>
          `  ${by}: ${listIds(believed.seq)}${unseen.length > 0 ? `; does not see ${listIds(unseen)}` : ""}${illusions.seq.length > 0 ? `; an illusion: ${listIds(illusions.seq)}` : ""}`,
      ),
      `  rests at: ${listIds(misperception.equilibria.seq)}`,
    ],
    screen,
  );
}
