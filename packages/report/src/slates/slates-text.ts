/** Slates as lines for a terminal. */
import type { Brief } from "@demarche/core/brief";
import type { SlateFinding, SlateOption } from "@demarche/core/slates";
import type { ComparedText } from "../forums/forums-text.ts";
import { oftenText } from "../html/world-share.ts";
import { slatesMessages as words } from "../messages/slates.ts";
import { type BriefIndex, indexBrief, insideSentence, listText, numberText, shareText } from "../wording/index.ts";
import { bestOf, seatsOnAverage } from "./slates-body.ts";

export function slatesText(brief: Brief, slates: readonly SlateFinding[]): readonly ComparedText[] {
  const index = indexBrief(brief);
  return slates.map((slate): ComparedText => {
    const several = slate.seats > 1;
    const held = (seats: number) => (several ? numberText(Math.round(seats * 10) / 10) : oftenText(seats));
    return {
      title: words.terminal.title(index.nameOf(slate.issue), slate.seats, slate.worlds),
      table: {
        head: [
          words.name,
          words.enough,
          ...slate.concerned.map(index.shortName),
          words.approval,
          words.terminal.transferable,
          words.terminal.elimination,
        ],
        rows: slate.options.map((option) => [
          index.optionName(slate.issue, option.id),
          oftenText(option.enough),
          ...slate.concerned.map((party) => oftenText(option.accepts[party] ?? 0)),
          held(option.seats.approval),
          held(option.seats.transferable),
          held(option.seats.elimination),
        ]),
      },
      lines: [...slateLines(slate, index, brief.head.us), ...compositionLines(slate, index)],
    };
  });
}

/** The gist of a slate: who is acceptable, because of whom others are not, and whom to pay with what. */
export function slateLines(slate: SlateFinding, index: BriefIndex, us: string | undefined): readonly string[] {
  const best = bestOf(slate);
  return [
    `${words.line.best(index.optionName(slate.issue, best.id), shareText(best.enough))}.`,
    ...slate.options.flatMap((option) => vetoLine(slate, option, index, us)),
  ];
}

/** Refusals rarer than this are not told in a line. */
const leastTold = 0.25;

function vetoLine(slate: SlateFinding, option: SlateOption, index: BriefIndex, us: string | undefined): string[] {
  const told = option.vetoes.filter(({ refuses }) => refuses >= leastTold);
  const ours = told.find(({ party }) => party === us);
  const theirs = told.find(({ party }) => party !== us);
  const who = [
    ...(ours === undefined ? [] : [words.line.weRefuse(shareText(ours.refuses))]),
    ...(theirs === undefined ? [] : [words.line.refuses(index.inProse(theirs.party), shareText(theirs.refuses))]),
  ];
  if (who.length === 0) return [];
  const trade = theirs?.trades.find(({ worthIt }) => worthIt >= 0.1);
  const paid =
    trade === undefined
      ? ""
      : ` ${words.line.trade(index.inProse(theirs?.party ?? ""), index.nameOf(trade.issue), insideSentence(index.optionName(trade.issue, trade.option)), shareText(trade.worthIt))}`;
  return [`${words.line.veto(index.optionName(slate.issue, option.id), listText(who))}${paid}`];
}

function compositionLines(slate: SlateFinding, index: BriefIndex): string[] {
  const { issue, compositions } = slate;
  if (compositions === undefined) return [];
  if (compositions.possible === 0) return [words.none];
  const [first] = compositions.list;
  if (first === undefined) return [words.tooMany(compositions.possible - 1)];
  const seats = Object.entries(first.seats).map(([id, count]) => words.seat(count, index.optionName(issue, id)));
  return [
    words.terminal.composition(listText(seats), shareText(first.enough)),
    ...(compositions.nobody < 1 ? [words.terminal.held(seatsOnAverage(slate, index))] : []),
    words.noComposition(shareText(compositions.nobody)),
  ];
}
