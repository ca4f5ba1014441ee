/**
 * What an earlier forum settled is news as well: a plan may branch on it. For the search each such item is given a move of ours
 * that costs nothing and tells how it came out; in the plan found they are gone again, and branches ask of the item itself.
 */
import type { Brief, Condition, Id, Issue, Move, Step } from "../brief/brief.ts";
import { THEN } from "../brief/words/then.ts";
import type { Model } from "../model/model.ts";
import { issuesIn } from "../model/names.ts";

export interface Looks {
  /** The brief with the looks among its moves, after its own. */
  readonly brief: Brief;
  /** The same without any look, for steps and for conditions. */
  readonly steps: (steps: readonly Step[]) => Step[];
  readonly condition: (condition: Condition) => Condition;
  /** The issue that a move looks at; undefined of any other move. */
  readonly issueOf: (move: Id) => Id | undefined;
}

const idOf = (issue: Id): Id => `look at ${issue}`;
/** Signals of a look: our ask or better, anything agreed; "none" is what is left over. */
const signals = { ask: "ask", agreed: "agreed" } as const;

/** `model` is the brief's: it says before which forum an item lies, and when our moves come; without it there are no looks. */
export function withLooks(brief: Brief, model: Model | undefined): Looks {
  if (model === undefined)
    return { brief, steps: (steps) => [...steps], condition: (each) => each, issueOf: () => undefined };
  const latest = Math.max(-1, ...model.moves.map((move) => (move.ours ? move.stage : -1)));
  const issues = issuesIn([...brief.agenda, ...brief.othersWillTable]).filter((issue) => issue.options.length > 0);
  const asked = new Map<Id, Issue>();
  const looks = issues.flatMap((issue, index): Move[] => {
    const item = model.items[index]!;
    // A move may take it to a later forum than the plan as written does.
    const stage = Math.max(...[item.forum, ...item.raisedTo].map((forum) => model.order.indexOf(forum)));
    const day = dayAfter(model.forums[model.order[stage]!]!.to);
    if (stage >= latest || day === undefined || item.ladder.length === 0) return [];
    asked.set(idOf(issue.id), issue);
    return [lookAt(issue, item.options[item.ladder[0]!]!.id, day)];
  });
  const condition = (from: Condition): Condition => translate(from, asked, model);
  const steps = (from: readonly Step[]): Step[] =>
    from.flatMap((step): Step[] => {
      if (step.step === "if") {
        return [{ ...step, if: condition(step.if), [THEN]: steps(step.then), else: steps(step.else) }];
      }
      return step.step === "do" && asked.has(step.move) ? [] : [step];
    });
  return {
    brief: looks.length === 0 ? brief : { ...brief, moves: [...brief.moves, ...looks] },
    steps,
    condition,
    issueOf: (move) => asked.get(move)?.id,
  };
}

function lookAt(issue: Issue, ask: Id, day: string): Move {
  const path = `${issue.path}/look`;
  const told = (id: Id, fact: Condition) => ({
    id,
    path,
    likelihood: {
      kind: "cases" as const,
      cases: [{ if: fact, chance: { path, value: { kind: "exact" as const, value: 100 } } }],
    },
  });
  return {
    id: idOf(issue.id),
    kind: "confirm",
    path,
    dates: { from: day, to: day, text: day },
    signals: [told(signals.ask, isAsk(issue.id, ask)), told(signals.agreed, isAgreed(issue.id))],
  };
}

const isAsk = (issue: Id, option: Id): Condition => ({
  op: "fact",
  fact: "is",
  issue,
  option,
  orBetter: true,
  negated: false,
});
const isAgreed = (issue: Id): Condition => ({ op: "fact", fact: "item", issue, state: "settled" });
const not = (part: Condition): Condition => ({ op: "not", part });

function translate(condition: Condition, asked: ReadonlyMap<Id, Issue>, model: Model): Condition {
  if (condition.op === "not") return not(translate(condition.part, asked, model));
  if (condition.op !== "fact")
    return { ...condition, parts: condition.parts.map((part) => translate(part, asked, model)) };
  if (condition.fact !== "signal") return condition;
  const issue = asked.get(condition.move);
  if (issue === undefined) return condition;
  const item = model.items.find((entry) => entry.id === issue.id)!;
  const ask = isAsk(issue.id, item.options[item.ladder[0]!]!.id);
  // The first signal that holds is given: what is agreed and our ask is told as our ask.
  if (condition.signal === signals.ask) return ask;
  if (condition.signal === signals.agreed) return { op: "and", parts: [isAgreed(issue.id), not(ask)] };
  return { op: "and", parts: [not(isAgreed(issue.id)), not(ask)] };
}

/** The day after one written YYYY-MM-DD; undefined where it is not known to the day. */
function dayAfter(day: string): string | undefined {
  const read = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (read === null) return undefined;
  const [year, month, date] = read.slice(1).map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const two = (n: number) => String(n).padStart(2, "0");
  if (date < days[month - 1]!) return `${year}-${two(month)}-${two(date + 1)}`;
  return month < 12 ? `${year}-${two(month + 1)}-01` : `${year + 1}-01-01`;
}
