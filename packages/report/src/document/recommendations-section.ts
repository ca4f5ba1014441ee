import type { AgendaNode, Id, Issue, Step } from "@demarche/core/brief";
import { choicesOf } from "../best-plan/choices.ts";
import { changesInBest, standingParagraph, worthInBest } from "../best-plan/memo-recommendations.ts";
import { isDecided, stateText } from "../day-two/rows.ts";
import { asIfShort } from "../html/as-if-text.ts";
import { bestPlanMessages } from "../messages/best-plan.ts";
import {
  capitalise,
  inputInside,
  listText,
  memo,
  modalityText,
  pointsCompact,
  pointsShort,
  pointsSign,
  shortDateText,
  signedText,
} from "../wording/index.ts";
import { type Block, bold, cell, heading, type Inline, italic, type Run, smallPrint, type Table } from "./document.ts";
import type { MemoContext } from "./memo-context.ts";
import { movesIn, stepText } from "./plan-steps.ts";
import { rankedUnknowns } from "./unknowns-section.ts";
import { changesToStep } from "./what-would-change.ts";

type Row = Table["rows"][number];

/** Steps named in the run behind the table; what is beyond is counted. */
const mostNamed = 15;
/** Items named in the first row however few rows there are. */
const fewestItems = 8;

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
  const gone = stateText(context.findings.dayTwo, moves);
  if (gone !== undefined) return cell(gone);
  if (context.best !== undefined) return worthInBest(context.index, context.best, moves, step.step === "if");
  return moves.flatMap((move): readonly Inline[] => {
    const finding = context.move(move);
    if (finding === undefined) return [];
    const text = pointsCompact(finding.worth);
    const luck = pointsSign(finding.worth) === "unclear" ? [bestPlanMessages.memo.worthWords.unclear] : [];
    const typed = Math.abs(finding.typed) >= 0.05 ? [memo.carriesTyped(signedText(finding.typed))] : [];
    const asIf = finding.asIf === undefined ? [] : [asIfShort(finding.asIf)];
    const worth = [text, ...luck, ...typed, ...asIf].join("; ");
    return cell(moves.length > 1 ? bestPlanMessages.memo.named(context.index.nameOf(move), worth) : worth);
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
  const worth = worthCell(context, step);
  return [
    cell(`${number}`),
    cell(...what, ...degree(given), ...marks),
    worth.length === 0 ? cell(memo.dash) : worth,
    cell((context.best === undefined ? changesToStep : changesInBest)(context, step, most).join(" ") || memo.dash),
  ];
}

/** The first recommendation: which agenda to propose, with the worth of the whole plan. */
function agendaRow(context: MemoContext, rows: number): Row {
  const { index, findings, references, best } = context;
  const overNone = best?.overNone ?? findings.plans.asWritten.overNone;
  const { head } = index.brief;
  // What has come out, or was struck, is no longer put to anybody.
  const decided = index.brief.agenda.filter((node) => isDecided(findings.dayTwo, node));
  const agenda = index.brief.agenda.filter((node) => !decided.includes(node));
  const place = head.forum ?? context.items[0]?.forum ?? "";
  const forum = index.forums.has(place) ? index.inProse(place) : memo.theTable;
  // each item keeps its own author's degree: one item's words are not put on the whole
  const here = agenda.filter((node) => elsewhere(node, head.forum) === undefined);
  const listed = [...here, ...agenda.filter((node) => !here.includes(node))];
  const named = listed.slice(0, Math.max(rows, fewestItems));
  const items = named.flatMap((node, at): readonly Run[] => {
    const other = elsewhere(node, head.forum);
    const before =
      other === undefined || !index.forums.has(other) ? "" : ` (${memo.beforeForum(index.inProse(other))})`;
    return [
      { text: `${at === 0 ? ": " : "; "}${index.numberOf(node.id)} ${index.nameOf(node.id)}${before}` },
      ...degree(node.modality === undefined ? {} : { modality: node.modality }),
      ...references.mark(node.path),
    ];
  });
  const unnamed = agenda.length - named.length;
  const turning = rankedUnknowns(context)[0];
  return [
    cell("1"),
    cell(
      bold(
        agenda.length === 0
          ? memo.nothingToPut
          : here.length === agenda.length || here.length === 0
            ? memo.putOnAgenda(memo.items(agenda.length), here.length === 0 ? memo.theTable : forum)
            : memo.putOnAgendas(memo.items(agenda.length), forum),
      ),
      ...degree(head.modality === undefined ? {} : { modality: head.modality }),
      ...items,
      ...(unnamed > 0 ? [{ text: `; ${memo.more(unnamed, "A")}` }] : []),
      ...(decided.length === 0
        ? []
        : [
            {
              text: `; ${memo.alreadyDecided(listText(decided.map(({ id }) => `${index.numberOf(id)} ${index.nameOf(id)}`)))}`,
            },
          ]),
    ),
    cell(context.plan.length === 0 ? memo.dash : memo.wholePlan(pointsCompact(overNone))),
    cell(turning === undefined ? memo.dash : memo.change.unknown(inputInside(index, turning.what))),
  ];
}

/** The forum before which all of an agenda's item is settled, where that is not the one of the brief. */
function elsewhere(node: AgendaNode, forum: Id | undefined): Id | undefined {
  if (forum === undefined) return undefined;
  const forums = new Set(issuesUnder(node).map((issue) => issue.inherited.forum ?? forum));
  const [only] = forums;
  return forums.size === 1 && only !== forum ? only : undefined;
}

const issuesUnder = (node: AgendaNode): readonly Issue[] =>
  node.type === "heading" ? node.items.flatMap(issuesUnder) : [node];

/** The steps that get no row, in one run: number, name, the author's degree, worth. */
function remaining(context: MemoContext, shown: number): readonly Block[] {
  const { index } = context;
  const left = context.plan.slice(shown);
  if (left.length === 0) return [];
  const named = left.slice(0, mostNamed).flatMap((step, at): readonly Run[] => {
    const move = step.step === "do" ? index.moves.get(step.move) : undefined;
    const worth = move === undefined ? undefined : shortWorth(context, move.id);
    const modality = step.modality ?? move?.modality;
    return [
      { text: `${at === 0 ? "" : "; "}${shown + at + 2} ` },
      move === undefined ? { text: capitalise(stepText(context, step)) } : bold(index.nameOf(move.id)),
      ...degree(modality === undefined ? {} : { modality }),
      ...(worth === undefined ? [] : [{ text: ` (${worth})` }]),
    ];
  });
  const unnamed = left.length - Math.min(mostNamed, left.length);
  const more = unnamed > 0 ? `; ${memo.more(unnamed, "B")}` : ".";
  return [smallPrint([{ text: memo.thenRecommended }, ...named, { text: more }])];
}

/** The worth alone: of a move that the best plan makes at several points, of the first. */
function shortWorth({ best, index, move: finding }: MemoContext, move: Id): string | undefined {
  const worth =
    best === undefined
      ? finding(move)?.worth
      : choicesOf(index.brief, best).find((choice) => choice.move === move)?.why.worth;
  return worth === undefined ? undefined : pointsShort(worth.value);
}

/** What is recommended, in order, each in the author's degree, with its worth and what would change it; from row `rows` on in one run. */
export function recommendationsSection(context: MemoContext, rows: number, changes: number): readonly Block[] {
  return [
    heading(2, memo.recommendations),
    ...standingParagraph(context.index, context.findings),
    ...recommendedSteps(context, rows, changes),
  ];
}

/** The table of them, without a heading. */
export function recommendedSteps(context: MemoContext, rows: number, changes: number): readonly Block[] {
  const shown = context.plan.slice(0, Math.max(0, rows - 1));
  const rowsShown = [agendaRow(context, rows), ...shown.map((step, at) => stepRow(context, step, at + 2, changes))];
  // only the author's own words are slanted there
  const hasWords = rowsShown.some((row) => row[1]?.some((line) => line.some((run) => run.italic === true)));
  const table: Table = {
    block: "table",
    columns: [
      { title: "", width: 0.04 },
      { title: hasWords ? memo.recommendationQuoting : memo.recommendation, width: 0.46 },
      { title: memo.worth, width: 0.22 },
      { title: memo.wouldChange, width: 0.28 },
    ],
    rows: rowsShown,
  };
  return [table, ...remaining(context, shown.length), smallPrint([{ text: memo.pointsNote }])];
}
