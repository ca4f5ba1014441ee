import type { Basis, HistoryEntry, Issue } from "@demarche/core/brief";
import type { ItemFinding } from "@demarche/core/run";
import { itemMessages } from "../../messages/items.ts";
import { join, markup, type Piece } from "../../svg/markup.ts";
import { asSentence, capitalise, citationText, dateText, listText, shareText } from "../../wording/index.ts";
import { blockersOf, leastShown } from "../outcome.ts";
import type { Paper } from "../paper.ts";
import { bullets } from "../table.ts";

const words = itemMessages.reasons;

/** Who keeps it off, who refuses; what supports us; what was tried and has changed; what the others want. */
export function writeItemReasons(paper: Paper, item: ItemFinding): Piece {
  const issue = paper.index.issues.get(item.id);
  if (!issue) return undefined;
  const because =
    issue.because === undefined ? [] : [markup`${asSentence(issue.because)}${paper.notes.sourced(issue.path)}`];
  return [
    part(words.heading, [...because, ...obstacles(paper, item, issue)]),
    part(
      words.support,
      (issue.inherited.basis ?? []).map((basis) => basisText(paper, issue, basis)),
    ),
    part(
      words.history,
      (issue.history ?? []).map((entry) => historyText(paper, issue, entry)),
    ),
    part(
      words.changed,
      (issue.changed ?? []).map((change) => markup`${asSentence(change.value)}${paper.notes.sourced(change.path)}`),
    ),
    part(words.aims, aims(paper, issue)),
  ];
}

function part(title: string, pieces: readonly Piece[]): Piece {
  return pieces.length === 0 ? undefined : markup`<h4>${title}</h4>${bullets(pieces)}`;
}

/** Only who keeps it off and who refuses. */
export function writeObstacles(paper: Paper, item: ItemFinding): Piece {
  const issue = paper.index.issues.get(item.id);
  return issue && part(words.heading, obstacles(paper, item, issue));
}

function obstacles(paper: Paper, item: ItemFinding, issue: Issue): readonly Piece[] {
  const { index, notes } = paper;
  const pointer = paper.itemPointer(item.id);
  const conditional = item.askGivenAdmitted;
  const blockers = blockersOf(item, leastShown);
  const name = (party: string) => capitalise(index.inProse(party));
  const lines: Piece[] = [
    item.admitted < 1 - leastShown &&
      markup`${words.admitted(shareText(item.admitted))}${notes.computed(`${pointer}/admitted`)}${
        conditional === undefined
          ? ""
          : markup` ${words.askGivenAdmitted(shareText(conditional))}${notes.computed(`${pointer}/askGivenAdmitted`)}`
      }`,
    ...blockers.flatMap(({ party, keepsOff, refuses }): Piece[] => {
      const mark = notes.computed(`${pointer}/parties/${item.parties.findIndex((entry) => entry.party === party)}`);
      return [
        keepsOff >= leastShown && markup`${words.keepsOff(name(party), shareText(keepsOff))}${mark}`,
        refuses >= leastShown && markup`${words.refuses(name(party), shareText(refuses))}${mark}`,
      ];
    }),
    ...issue.positions
      .filter((position) => position.party !== paper.us)
      .flatMap((position) =>
        (position.redLines ?? []).map(
          (line) =>
            markup`${words.redLine(name(position.party), index.optionName(item.id, line.option), line.why)}${notes.sourced(position.path)}`,
        ),
      ),
  ];
  const said = lines.filter((line) => line !== false);
  return said.length > 0 ? said : [markup`${words.nothingStops}${notes.computed(`${pointer}/none/because`)}`];
}

function basisText(paper: Paper, issue: Issue, basis: Basis): Piece {
  const { index } = paper;
  const source = basis.citation.kind === "source" ? index.sources.get(basis.citation.source) : undefined;
  const signed = source?.signed ?? [];
  const members = index.forums.get(issue.inherited.forum ?? "")?.members ?? [];
  const missing = issue.positions
    .map((position) => position.party)
    .concat(members)
    .filter(
      (party, i, all) =>
        all.indexOf(party) === i && !signed.includes(party) && index.parties.get(party)?.role !== "audience",
    );
  const signers =
    signed.length === 0
      ? ""
      : `${words.signed(listText(signed.map(index.inProse)))}${missing.length === 0 ? "" : words.notSigned(listText(missing.map(index.inProse)))}`;
  const option = basis.supports === undefined ? undefined : index.optionName(issue.id, basis.supports);
  const because = basis.because === undefined ? "" : ` ${asSentence(basis.because)}`;
  return markup`${capitalise(words.basis(citationText(index, basis.citation), option, basis.strength ?? "fair", signers))}${because}${paper.notes.cited([basis.citation])}`;
}

function historyText(paper: Paper, issue: Issue, entry: HistoryEntry): Piece {
  const { index } = paper;
  const when = entry.dates === undefined ? "" : `${dateText(entry.dates)}, `;
  const who = entry.by === undefined ? "" : `${listText(entry.by.map(index.inProse))}: `;
  const what = entry.option === undefined ? "" : `‘${index.optionName(issue.id, entry.option)}’`;
  const result = entry.result === undefined ? words.noResult : words.results[entry.result];
  const refused = entry.refusedBy === undefined ? "" : words.refusedBy(listText(entry.refusedBy.map(index.inProse)));
  const note = entry.note === undefined ? "" : ` ${asSentence(entry.note)}`;
  return markup`${capitalise(words.tried(when, who, what, result, refused).replace(/: : /u, ": "))}${note}${paper.notes.sourced(entry.path)}`;
}

function aims(paper: Paper, issue: Issue): readonly Piece[] {
  const { index, notes } = paper;
  return issue.positions
    .filter(
      (position) => position.party !== paper.us && (position.interest !== undefined || position.ask !== undefined),
    )
    .map((position) => {
      const name = index.nameOf(position.party);
      const said = position.ask === undefined ? undefined : words.says(name, index.optionName(issue.id, position.ask));
      const interest =
        position.interest === undefined ? undefined : words.interest(name, position.interest.replace(/\.$/u, ""));
      // confidence stands in a sentence of its own, apart from any likelihood
      const confidence = position.confidence === undefined ? undefined : words.confidence(position.confidence);
      return markup`${join([interest, said, confidence], " ")}${notes.sourced(position.path)}`;
    });
}
