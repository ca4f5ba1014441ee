import type { Issue, Position } from "@demarche/core/brief";
import type { ChanceRange, ItemFinding } from "@demarche/core/run";
import {
  asSentence,
  chanceText,
  dueText,
  insideSentence,
  listText,
  memo,
  messages,
  modalityText,
  placeText,
  quantityText,
  quoted,
  shareText,
} from "../wording/index.ts";
import { placesNotes } from "./card-places.ts";
import {
  basisLines,
  type CardText,
  closedBackground,
  freeBackground,
  objectiveText,
  pointsToMake,
} from "./card-texts.ts";
import {
  type Block,
  bold,
  cell,
  heading,
  type Inline,
  lead,
  plain,
  type SheetRow,
  smallPrint,
  type Table,
} from "./document.ts";
import { causesOfNothing } from "./ladder-text.ts";
import { type MemoContext, ourPosition } from "./memo-context.ts";
import { othersSection } from "./others-section.ts";

function row(label: string, text: CardText, closed = false): SheetRow {
  const composed = text.composed && text.lines.length > 0;
  return {
    label: composed ? `${label}\u00a0${memo.composed}` : label,
    content: text.lines,
    ...(closed ? { closed } : {}),
  };
}

/** Boxes for which nothing is given share the last line: what is there is then seen. */
function filled(rows: readonly SheetRow[]): readonly SheetRow[] {
  const empty = rows.filter(({ content }) => content.length === 0).map(({ label }) => label.replace(/:.*$/u, ""));
  const names = empty.map((label) => label.charAt(0).toLowerCase() + label.slice(1)).join("; ");
  return [
    ...rows.filter(({ content }) => content.length > 0),
    ...(empty.length === 0 ? [] : [{ label: memo.card.empty, content: [plain(asSentence(names))] }]),
  ];
}

function ownRow(label: string, texts: readonly string[] | undefined): SheetRow {
  return row(label, { lines: (texts ?? []).map((text) => plain(asSentence(text))), composed: false });
}

/** Where the others stand: parties of whom the same is said share a line. */
function standings(context: MemoContext, issue: Issue): readonly Inline[] {
  const { index } = context;
  const lines = new Map<string, { readonly parties: string[]; readonly rest: Inline }>();
  for (const position of issue.positions) {
    if (position.party === context.findings.us) continue;
    const ideal = position.ideal;
    const place =
      ideal === undefined || ideal.value.kind === "unknown"
        ? choiceText(context, issue, position)
        : placeText(index, issue.id, ideal.value);
    const why = position.interest === undefined ? "" : memo.because(insideSentence(position.interest));
    const level = position.confidence ?? ideal?.confidence;
    const rest: Inline = [
      { text: asSentence(`: ${place}${why}`) },
      ...context.references.mark(ideal?.path ?? position.path),
      // confidence is another thing than likelihood: a sentence of its own
      ...(level === undefined ? [] : plain(` ${memo.confidence(level)}`)),
    ];
    const line = lines.get(JSON.stringify(rest)) ?? { parties: [], rest };
    line.parties.push(index.nameOf(position.party));
    lines.set(JSON.stringify(rest), line);
  }
  return [...lines.values()].map(({ parties, rest }) => [{ text: listText(parties) }, ...rest]);
}

/** What a party would have where its position is given by ranks or by worths of the options. */
function choiceText({ index }: MemoContext, issue: Issue, { ranks, values }: Position): string {
  const name = (option: string) => quoted(index.optionName(issue.id, option));
  if (ranks !== undefined) return memo.card.ranked(ranks.map(name));
  const known = Object.entries(values ?? {}).filter(([, { value }]) => value.kind !== "unknown");
  if (known.length === 0) return messages.unknown;
  return memo.card.valued(listText(known.map(([option, { value }]) => `${name(option)} ${quantityText(value)}`)));
}

/** Says the scale where a place is a bare number. */
function positionsLabel(issue: Issue): string {
  const bare = issue.positions.some(({ ideal }) => {
    if (ideal === undefined || ideal.value.kind === "mix" || ideal.value.kind === "unknown") return false;
    return Object.values(ideal.value).some((bound) => typeof bound === "number");
  });
  if (!bare || issue.unit !== undefined) return memo.card.positions;
  return memo.card.positionsOnScale(`${issue.scale?.from ?? 0}`, `${issue.scale?.to ?? 100}`);
}

function authorityLines(context: MemoContext, issue: Issue): readonly Inline[] {
  return (ourPosition(context, issue)?.fallbacks ?? []).map((rung) => {
    const option = quoted(context.index.optionName(issue.id, rung.option));
    const degree = modalityText(rung);
    const line =
      rung.authority === undefined
        ? memo.authorityNotGiven(option)
        : memo.authorityLine(option, rung.authority, rung.due === undefined ? "" : (dueText(rung.due) ?? ""));
    return plain(asSentence(degree === undefined ? line : `${line} (${memo.modality(degree)})`));
  });
}

/** The ladder of one item with its chances in number, word and range. */
function ladderTable(context: MemoContext, item: ItemFinding): Table {
  const { index, yardstick } = context;
  const option = (id: string): string => index.optionName(item.id, id);
  const rows = [
    { what: memo.ladderAsk(option(item.ask.option)), chance: item.ask },
    ...item.rungs.map((rung) => ({ what: option(rung.id), chance: rung })),
    { what: memo.ladderWorse, chance: item.worse },
    { what: memo.ladderNone, chance: item.none },
  ];
  const titles = memo.ladderColumns;
  return {
    block: "table",
    whole: true,
    columns: [
      { title: titles.what, width: 0.43 },
      { title: titles.chance, width: 0.13, align: "right" },
      { title: titles.word, width: 0.18 },
      { title: titles.range, width: 0.12, align: "right" },
      { title: titles.exact, width: 0.14, align: "right" },
    ],
    rows: rows.map(({ what, chance }) => {
      const text = chanceText(chance, yardstick);
      return [
        cell(what),
        cell(bold(text.number)),
        cell(text.word),
        cell(text.range),
        cell(text.exact.replace(/ \(.*$/u, "")),
      ];
    }),
  };
}

/** Objects of one item side by side, where their ladders have the same rungs and there is room for them. */
const mostObjects = 6;

function sameRungs(items: readonly ItemFinding[]): boolean {
  const rungs = (item: ItemFinding): string => [item.ask.option, ...item.rungs.map((rung) => rung.id)].join(" ");
  return items.length > 1 && items.length <= mostObjects && new Set(items.map(rungs)).size === 1;
}

/** An object's own name, without that of its item. */
function objectName({ index }: MemoContext, issue: Issue, item: ItemFinding): string {
  return index.nameOf(item.id).replace(`${index.nameOf(issue.id)}: `, "");
}

function objectsTable(context: MemoContext, issue: Issue, items: readonly ItemFinding[]): Table {
  const { index, yardstick } = context;
  const first = items[0]!;
  const figure = (chance: ChanceRange): string => {
    const { short, range } = chanceText(chance, yardstick);
    return range === short ? short : `${short} (${range.replace(/ %$/u, "")})`;
  };
  const row = (what: string, chanceOf: (item: ItemFinding) => ChanceRange) => [
    cell(what),
    ...items.map((item) => cell(bold(figure(chanceOf(item))))),
  ];
  return {
    block: "table",
    whole: true,
    columns: [
      { title: memo.ladderColumns.what, width: 0.28 },
      ...items.map((item) => ({ title: objectName(context, issue, item), width: 0.72 / items.length })),
    ],
    rows: [
      row(memo.ladderAsk(index.optionName(first.id, first.ask.option)), (item) => item.ask),
      ...first.rungs.map((rung, at) => row(index.optionName(first.id, rung.id), (item) => item.rungs[at]!)),
      row(memo.ladderWorse, (item) => item.worse),
      row(memo.ladderNone, (item) => item.none),
    ],
  };
}

/** The ladders of an item, or of each of its objects, with what is to be said on them. */
function ladders(context: MemoContext, issue: Issue): readonly Block[] {
  const all = [issue, ...(issue.instances ?? [])].map((entry) => context.item(entry.id));
  const items = all.filter((item) => item !== undefined);
  if (sameRungs(items)) {
    const notes = new Map<string, string[]>();
    for (const item of items) {
      const note = ladderNotes(context, item);
      notes.set(note, [...(notes.get(note) ?? []), objectName(context, issue, item)]);
    }
    const printed = [...notes].map(([note, objects]) => smallPrint(plain(`${listText(objects)}: ${note}`)));
    return [objectsTable(context, issue, items), ...printed];
  }
  return items.flatMap((item) => [
    ...(item.id === issue.id ? [] : [lead([bold(context.index.nameOf(item.id))])]),
    ladderTable(context, item),
    smallPrint(plain(ladderNotes(context, item))),
  ]);
}

/** Shares below this print as 1–2 %. */
const smallestTold = 0.025;

function ladderNotes(context: MemoContext, item: ItemFinding): string {
  const given = item.askGivenAdmitted === undefined ? "" : `, ${memo.givenAdmitted(shareText(item.askGivenAdmitted))}`;
  const causes = causesOfNothing(context.index, item).filter((cause) => cause.share >= 0.005);
  // what prints as 1–2 % is counted where there is more than one of it
  const large = causes.filter((cause) => cause.share >= smallestTold);
  const small = causes.length - large.length;
  const named = small > 1 && large.length > 0 ? large : causes;
  const reasons = listText([
    ...named.map((cause) => memo.reasonShare(cause.text, shareText(cause.share))),
    ...(named.length < causes.length ? [memo.reasonsSmall(small)] : []),
  ]);
  return [
    memo.admitted(shareText(item.admitted)) + given,
    ...(causes.length === 0 ? [] : [memo.reasons(reasons)]),
    ...(item.dropped > 0 ? [memo.dropped(shareText(item.dropped))] : []),
    memo.widest(memo.groups[item.widest]),
  ]
    .map((text) => asSentence(text))
    .join(" ");
}

function card(context: MemoContext, issue: Issue): readonly Block[] {
  const { index } = context;
  const texts = issue.inherited.card;
  const degree = modalityText(issue);
  const bases = basisLines(context, issue);
  const authority = authorityLines(context, issue);
  const readers = (issue.onlyFor ?? issue.under.flatMap((id) => index.headings.get(id)?.onlyFor ?? [])).map((id) =>
    index.nameOf(id),
  );
  const standing = standings(context, issue);
  return [
    heading(2, `${index.numberOf(issue.id) ?? ""}  ${index.nameOf(issue.id)}`),
    ...(degree === undefined
      ? []
      : [lead([{ text: memo.modality(degree), italic: true }, ...context.references.mark(issue.path)])]),
    {
      block: "sheet",
      rows: filled([
        ...(readers.length === 0
          ? []
          : [{ label: memo.card.readers, content: [plain(listText([...new Set(readers)]))], closed: true }]),
        row(memo.card.objective, objectiveText(context, issue)),
        row(memo.card.points, pointsToMake(context, issue)),
        ownRow(memo.card.ifRaised, texts?.ifRaised),
        ownRow(memo.card.doNotSay, texts?.doNotSay),
        row(memo.card.background, freeBackground(context, issue)),
        row(memo.card.closed, closedBackground(context, issue), true),
        row(memo.card.basis, { lines: bases, composed: false }),
        row(positionsLabel(issue), { lines: standing, composed: false }),
        row(memo.card.authority, { lines: authority, composed: false }),
      ]),
    },
    ...ladders(context, issue),
    ...placesNotes(context, issue),
  ];
}

/** The annotated agenda: a card for each item, ours first, then what others will table and the brief says more of, then all that they will table. */
export function cardsAnnex(context: MemoContext): readonly Block[] {
  const { index } = context;
  const ours = index.ownIssues.filter((issue) => !issue.id.includes("/"));
  const theirs = index.othersIssues.filter((issue) => !issue.id.includes("/") && issue.positions.length > 0);
  return [
    heading(1, memo.annexes.A),
    smallPrint(plain(memo.cardsNote)),
    ...[...ours, ...theirs].flatMap((issue) => card(context, issue)),
    ...othersSection(context, Number.MAX_SAFE_INTEGER),
  ];
}
