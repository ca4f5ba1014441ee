/** Plans to choose between where more than our utility is wanted: what each gives up of the one for the other. */
import type { BestPlan, Tradeoff, TradeoffPlan } from "@demarche/core/search";
import type { Paper } from "../html/paper.ts";
import { type Row, table } from "../html/table.ts";
import { bestPlanMessages } from "../messages/best-plan.ts";
import { markup, type Piece } from "../svg/markup.ts";
import { listText, numberText, pointsShort } from "../wording/index.ts";

const words = bestPlanMessages.tradeoffs;

/** Nothing where they were not asked for, or where one plan is best in both. */
export function writeTradeoffs(paper: Paper, best: BestPlan): Piece {
  const all = best.tradeoffs ?? [];
  const shown = all.flatMap((tradeoff, t) => (tradeoff.plans.length > 1 ? [frontier(paper, tradeoff, t)] : []));
  if (all.length === 0) return undefined;
  return [markup`<h3>${words.heading}</h3><p>${shown.length === 0 ? words.none : words.intro}</p>`, shown];
}

function frontier(paper: Paper, tradeoff: Tradeoff, at: number): Piece {
  const first = tradeoff.plans[0]!;
  return table({
    caption: markup`${nameOf(paper, tradeoff)}.${paper.notes.computed(`/plans/best/tradeoffs/${at}`)}`,
    columns: [
      { head: words.plan, width: 56 },
      { head: words.value, figures: true, width: 22 },
      { head: otherHead(tradeoff), figures: true, width: 22 },
    ],
    rows: tradeoff.plans.map((plan) => row(paper, tradeoff, plan, first)),
  });
}

function nameOf({ index }: Paper, { against, party }: Tradeoff): string {
  if (against === "strain") return words.strain(party === undefined ? words.anyone : index.inProse(party));
  return against === "disclosure" ? words.disclosure : words.worst;
}

function otherHead({ against }: Tradeoff): string {
  return against === "strain" ? words.strainHead : against === "disclosure" ? words.disclosureHead : words.worstHead;
}

/** Values are told as differences from the plan that brings most: what no move can change is not in them. */
function row({ index }: Paper, { against }: Tradeoff, plan: TradeoffPlan, first: TradeoffPlan): Row {
  const behind = (value: number, of: number) => (plan === first ? words.first : pointsShort(value - of));
  return {
    cells: [
      plan.moves.length === 0 ? words.noMove : listText(plan.moves.map(index.nameOf)),
      behind(plan.value.value, first.value.value),
      against === "worst case" ? behind(plan.other, first.other) : numberText(plan.other),
    ],
  };
}
