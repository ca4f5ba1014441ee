/** What is to be said and shown of slates, for a page of its own or a section of another paper. */
import type { Id } from "@demarche/core/brief";
import type { SlateFinding, SlateOption, SlateTrade, SlateVeto } from "@demarche/core/slates";
import { leastShown } from "../html/outcome.ts";
import { bullets, table } from "../html/table.ts";
import { countText, oftenText } from "../html/world-share.ts";
import { slatesMessages as words } from "../messages/slates.ts";
import { markup, type Piece } from "../svg/markup.ts";
import { type BriefIndex, insideSentence, listText, messages, numberText, shareText } from "../wording/index.ts";

export interface SlateWords {
  readonly index: BriefIndex;
  readonly us: Id;
  /** A figure is pointed to as "/slates/0/…". */
  readonly computed: (pointer: string) => Piece;
  readonly head: (issue: Id, at: number) => Piece;
}

/** Refusals rarer than this are left to the data. */
const leastRefusal = 0.05;
const mostTrades = 3;

export function slatesBody(slates: readonly SlateFinding[], given: SlateWords): Piece {
  return [
    markup`<p>${words.intro(countText(slates[0]?.worlds ?? 0))}</p>`,
    slates.map((slate, at) => {
      const id = slate.issue.replace(/[^a-z0-9-]/gu, "--");
      return markup`<section class="item" id="${`slate-${id}`}">${given.head(slate.issue, at)}
<p>${summary(slate, given)}${given.computed(`/slates/${at}/options`)}</p>
${namesTable(slate, given)}
${vetoTable(slate, at, given)}
<p class="quiet">${words.rarer} ${words.tradesNote}</p>
${coalitions(slate, at, given)}
${compositions(slate, at, given)}
${elections(slate, at, given)}</section>`;
    }),
  ];
}

export function bestOf({ options }: SlateFinding): SlateOption {
  return options.reduce((a, b) => (b.enough > a.enough ? b : a));
}

function summary(slate: SlateFinding, { index }: SlateWords): string {
  const best = bestOf(slate);
  return [
    words.concerned(listText(slate.concerned.map(index.inProse)), listText(slate.forums.map(index.nameOf))),
    words.best(index.optionName(slate.issue, best.id), shareText(best.enough)),
    words.nobody(shareText(slate.nobody)),
  ].join(" ");
}

function namesTable(slate: SlateFinding, { index }: SlateWords): Piece {
  const several = slate.seats > 1;
  return table({
    caption: `${words.namesCaption(index.nameOf(slate.issue))}.`,
    columns: [
      { head: words.name, width: 28 },
      ...(several ? [{ head: words.seats, figures: true }] : []),
      { head: words.enough, figures: true },
      { head: words.all, figures: true },
      ...slate.concerned.map((party) => ({ head: index.shortName(party), figures: true })),
    ],
    rows: slate.options.map((option) => ({
      cells: [
        index.optionName(slate.issue, option.id),
        ...(several ? [words.range(option.least, option.most)] : []),
        oftenText(option.enough),
        oftenText(option.all),
        ...slate.concerned.map((party) => oftenText(option.accepts[party] ?? 0)),
      ],
    })),
  });
}

function vetoTable(slate: SlateFinding, at: number, given: SlateWords): Piece {
  const { index, computed } = given;
  return table({
    caption: `${words.vetoesCaption(index.nameOf(slate.issue))}.`,
    columns: [
      { head: words.name, width: 20 },
      { head: words.refuser, width: 25 },
      { head: words.trades, width: 55 },
    ],
    rows: slate.options.map((option, o) => ({
      cells: [
        markup`${index.optionName(slate.issue, option.id)}${computed(`/slates/${at}/options/${o}/vetoes`)}`,
        option.vetoes
          .filter(({ refuses }) => refuses >= leastRefusal)
          .map((veto) => markup`<div>${refusalText(veto, index)}</div>`),
        tradesText(option, given),
      ],
    })),
  });
}

function refusalText({ party, refuses, alone }: SlateVeto, index: BriefIndex): string {
  const name = index.shortName(party);
  return alone >= leastShown
    ? words.refusalAlone(name, shareText(refuses), shareText(alone))
    : words.refusal(name, shareText(refuses));
}

/** For each of those who refuse it most often the concession likeliest to be worth it. */
function tradesText(option: SlateOption, given: SlateWords): Piece {
  const listed = option.vetoes.flatMap((veto) => {
    const [trade] = veto.trades;
    return trade === undefined || trade.worthIt < leastRefusal ? [] : [tradeText(veto, trade, given)];
  });
  return listed.length === 0 ? words.noTrade : bullets(listed.slice(0, mostTrades));
}

function tradeText({ party }: SlateVeto, trade: SlateTrade, { index }: SlateWords): string {
  const points = numberText(trade.cost);
  return words.trade(
    index.shortName(party),
    index.nameOf(trade.issue),
    insideSentence(index.optionName(trade.issue, trade.option)),
    shareText(trade.pays),
    shareText(trade.worthIt),
    messages.points(points, points === "1"),
  );
}

function coalitions(slate: SlateFinding, at: number, { index, computed }: SlateWords): Piece {
  const { list, complete } = slate.coalitions;
  if (list.length === 0) return undefined;
  return [
    table({
      caption: markup`${words.coalitions}.${computed(`/slates/${at}/coalitions`)}`,
      look: "data",
      columns: [
        { head: words.coalition, width: 30 },
        ...slate.options.map(({ id }) => ({ head: index.optionName(slate.issue, id), figures: true })),
        { head: words.any, figures: true },
      ],
      rows: list.map(({ members, accepts, any }) => ({
        cells: [
          members.map(index.shortName).join(" + "),
          ...slate.options.map(({ id }) => oftenText(accepts[id] ?? 0)),
          oftenText(any),
        ],
      })),
    }),
    !complete && markup`<p>${words.more}</p>`,
  ];
}

function compositions(slate: SlateFinding, at: number, { index, computed }: SlateWords): Piece {
  const found = slate.compositions;
  if (found === undefined) return undefined;
  if (found.possible === 0) return markup`<p>${words.none}</p>`;
  if (found.list.length === 0) return markup`<p>${words.tooMany(found.possible - 1)}</p>`;
  return [
    table({
      caption: markup`${words.compositionsCaption(index.nameOf(slate.issue), countText(found.possible))}.${computed(`/slates/${at}/compositions`)}`,
      columns: [
        { head: words.composition, width: 55 },
        { head: words.settled, figures: true },
        { head: words.enough, figures: true },
        { head: words.all, figures: true },
      ],
      rows: found.list.slice(0, 5).map(({ seats, settled, enough, all }) => ({
        cells: [
          listText(Object.entries(seats).map(([id, count]) => words.seat(count, index.optionName(slate.issue, id)))),
          oftenText(settled),
          oftenText(enough),
          oftenText(all),
        ],
      })),
    }),
    markup`<p>${words.noComposition(shareText(found.nobody))}</p>`,
    found.nobody < 1 && heldTable(slate, at, { index, computed }),
  ];
}

function heldTable(
  slate: SlateFinding,
  at: number,
  { index, computed }: Pick<SlateWords, "index" | "computed">,
): Piece {
  const held = Object.entries(slate.compositions?.held ?? {});
  const most = Math.max(0, ...held.map(([, shares]) => shares.length - 1));
  const counts = Array.from({ length: most + 1 }, (_, count) => count);
  return [
    table({
      caption: markup`${words.heldCaption(index.nameOf(slate.issue))}.${computed(`/slates/${at}/compositions/held`)}`,
      columns: [
        { head: words.name, width: 36 },
        { head: words.average, figures: true },
        ...counts.map((count) => ({ head: words.held(count), figures: true })),
      ],
      rows: held.map(([id, shares]) => ({
        cells: [
          index.optionName(slate.issue, id),
          averageText(shares),
          ...counts.map((count) => (count < shares.length ? oftenText(shares[count]!) : "–")),
        ],
      })),
    }),
    markup`<p class="quiet">${words.settledNote}</p>`,
  ];
}

const averageText = (shares: readonly number[]): string =>
  numberText(Math.round(10 * shares.reduce((sum, share, count) => sum + share * count, 0)) / 10);

/** Seats by option on average; those that print as none left out. */
export function seatsOnAverage({ issue, compositions: found }: SlateFinding, index: BriefIndex): string {
  const held = Object.entries(found?.held ?? {}).map(([id, shares]) => ({ id, text: averageText(shares) }));
  return listText(
    held.filter(({ text }) => text !== "0").map(({ id, text }) => `${index.optionName(issue, id)} ${text}`),
  );
}

function elections(slate: SlateFinding, at: number, { index, computed }: SlateWords): Piece {
  const { worlds, ties } = slate.elections;
  const cell = (seats: number): string =>
    slate.seats === 1 ? oftenText(seats) : numberText(Math.round(seats * 10) / 10);
  return [
    table({
      caption: markup`${words.electedCaption(index.nameOf(slate.issue), countText(worlds))}. ${slate.seats > 1 && words.seatsHeld}${computed(`/slates/${at}/elections`)}`,
      columns: [
        { head: words.name, width: 40 },
        { head: words.approval, figures: true },
        { head: words.transferable, figures: true },
        { head: words.elimination, figures: true },
      ],
      rows: slate.options.map((option) => ({
        cells: [
          index.optionName(slate.issue, option.id),
          cell(option.seats.approval),
          cell(option.seats.transferable),
          cell(option.seats.elimination),
        ],
      })),
    }),
    Math.max(ties.approval, ties.transferable) >= leastRefusal &&
      markup`<p>${words.lots(shareText(ties.approval), shareText(ties.transferable))}</p>`,
  ];
}
