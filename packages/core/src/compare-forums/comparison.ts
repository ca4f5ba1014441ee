/** From the counts to the findings. */
import type { Brief } from "../brief/brief.ts";
import { type OneForum, studyForum } from "../forum/from-brief/study-forums.ts";
import type { Model } from "../model/model.ts";
import { why } from "../model/state.ts";
import { categoriesOf } from "../plan/categories.ts";
import { reasons } from "../plan/item-finding.ts";
import { shrink } from "../plan/shown-chance.ts";
import { sum } from "../plan/tally.ts";
import { differenceWithInterval } from "../plan/value-range.ts";
import { quantile } from "../worlds/index.ts";
import type { Candidate } from "./candidates.ts";
import { decidersOf } from "./deciders.ts";
import type { ForumChance, ForumComparison } from "./findings.ts";
import type { Comparing } from "./prepare.ts";
import { addForumTallies, type ForumTally, sums } from "./tally.ts";

/** `parts` hold one tally for each issue and forum, in the order of the worlds. */
export function comparisonsOf(
  brief: Brief,
  comparing: Comparing,
  parts: readonly (readonly ForumTally[])[],
): readonly ForumComparison[] {
  const { model, questions } = comparing;
  const tallies = parts[0]!.map((_, k) => addForumTallies(parts.map((part) => part[k]!)));
  const studies = new Map<number, OneForum>();
  const studyOf = (forum: number): OneForum => {
    const known = studies.get(forum) ?? studyForum(brief, model, forum);
    studies.set(forum, known);
    return known;
  };
  let at = 0;
  return questions.map(({ item, forums, leftOut }): ForumComparison => {
    const entry = model.items[item]!;
    const first = tallies[at]!;
    const found = forums.flatMap((candidate) => {
      const tally = tallies[at++]!;
      const studied = studyOf(candidate.forum);
      return studied.ok
        ? [chanceBefore(brief, model, candidate, studied, tally, { tally: first, forum: forums[0]!.forum })]
        : [];
    });
    return {
      issue: entry.id,
      title: entry.title,
      worlds: first.values.length,
      ask: entry.options[entry.ladder[0]!]!.id,
      forums: found,
      leftOut: [
        ...leftOut.map((forum) => ({ forum: model.forums[forum]!.id, why: "parties" as const })),
        ...forums.flatMap(({ forum }) =>
          studyOf(forum).ok ? [] : [{ forum: model.forums[forum]!.id, why: "rule" as const }],
        ),
      ],
    };
  });
}

function chanceBefore(
  brief: Brief,
  model: Model,
  candidate: Candidate,
  studied: Extract<OneForum, { ok: true }>,
  tally: ForumTally,
  first: { readonly tally: ForumTally; readonly forum: number },
): ForumChance {
  const { item, forum } = candidate;
  const entry = model.items[item]!;
  const n = tally.values.length;
  const cats = categoriesOf(entry);
  const counts = tally.item.categories;
  const share = (c: number) => counts[c]! / n;
  const shown = (p: number) => shrink(p, cats.rungs + 2, model.method.shrinkage);
  let nothing = 0;
  for (let c = cats.none; c < cats.count; c++) nothing += counts[c]!;
  nothing /= n;
  const given = brief.forums.find(({ id }) => id === model.forums[forum]!.id);
  const rungs = entry.ladder.slice(1).map((option, r) => ({ id: entry.options[option]!.id, raw: share(r + 1) }));
  const because = reasons(model, entry, tally.item, cats.none, n, shown(nothing), nothing);
  return {
    forum: model.forums[forum]!.id,
    why: candidate.why,
    ask: shown(share(0)),
    rungs: rungs.map(({ id, raw }) => ({ id, chance: shown(raw) })),
    worse: shown(share(cats.worse)),
    none: { chance: shown(nothing), because },
    unshrunk: { ask: share(0), rungs: rungs.map(({ raw }) => raw), worse: share(cats.worse), none: nothing },
    admitted: tally.item.sums[sum.admitted]! / n,
    deadlock: counts[cats.rungs + why.refused]! / n,
    againstUs: tally.sums[sums.againstUs]! / n,
    options: entry.options.map((option, o) => ({ id: option.id, chance: tally.item.options[o]! / n })),
    ...(tally === first.tally
      ? {}
      : {
          over: differenceWithInterval(tally.values, first.tally.values),
          shadow: differenceWithInterval(tally.elsewhere, first.tally.elsewhere),
          comes: model.order.indexOf(forum) < model.order.indexOf(first.forum) ? "earlier" : "later",
        }),
    competence: competenceOf(model, candidate),
    publicity: given?.publicity ?? "closed",
    rule: studied.rule.words,
    decides: decidersOf(brief, model, candidate, studied, tally),
  };
}

function competenceOf(model: Model, { item, forum }: Candidate): ForumChance["competence"] {
  const { competence } = model.forums[forum]!;
  if (competence === undefined) return { holds: true, needs: [] };
  const entry = competence.get(item);
  if (entry === undefined) return { holds: false, needs: [] };
  const { distribution } = model.inputs[entry.chance]!;
  const needs = entry.needs.map((party) => model.parties[party]!.id);
  if (distribution.kind === "exact" && distribution.value === 100) return { holds: true, needs };
  const at = (share: number) => quantile(distribution, share) / 100;
  return { holds: true, chance: { low: at(0.05), median: at(0.5), high: at(0.95) }, needs };
}
