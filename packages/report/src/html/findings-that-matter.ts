import type { Conditional, ItemFinding, MoveFinding } from "@demarche/core/run";
import { changedFinding } from "../day-two/changed-finding.ts";
import { stillOpen } from "../day-two/rows.ts";
import { summaryMessages } from "../messages/summary.ts";
import { join, type Markup, markup, type Piece } from "../svg/markup.ts";
import { conditionText, pointsShort, pointsText, quoted, shareText } from "../wording/index.ts";
import { asIfText } from "./as-if-text.ts";
import { chanceInline, wordOf } from "./chance-mark.ts";
import { reasonsFor } from "./outcome.ts";
import { anchor, ownItems, type Paper } from "./paper.ts";
import { verdictOf } from "./verdict.ts";

const words = summaryMessages.finding;

/** A finding for the first page, and the section of the paper in which it is worked out. */
export interface MatteringFinding {
  readonly text: Markup;
  readonly section: string;
}

/**
 * Three findings, always by the same rule so that none is picked for its news: the item that weighs most with us; what
 * moves most, a conditional where one changes a chance by ten points or more, else the plan against none; and the move
 * with the greatest worth either way. Without a plan, the items next in weight. Where something has been observed, what that
 * changed comes first, and of the items only those still open are spoken of.
 */
export function findingsThatMatter(paper: Paper): readonly MatteringFinding[] {
  const { conditionals, plans } = paper.findings;
  const items = stillOpen(ownItems(paper), paper.findings.dayTwo);
  const [heaviest, ...lighter] = items.toSorted((a, b) => b.weight - a.weight);
  const conditional = conditionals
    .filter((entry) => !entry.void && spreadOf(entry) >= 0.1)
    .sort((a, b) => spreadOf(b) - spreadOf(a))[0];
  const move = Object.values(plans.without).reduce<MoveFinding | undefined>(
    (best, entry) => (best && Math.abs(best.worth.value) >= Math.abs(entry.worth.value) ? best : entry),
    undefined,
  );
  const found: (MatteringFinding | undefined)[] = [
    changedFinding(paper),
    heaviest && aboutItem(paper, heaviest, items.length < ownItems(paper).length ? words.weightOfOpen : words.weight),
    conditional && aboutConditional(paper, conditional),
    move && aboutMove(paper, move),
    move && aboutPlan(paper),
    ...lighter.slice(0, 2).map((item) => aboutItem(paper, item, words.weightNext)),
  ];
  return found.filter((finding) => finding !== undefined).slice(0, 3);
}

function spreadOf(conditional: Conditional): number {
  const last = conditional.rungs[conditional.rungs.length - 1];
  return last ? Math.abs(last.ifSo - last.ifNot) : 0;
}

function aboutItem(paper: Paper, item: ItemFinding, lead: (item: string) => string): MatteringFinding {
  const { notes, index } = paper;
  const pointer = paper.itemPointer(item.id);
  const reason = reasonsFor(paper, item)[0];
  const ladder = item.ask.chance + item.rungs.reduce((sum, rung) => sum + rung.chance, 0);
  const tail: Piece[] = [
    item.rungs.length > 0 && markup` ${words.weightOpen(shareText(ladder))}${notes.computed(`${pointer}/rungs`)}`,
    reason &&
      item.none.chance > 0.2 &&
      markup` ${words.weightWhy(reason.clause, shareText(reason.share))}${notes.computed(`${pointer}/none/because`)}`,
  ];
  return {
    text: markup`${lead(quoted(index.nameOf(item.id)))} ${chanceInline(item.ask, paper.yardstick)}.${notes.computed(`${pointer}/ask`)}${tail}`,
    section: anchor("item", item.id),
  };
}

function aboutConditional(paper: Paper, conditional: Conditional): MatteringFinding | undefined {
  const { index, notes, yardstick } = paper;
  const last = conditional.rungs[conditional.rungs.length - 1];
  const forecast = index.brief.forecasts.find((entry) => entry.id === conditional.forecast);
  if (!last || !forecast?.if || conditional.issue === undefined) return undefined;
  const text = words.conditional(
    conditionText(index, forecast.if),
    quoted(index.optionName(conditional.issue, last.id)),
    quoted(index.nameOf(conditional.issue)),
    shareText(last.ifNot),
    shareText(last.ifSo),
    words.conditionalWords(wordOf(last.ifNot, yardstick), wordOf(last.ifSo, yardstick)),
  );
  const at = paper.findings.conditionals.indexOf(conditional);
  return {
    text: markup`${text}${notes.computed(`/conditionals/${at}/rungs/${conditional.rungs.length - 1}`)}`,
    section: anchor("conditional", conditional.forecast),
  };
}

function aboutMove(paper: Paper, move: MoveFinding): MatteringFinding {
  const sign = verdictOf(move.worth);
  const write = sign === "against" ? words.harm : words.best;
  // what is typed is said where it is a tenth of the worth or more
  const weighs = Math.abs(move.typed) >= Math.abs(move.worth.value) / 10;
  const typed = weighs && move.typed !== 0 ? ` ${words.typed(pointsShort(move.typed))}` : "";
  const asIf = move.asIf === undefined ? "" : ` ${asIfText(move.asIf)}.`;
  const text = write(paper.index.nameOf(move.move), pointsText(move.worth), words.verdicts[sign]);
  return {
    text: markup`${text}${paper.notes.computed(`/plans/without/${move.move}/worth`)}${typed}${asIf}`,
    section: anchor("move", move.move),
  };
}

function aboutPlan(paper: Paper): MatteringFinding {
  const { overNone } = paper.findings.plans.asWritten;
  const text = words.plan(pointsText(overNone), words.planVerdicts[verdictOf(overNone)]);
  return { text: join([text, paper.notes.computed("/plans/asWritten/overNone")]), section: "moves" };
}
