/** Every forum of a brief: its rule, who counts for how much, who can block alone, and who is pivotal on what comes before it. */
import type { Brief, DecisionRule } from "../../brief/brief.ts";
import { compile, type Item, type Model, type Problem } from "../../model/index.ts";
import { quantile } from "../../worlds/index.ts";
import type { ForumFinding, IssueFinding, RuleFindings } from "../findings.ts";
import type { Game } from "../game.ts";
import type { RulePath } from "../problem.ts";
import { onScale, type StudyOptions, studyRule } from "../study.ts";
import { gameOfRule } from "./game-of-rule.ts";

export type ForumStudy =
  | { readonly ok: true; readonly forums: readonly ForumFinding[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function studyForums(brief: Brief, options: StudyOptions = {}): ForumStudy {
  const { model, problems } = compile(brief);
  if (model === undefined) return { ok: false, problems };
  const found: ForumFinding[] = [];
  const wrong: Problem[] = [];
  model.forums.forEach((forum, f) => {
    const studied = studyForum(brief, model, f, options);
    if (!studied.ok) {
      wrong.push(...studied.problems);
      return;
    }
    const issues = model.items
      .filter((item) => item.forum === f && item.ordered)
      .map((item) => studyItem(brief, model, item, f, studied.game));
    found.push({ id: forum.id, ...studied.rule, issues });
  });
  return wrong.length > 0 ? { ok: false, problems: wrong } : { ok: true, forums: found };
}

export type OneForum =
  | { readonly ok: true; readonly game: Game; readonly rule: RuleFindings }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The rule of one of the model's forums, by its place there. */
export function studyForum(brief: Brief, model: Model, index: number, options: StudyOptions = {}): OneForum {
  const forum = model.forums[index]!;
  const given = brief.forums.find(({ id }) => id === forum.id);
  const names = forum.members.map((party) => brief.parties[party]!.id);
  const game = gameOfRule(forum.rule);
  if (names.length === 0) return { ok: false, problems: [problemAt(forum.id, "has no members", "Name its members.")] };
  if (game === undefined) {
    const what = "has weights that cannot be counted exactly";
    return { ok: false, problems: [problemAt(forum.id, what, "Weights are 0 or more, with at most 15 digits.")] };
  }
  const studied = studyRule(
    {
      name: given?.name ?? forum.id,
      members: names,
      voting: names.map((_, k) => k),
      game,
      words: ruleInWords(given?.decisionRule ?? { kind: "consensus" }, names),
      known: {},
    },
    options,
  );
  if (studied.ok) return { ok: true, game, rule: studied.value };
  return {
    ok: false,
    problems: studied.problems.map(({ message, hint }) => problemAt(forum.id, `cannot be counted: ${message}`, hint)),
  };
}

function problemAt(forum: string, what: string, hint: string): Problem {
  const path: RulePath = ["forums", forum, "decision rule"];
  return { code: "forum-too-large", path: path.join("/"), message: `The forum ${forum} ${what}.`, hint };
}

/** Who is pivotal on an item before a forum, at the medians; all its members must have a seat at the item to be placed. */
export function studyItem(brief: Brief, model: Model, item: Item, forum: number, game: Game): IssueFinding {
  const { members } = model.forums[forum]!;
  const names = members.map((party) => brief.parties[party]!.id);
  const median = (input: number): number => quantile(model.inputs[input]!.distribution, 0.5);
  const { from, to } = item.scale;
  const natural = (points: number): number => from + ((to - from) * points) / 100;
  const seats = members.map((party) => item.seats[item.seatOf[party] ?? -1]);
  const unknown = names.filter((_, k) => seats[k]?.known !== true);
  const head = { issue: item.id, name: item.title, unknown };
  const positions = seats.flatMap((seat) => (seat === undefined ? [] : [median(seat.ideal)]));
  if (positions.length < members.length) return { ...head, pivots: {} };
  const otherwise = item.otherwise < 0 ? {} : { otherwise: median(item.options[item.otherwise]!.at) };
  const { pivots, winSet } = onScale(game, names, positions, otherwise);
  const inUnits = (pivot: { readonly at: number; readonly members: readonly string[] }) => ({
    ...pivot,
    at: natural(pivot.at),
  });
  const ends = (low: number, high: number) => {
    const [a, b] = [natural(Math.max(0, low)), natural(Math.min(100, high))];
    return { above: Math.min(a, b), below: Math.max(a, b) };
  };
  // On a scale whose units fall, what is highest in points is lowest in units.
  const [low, high] = to < from ? [pivots.fromAbove, pivots.fromBelow] : [pivots.fromBelow, pivots.fromAbove];
  const below = low === undefined ? {} : { fromBelow: inUnits(low) };
  const above = high === undefined ? {} : { fromAbove: inUnits(high) };
  return {
    ...head,
    pivots: { ...below, ...above },
    ...(winSet === undefined ? {} : { winSet: winSet.map((stretch) => ends(stretch.above, stretch.below)) }),
  };
}

export function ruleInWords(rule: DecisionRule, members: readonly string[]): readonly string[] {
  const veto = rule.veto ?? [];
  const of =
    rule.weights === undefined
      ? `the ${members.length} members`
      : `a total weight of ${members.reduce((sum, id) => sum + (rule.weights?.[id] ?? 0), 0).toLocaleString("en-GB")}`;
  const first = {
    consensus: "Nothing is adopted against any member (consensus).",
    majority: `More than half of ${of}.`,
    share: `At least ${percent(rule.atLeast ?? 0)} of ${of}.`,
    count: `At least ${(rule.atLeast ?? 0).toLocaleString("en-GB")} of ${of}.`,
  }[rule.kind];
  return [
    first,
    ...(veto.length === 0 ? [] : [`${veto.join(", ")} ${veto.length === 1 ? "has" : "have"} a veto.`]),
    ...(rule.and === undefined ? [] : ruleInWords(rule.and, members)),
  ];
}

/** Shares read as people say them. */
function percent(share: number): string {
  for (let under = 2; under <= 9; under++) {
    const over = Math.round(share * under);
    if (over > 0 && over < under && Math.abs(over / under - share) < 1e-12 && under !== 4 && under !== 5)
      return `${over}/${under}`;
  }
  return `${Math.round(share * 1e6) / 1e4} %`;
}
