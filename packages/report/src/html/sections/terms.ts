import type { Bloc, Party, Term } from "@demarche/core/brief";
import { contextMessages } from "../../messages/context.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import { asSentence, chanceInputText, listText, quantityText } from "../../wording/index.ts";
import type { Paper, SectionWriter } from "../paper.ts";
import { bullets, table } from "../table.ts";

const words = contextMessages.terms;

/** Who is meant by what: parties, blocs, and terms with their exceptions. */
export const writeTerms: SectionWriter = (paper) => {
  const { parties, blocs } = paper.index.brief;
  // a name alone needs no row
  const terms = paper.index.brief.terms.filter(
    (term) => term.means ?? term.alsoCalled ?? term.watch ?? (term.members.length > 0 ? term.members : undefined),
  );
  if (parties.length + blocs.length + terms.length === 0) return null;
  return {
    id: "terms",
    title: words.title,
    body: () => [
      parties.length > 0 && partyTable(paper, parties),
      blocs.length > 0 && blocTable(paper, blocs),
      terms.length > 0 && termTable(paper, terms),
    ],
  };
};

function partyTable(paper: Paper, parties: readonly Party[]): Piece {
  return table({
    caption: `${words.partiesCaption}.`,
    look: "data",
    columns: [
      { head: words.party, width: 24 },
      { head: words.role, width: 20 },
      { head: words.influence, width: 14 },
      { head: words.notes, width: 42 },
    ],
    rows: parties.map((party) => {
      const people = (party.people ?? []).map((person) =>
        [person.name ?? person.id, person.office].filter(Boolean).join(", "),
      );
      const remarks = [
        ...people,
        ...(party.representedBy === undefined ? [] : [words.represented(paper.index.nameOf(party.representedBy))]),
        ...(party.friends === undefined ? [] : [words.friends(listText(party.friends.map(paper.index.nameOf)))]),
        ...(party.alsoCalled === undefined ? [] : [words.called(listText(party.alsoCalled))]),
      ];
      return {
        cells: [
          paper.index.nameOf(party.id),
          words.roles[party.role ?? "principal"],
          party.influence === undefined ? "–" : quantityText(party.influence.value),
          remarks.length === 0 ? "–" : remarks.map((remark) => markup`<div>${remark}</div>`),
        ],
      };
    }),
  });
}

function blocTable(paper: Paper, blocs: readonly Bloc[]): Piece {
  return table({
    caption: `${words.blocsCaption}.`,
    look: "data",
    columns: [
      { head: words.bloc, width: 26 },
      { head: words.members, width: 42 },
      { head: words.splits, width: 32 },
    ],
    rows: blocs.map((bloc) => ({
      cells: [
        markup`${paper.index.nameOf(bloc.id)}${bloc.alsoCalled !== undefined && markup`<div class="why">${words.called(listText(bloc.alsoCalled))}</div>`}`,
        listText(bloc.members.map(paper.index.nameOf)),
        bloc.splits === undefined ? words.never : chanceInputText(bloc.splits.value),
      ],
    })),
  });
}

function termTable(paper: Paper, terms: readonly Term[]): Piece {
  const names = (ids: readonly string[]) => listText(ids.map(paper.index.nameOf));
  return table({
    caption: `${words.termsCaption}.`,
    look: "data",
    columns: [
      { head: words.term, width: 26 },
      { head: words.means, width: 28 },
      { head: words.covers, width: 24 },
      { head: words.watch, width: 22 },
    ],
    rows: terms.map((term) => {
      const members = [
        ...(term.members.length === 0 ? [] : [names(term.members)]),
        ...(term.except.length === 0 ? [] : [words.except(names(term.except))]),
        ...(term.open === true ? [words.open] : []),
      ].join("; ");
      return {
        cells: [
          markup`${paper.index.nameOf(term.id)}${term.alsoCalled !== undefined && markup`<div class="why">${words.called(listText(term.alsoCalled))}</div>`}`,
          term.means === undefined ? "–" : markup`${asSentence(term.means)}${paper.notes.sourced(term.path)}`,
          members === "" ? "–" : members,
          term.watch === undefined || term.watch.length === 0 ? "–" : bullets(term.watch),
        ],
      };
    }),
  });
}
