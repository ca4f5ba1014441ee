import type { Id, Step } from "@demarche/core/brief";
import {
  capitalise,
  insideSentence,
  listText,
  memo,
  modalityText,
  pointsShort,
  shortDateText,
  signedText,
} from "../wording/index.ts";
import { type Block, bold, cell, heading, type Inline, italic, type Run, smallPrint, type Table } from "./document.ts";
import type { MemoContext } from "./memo-context.ts";
import { movesIn, stepText } from "./plan-steps.ts";
import { changesToStep } from "./what-would-change.ts";

type Row = Table["rows"][number];

/** The author's own words of degree, or his verbatim words on the step; never ours. */
function degree(given: { readonly modality?: string; readonly words?: string }): readonly Run[] {
  const text = modalityText(given) ?? given.words;
  return text === undefined ? [] : [{ text: " " }, italic(`“${text}”`)];
}

/** Whom, through whom and when, in brackets: " (France, through Hervé Alphand, 3–5 December 1945)". */
function circumstances(context: MemoContext, move: Id): string {
  const { index } = context;
  const entry = index.moves.get(move);
  const parts = [
    entry?.target === undefined ? undefined : listText(entry.target.map((party) => index.shortName(party))),
    entry?.through === undefined ? undefined : memo.through(index.nameOf(entry.through)),
    entry?.dates === undefined ? undefined : shortDateText(entry.dates, index.brief.head.date?.to?.slice(0, 4)),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

function worthCell(context: MemoContext, step: Step): readonly Inline[] {
  const moves = step.step === "do" ? [step.move] : movesIn([step]);
  return moves.flatMap((move): readonly Inline[] => {
    const finding = context.move(move);
    if (finding === undefined) return [];
    const { value, low, high } = finding.worth;
    const text = `${pointsShort(value)} (${signedText(low)} to ${signedText(high)})`;
    const typed = Math.abs(finding.typed) >= 0.05 ? `, ${memo.carriesTyped(signedText(finding.typed))}` : "";
    return cell(text + typed);
  });
}

function stepRow(context: MemoContext, step: Step, number: number, most: number): Row {
  const { index, references } = context;
  const move = step.step === "do" ? index.moves.get(step.move) : undefined;
  const modality = step.modality ?? move?.modality;
  const words = step.words ?? move?.words;
  const given = { ...(modality === undefined ? {} : { modality }), ...(words === undefined ? {} : { words }) };
  const what: readonly Run[] =
    move === undefined
      ? [{ text: capitalise(stepText(context, step)) }]
      : [bold(index.nameOf(move.id)), { text: circumstances(context, move.id) }];
  const marks = references.mark(move?.path ?? step.path);
  return [
    cell(`${number}`),
    cell(...what, ...degree(given), ...marks),
    worthCell(context, step),
    cell(changesToStep(context, step, most).join(" ") || memo.dash),
  ];
}

/** The first recommendation: which agenda to propose, with the worth of the whole plan. */
function agendaRow(context: MemoContext, rows: number): Row {
  const { index, findings, references } = context;
  const { head, agenda } = index.brief;
  const forum = index.forums.has(head.forum ?? "") ? index.inProse(head.forum!) : memo.theTable;
  const { value, low, high } = findings.plans.asWritten.overNone;
  // each item keeps its own author's degree: one item's words are not put on the whole
  const items = agenda
    .slice(0, rows)
    .flatMap((node, at): readonly Run[] => [
      { text: `${at === 0 ? ": " : "; "}${index.numberOf(node.id)} ${insideSentence(index.nameOf(node.id))}` },
      ...degree(node.modality === undefined ? {} : { modality: node.modality }),
      ...references.mark(node.path),
    ]);
  const unnamed = agenda.length - Math.min(rows, agenda.length);
  const turning = findings.unknowns.find((unknown) => context.names(unknown.path));
  return [
    cell("1"),
    cell(
      bold(memo.putOnAgenda(memo.items(agenda.length), forum)),
      ...degree(head.modality === undefined ? {} : { modality: head.modality }),
      ...items,
      ...(unnamed > 0 ? [{ text: `; ${memo.more(unnamed, "A")}` }] : []),
    ),
    cell(memo.wholePlan(`${pointsShort(value)} (${signedText(low)} to ${signedText(high)})`)),
    cell(turning === undefined ? memo.dash : memo.change.unknown(insideSentence(turning.what))),
  ];
}

/** What is recommended, in order, each in the author's degree, with its worth and what would change it. */
export function recommendationsSection(context: MemoContext, rows: number, changes: number): readonly Block[] {
  const { plan } = context.index.brief;
  const shown = plan.slice(0, Math.max(0, rows - 1));
  const table: Table = {
    block: "table",
    columns: [
      { title: "", width: 0.04 },
      { title: memo.recommendation, width: 0.53 },
      { title: memo.worth, width: 0.16 },
      { title: memo.wouldChange, width: 0.27 },
    ],
    rows: [agendaRow(context, rows), ...shown.map((step, at) => stepRow(context, step, at + 2, changes))],
  };
  const left = plan.length - shown.length;
  const note = left > 0 ? `${memo.pointsNote} ${memo.more(left, "B")}` : memo.pointsNote;
  return [heading(2, memo.recommendations), table, smallPrint([{ text: note }])];
}
