import type { OfferFinding } from "@demarche/core/run";
import { headings } from "../../messages/headings.ts";
import { structureMessages } from "../../messages/structure.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import { listText, messages, modalityText, numberText, pointsText, quoted, shareText } from "../../wording/index.ts";
import { leastShown } from "../outcome.ts";
import { anchor, type Paper, type SectionWriter } from "../paper.ts";
import { verdictOf } from "../verdict.ts";
import { worldsText } from "../world-share.ts";
import { linkText } from "./linkage.ts";

const words = structureMessages.trade;

/** Offers and bundles: the terms, how often they are made and taken, what they are worth, who declines. */
export const writeTrade: SectionWriter = (paper) => {
  const { offers, bundles } = paper.findings;
  if (offers.length === 0 && bundles.length === 0) return null;
  return {
    id: "trade",
    title: headings.trade,
    body: (number) => [
      offers.map((offer, i) => writeOffer(paper, offer, i, `${number}.${i + 1}`)),
      bundles.map(
        (bundle, i) =>
          markup`<p>${words.bundleSettled(paper.index.nameOf(bundle.link), worldsText(bundle.settled))}${paper.notes.computed(`/bundles/${i}`)}</p>`,
      ),
    ],
  };
};

function writeOffer(paper: Paper, offer: OfferFinding, i: number, number: string): Piece {
  const { index, notes } = paper;
  const link = index.links.get(offer.link);
  const id = anchor("offer", offer.link);
  const at = (field: string) => notes.computed(`/offers/${i}/${field}`);
  const decliners = Object.entries(offer.declines)
    .filter(([, share]) => share >= leastShown)
    .map(([party, share]) =>
      words.decliner(party === paper.us ? words.ourselves : index.inProse(party), shareText(share)),
    );
  const modality = link && modalityText(link);
  return markup`<section class="item" id="${id}"><h3><span class="count">${number}</span> ${index.nameOf(offer.link)}</h3>
<p>${link && markup`${linkText(paper, link)}${notes.sourced(link.path)}`} ${
    link?.kind === "offer" && [
      link.target && ` ${words.to(listText(link.target.map(index.inProse)))}`,
      link.hinted && ` ${words.hinted}`,
      modality !== undefined && ` ${words.modality(quoted(modality))}`,
    ]
  }</p>
<p>${words.made(worldsText(offer.made))}${at("made")} ${words.accepted(worldsText(offer.accepted))}${at("accepted")} ${words.worth(pointsText(offer.worth))}${at("worth")} ${words.signs[verdictOf(offer.worth)]}</p>
<p>${decliners.length === 0 ? words.nobody : words.declines(listText(decliners))}${at("declines")} ${premiumText(offer)}${at("premium")}</p></section>`;
}

function premiumText({ premium }: OfferFinding): string {
  const [shown, open] = [points(premium.shown), points(premium.open)];
  return shown === open ? words.premiumEven(shown) : words.premium(shown, open);
}

function points(value: number): string {
  const text = numberText(value);
  return messages.points(text, text === "1");
}
