/** Day two in the report: what has been observed, and what it changes. */
import type { Condition } from "@demarche/core/brief";
import type { DayTwoFinding, MoveChange } from "@demarche/core/day-two";
import type { ValueRange } from "@demarche/core/run";
import { anchor, type Paper, type SectionWriter } from "../html/paper.ts";
import { allSteps } from "../html/step-text.ts";
import { annex, type Row, table } from "../html/table.ts";
import { countText, oftenText } from "../html/world-share.ts";
import { dayTwoMessages as words } from "../messages/day-two.ts";
import { markup, type Piece } from "../svg/markup.ts";
import {
  asSentence,
  capitalise,
  conditionHead,
  conditionText,
  dateText,
  inputText,
  levelText,
  listText,
  pointsCompact,
  quoted,
} from "../wording/index.ts";
import {
  chanceChange,
  changedAssumptions,
  changedForecasts,
  changedItems,
  inputChangeText,
  ladderOf,
  notLearntText,
  turnedMoves,
  verdictOf,
} from "./rows.ts";
import { assumptionText } from "./sentences.ts";

/** Null where nothing has been observed. */
export const writeChanged: SectionWriter = (paper) => {
  const found = paper.findings.dayTwo;
  if (found === undefined) return null;
  return {
    id: "observed",
    title: words.title,
    body: () => [
      lead(paper, found),
      observations(paper, found),
      notLearnt(paper, found),
      over(paper, found),
      plans(paper, found),
      items(paper, found),
      moves(paper, found),
      learnt(paper, found),
      branches(paper, found),
      forecasts(paper, found),
    ],
  };
};

function lead(paper: Paper, found: DayTwoFinding): Piece {
  const compared = found.known === 0 ? words.compared.first : words.compared.since(String(found.known));
  return markup`<p>${words.worlds(countText(paper.findings.worlds), countText(found.tried))}${paper.notes.computed("/dayTwo/tried")} ${compared} ${words.held}</p>`;
}

function observations(paper: Paper, found: DayTwoFinding): Piece {
  const { index, notes } = paper;
  return table({
    caption: markup`${words.observations.caption}.${notes.computed("/dayTwo/observations")}`,
    columns: [
      { head: words.observations.day, width: 18 },
      { head: words.observations.fact, width: 38 },
      { head: words.observations.expected, width: 14 },
      { head: words.observations.taken, width: 30 },
    ],
    rows: index.brief.observed.flatMap((entry): Row[] => {
      const own = found.observations.filter(({ path }) => path === entry.path);
      return own.map((seen, k) => ({
        cells: [
          entry.date === undefined ? words.undated : dateText(entry.date),
          own.length === 1 || k === 0
            ? markup`${conditionHead(index, entry.fact)}${notes.sourced(entry.path)}`
            : markup`<code>${seen.fact}</code>`,
          isOurs(paper, entry.fact) ? words.observations.ours : oftenText(seen.expected),
          words.observations.kinds[isOurs(paper, entry.fact) ? "ours" : seen.taken],
        ],
      }));
    }),
  });
}

/** That we have made, or shall not make, a move of ours. */
function isOurs({ index, us }: Paper, condition: Condition): boolean {
  const fact = condition.op === "not" ? condition.part : condition;
  if (fact.op !== "fact" || fact.fact !== "move" || fact.state !== "done") return false;
  return (index.moves.get(fact.move)?.by ?? us) === us;
}

function notLearnt({ index }: Paper, found: DayTwoFinding): Piece {
  return found.observations
    .filter(({ taken }) => taken === "not learnt")
    .map(({ path, fact, expected }) => {
      const entry = index.brief.observed.find((each) => each.path === path);
      const said = entry === undefined ? fact : conditionText(index, entry.fact);
      const held = countText(Math.round(expected * found.surveyed));
      return markup`<p>${notLearntText(expected)(said, held, countText(found.surveyed))}</p>`;
    });
}

function over({ index }: Paper, { moves: list }: DayTwoFinding): Piece {
  const gone = list.filter(({ state }) => state === "over").map(({ move }) => quoted(index.nameOf(move)));
  return gone.length === 0 ? undefined : markup`<p>${words.over(listText(gone))}</p>`;
}

function plans({ index, notes }: Paper, found: DayTwoFinding): Piece {
  const { none, asWritten, others } = found.plans;
  const row = (name: string, { before, after }: { readonly before: ValueRange; readonly after: ValueRange }): Row => ({
    cells: [name, levelText(before), levelText(after)],
  });
  return [
    table({
      caption: markup`${words.plans.caption}.${notes.computed("/dayTwo/plans")}`,
      columns: [
        { head: words.plans.plan, width: 40 },
        { head: words.plans.before, width: 30 },
        { head: words.plans.after, width: 30 },
      ],
      rows: [
        row(words.plans.names.none, none),
        row(words.plans.names.asWritten, asWritten),
        ...Object.entries(others).map(([id, change]) => row(index.nameOf(id), change)),
      ],
    }),
    markup`<p>${words.plans.note}</p>`,
  ];
}

function items({ index, notes }: Paper, found: DayTwoFinding): Piece {
  const changed = changedItems(found);
  const rest = found.items.length - changed.length;
  if (changed.length === 0) return markup`<p>${words.items.noneChanged}</p>`;
  return [
    table({
      caption: markup`${words.items.caption}.${notes.computed("/dayTwo/items")}`,
      columns: [
        { head: words.items.item, width: 34 },
        { head: words.items.ask, width: 22 },
        { head: words.items.ladder, width: 22 },
        { head: words.items.nothing, width: 22 },
      ],
      rows: changed.map((item) => ({
        cells: [
          [
            markup`<a href="#${anchor("item", item.id)}">${index.nameOf(item.id)}</a>`,
            item.decided && markup`<div class="why">${words.items.struck}</div>`,
          ],
          chanceChange(item.ask, item.decided),
          chanceChange(ladderOf(item), item.decided),
          chanceChange(item.none, item.decided),
        ],
      })),
    }),
    rest > 0 && markup`<p>${words.items.rest(countText(rest))}</p>`,
  ];
}

function moves({ index, notes }: Paper, found: DayTwoFinding): Piece {
  if (found.moves.length === 0) return undefined;
  const harm = new Set(turnedMoves(found, "harm"));
  const good = new Set(turnedMoves(found, "good"));
  const worth = (range: ValueRange | undefined): string =>
    range === undefined ? words.moves.gone : pointsCompact(range);
  const state = (move: MoveChange): string =>
    harm.has(move)
      ? words.moves.drop
      : good.has(move)
        ? words.moves.keep
        : move.after !== undefined && move.after.high < 0
          ? words.moves.harm
          : words.moves.states[move.state];
  return table({
    caption: markup`${words.moves.caption}.${notes.computed("/dayTwo/moves")}`,
    columns: [
      { head: words.moves.move, width: 34 },
      { head: words.moves.before, width: 23 },
      { head: words.moves.after, width: 23 },
      { head: words.moves.state, width: 20 },
    ],
    rows: found.moves.map((move) => ({
      cells: [
        markup`<a href="#${anchor("move", move.move)}">${index.nameOf(move.move)}</a>`,
        worth(move.before),
        worth(move.after),
        state(move),
      ],
    })),
  });
}

function learnt({ index, notes }: Paper, found: DayTwoFinding): Piece {
  const assumptions = changedAssumptions(found).map(({ id, ...change }) => ({
    cells: [
      words.learnt.assumption(assumptionText(index, id)),
      ...[change.before, change.after].map((share) => oftenText(share)),
    ],
  }));
  const inputs = found.inputs.map((input) => {
    const [before, after = before] = inputChangeText(input).split(" → ");
    return { cells: [capitalise(inputText(index, input.what)), before!, after!] };
  });
  const rows = [...assumptions, ...inputs];
  if (rows.length === 0) return markup`<p>${words.learnt.nothing}</p>`;
  const columns = [
    { head: words.learnt.what, width: 60 },
    { head: words.learnt.before, width: 20, figures: true },
    { head: words.learnt.after, width: 20, figures: true },
  ];
  const caption = markup`${words.learnt.caption}. ${words.learnt.unit}${notes.computed("/dayTwo/inputs")}`;
  const most = 12;
  return [
    table({ caption, columns, rows: rows.slice(0, most) }),
    rows.length > most &&
      annex(words.memo.more(countText(rows.length - most)), table({ caption, columns, rows: rows.slice(most) })),
  ];
}

function branches({ index, notes }: Paper, found: DayTwoFinding): Piece {
  const steps = new Map(allSteps(index.brief.plan).map((step) => [step.path, step]));
  const rows = found.branches.flatMap((branch): Row[] => {
    const step = steps.get(branch.path);
    if (step?.step !== "if") return [];
    const share = ({ before, after }: typeof branch.yes) => words.to(oftenText(before), oftenText(after));
    return [{ cells: [conditionHead(index, step.if), share(branch.yes), share(branch.no), verdictOf(branch)] }];
  });
  if (rows.length === 0) return undefined;
  return table({
    caption: markup`${words.branches.caption}.${notes.computed("/dayTwo/branches")}`,
    columns: [
      { head: words.branches.branch, width: 40 },
      { head: words.branches.yes, width: 20 },
      { head: words.branches.no, width: 20 },
      { head: words.branches.verdict, width: 20 },
    ],
    rows,
  });
}

function forecasts({ index, notes }: Paper, found: DayTwoFinding): Piece {
  const changed = changedForecasts(found);
  if (changed.length === 0) return undefined;
  return table({
    caption: markup`${words.forecasts.caption}.${notes.computed("/dayTwo/forecasts")}`,
    columns: [
      { head: words.forecasts.forecast, width: 50 },
      { head: words.forecasts.chance, width: 25 },
      { head: words.forecasts.verdict, width: 25 },
    ],
    rows: changed.map(({ id, before, after, resolved }) => {
      const forecast = index.brief.forecasts.find((entry) => entry.id === id);
      const chance = (share: number | undefined): string => (share === undefined ? words.none : oftenText(share));
      return {
        cells: [
          markup`<a href="#${anchor("forecast", id)}">${asSentence(forecast?.statement ?? index.nameOf(id))}</a>`,
          words.to(chance(before), chance(after)),
          resolved === undefined ? openText(after) : words.forecasts.verdicts[resolved],
        ],
      };
    }),
  });
}

function openText(chance: number | undefined): string {
  if (chance === 0) return words.forecasts.openButFalse;
  return chance === 1 ? words.forecasts.openButTrue : words.forecasts.open;
}
