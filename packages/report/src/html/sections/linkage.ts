import type { Id, Link, Rule, Stated } from "@demarche/core/brief";
import { headings } from "../../messages/headings.ts";
import { structureMessages } from "../../messages/structure.ts";
import { layOutLinkageMatrix } from "../../svg/linkage-matrix.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import {
  asSentence,
  capitalise,
  conditionText,
  effectText,
  listText,
  messages,
  pointsCompact,
  quantityText,
  quoted,
} from "../../wording/index.ts";
import { figure } from "../figure.ts";
import { linkageOf } from "../figures/linkage-of.ts";
import { anchor, type Paper, type SectionWriter } from "../paper.ts";
import { type Row, table } from "../table.ts";
import { countText } from "../world-share.ts";

const words = structureMessages.linkage;

/** The linkage matrix, and every link and rule in words: both are inputs. */
export const writeLinkage: SectionWriter = (paper) => {
  const { links, rules } = paper.index.brief;
  if (links.length === 0 && rules.length === 0) return null;
  return {
    id: "linkage",
    title: headings.linkage,
    body: () => {
      const matrix = linkageOf(paper);
      const picture = matrix
        ? figure("linkage-matrix", markup`${words.caption}.`, (place) => layOutLinkageMatrix(place, matrix))
        : markup`<p>${words.none}</p>`;
      const inWords = table({
        caption: words.tableCaption,
        columns: [
          { head: words.name, width: 22 },
          { head: words.kind, width: 14 },
          { head: words.says, width: 40 },
          { head: words.because, width: 24 },
        ],
        rows: [...links.map((link) => linkRow(paper, link)), ...rules.map((rule) => ruleRow(paper, rule))],
      });
      return [picture, inWords, ...agendaOrder(paper)];
    },
  };
};

/** Within a forum the order of two issues matters where a rule makes the one a precedent for the other. */
function agendaOrder({ index, findings }: Paper): Piece[] {
  const pairs = findings.agendaOrder;
  if (pairs.length === 0) return [];
  const { order } = words;
  return [
    markup`<p>${order.intro(countText(pairs[0]!.worlds))}</p>`,
    table({
      caption: `${order.caption}.`,
      columns: [
        { head: order.forum },
        { head: order.first },
        { head: order.second },
        { head: order.rules },
        { head: order.worth, figures: true },
      ],
      rows: pairs.map(({ forum, first, second, rules, worth }) => ({
        cells: [
          capitalise(index.nameOf(forum)),
          capitalise(index.nameOf(first)),
          capitalise(index.nameOf(second)),
          listText(rules.map((rule) => quoted(index.nameOf(rule)))),
          pointsCompact(worth),
        ],
      })),
    }),
  ];
}

function linkRow(paper: Paper, link: Link): Row {
  return {
    id: anchor("link", link.id),
    cells: [
      paper.index.nameOf(link.id),
      words.kinds[link.kind],
      markup`${linkText(paper, link)}${paper.notes.sourced(link.path)}`,
      link.because === undefined ? "–" : asSentence(link.because),
    ],
  };
}

/** What a link says, as sentences. */
export function linkText(paper: Paper, link: Link): string {
  const { index } = paper;
  const names = (ids: readonly Id[]) => listText(ids.map((id) => quoted(index.nameOf(id))));
  switch (link.kind) {
    case "bundle":
      return words.bundle(names(link.issues));
    case "depends": {
      const rows = (link.table ?? []).map((row) =>
        words.worth(conditionText(index, row.if), worthText(paper, row.worth)),
      );
      return [words.depends(names(link.issues)), ...rows].join(" ");
    }
    case "offer": {
      const offers = Object.entries(link.offer).map(([issue, option]) =>
        words.offered(quoted(index.optionName(issue, option)), quoted(index.nameOf(issue))),
      );
      return capitalise(
        words.offer(listText(offers), link.if === undefined ? undefined : conditionText(index, link.if)),
      );
    }
  }
}

function worthText(paper: Paper, worth: Readonly<Record<Id, Stated<Parameters<typeof quantityText>[0]>>>): string {
  return listText(
    Object.entries(worth).map(([party, value]) =>
      words.worthOf(
        paper.index.nameOf(party),
        value.value.kind === "unknown" ? messages.unknown : `${quantityText(value.value)} points`,
      ),
    ),
  );
}

function ruleRow(paper: Paper, rule: Rule): Row {
  return {
    id: anchor("rule", rule.id),
    cells: [
      paper.index.nameOf(rule.id),
      words.kinds.rule,
      markup`${ruleText(paper, rule)}${paper.notes.sourced(rule.path)}`,
      rule.because === undefined ? "–" : asSentence(rule.because),
    ],
  };
}

/** A rule as a sentence. */
export function ruleText(paper: Paper, rule: Rule): string {
  return words.rule(
    conditionText(paper.index, rule.if),
    rule.then.map((effect) => effectText(paper.index, effect)).join("; "),
  );
}
