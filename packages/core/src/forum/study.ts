/** A rule with everything that is found out about it. */
import type { CountLimits } from "./count/count-within.ts";
import type { CoalitionFindings, PersuasionFinding, RuleFindings, ScaleFindings } from "./findings.ts";
import { type Fraction, fraction, fractionText, fractionValue } from "./fraction.ts";
import type { Game } from "./game.ts";
import { powerIndices } from "./indices.ts";
import { blockAlone, type CoalitionList, minimalBlocking, minimalWinning } from "./minimal-coalitions.ts";
import { cheapestPersuasion } from "./persuade.ts";
import { chairsProposal, type Pivot, pivotsOf, winSet } from "./positions.ts";
import type { ForumResult } from "./problem.ts";
import { profileOf } from "./profile.ts";
import { exactly, toWhole } from "./read/whole-weights.ts";
import type { KnownOfMembers, Rule } from "./rule.ts";

export interface StudyOptions extends CountLimits {
  /** Most minimal coalitions listed of each kind (12). */
  readonly coalitions?: number;
}

export function studyRule(rule: Rule, options: StudyOptions = {}): ForumResult<RuleFindings> {
  const { game, members, voting, known } = rule;
  const profile = profileOf(game, options);
  if (profile === undefined) {
    const message = "The weights are too fine for so many members to be counted exactly.";
    const hint = "Round the weights: thousands instead of units, say.";
    return { ok: false, problems: [{ code: "forum-too-large", path: ["members"], message, hint }] };
  }
  const indices = powerIndices(profile);
  const names = voting.map((k) => members[k]!);
  const nothing = fraction(0n, 1n);
  const ofAll = (list: readonly Fraction[]): readonly Fraction[] =>
    members.map((_, k) => list[voting.indexOf(k)] ?? nothing);
  const [shapleyShubik, banzhaf] = [ofAll(indices.shapleyShubik), ofAll(indices.banzhaf)];
  const byName = (list: readonly Fraction[]) =>
    Object.fromEntries(members.map((member, k) => [member, fractionText(list[k]!)]));
  const importance = indices.decides.map(fractionValue);
  const most = options.coalitions ?? 12;
  const listed = ({ coalitions, complete }: CoalitionList): CoalitionFindings => ({
    coalitions: coalitions.map((coalition) => coalition.map((i) => names[i]!)),
    complete,
  });
  return {
    ok: true,
    value: {
      ...(rule.name === undefined ? {} : { name: rule.name }),
      ...(rule.source === undefined ? {} : { source: rule.source }),
      words: rule.words,
      members,
      shapleyShubik: byName(shapleyShubik),
      banzhaf: byName(banzhaf),
      winningCoalitions: String(indices.winningCoalitions),
      shares: members.map((member, k) => ({
        member,
        shapleyShubik: fractionValue(shapleyShubik[k]!),
        banzhaf: fractionValue(banzhaf[k]!),
      })),
      easeOfAdoption: fractionValue(fraction(indices.winningCoalitions, 1n << BigInt(game.size))),
      blockAlone: blockAlone(game).map((i) => names[i]!),
      powerless: members.filter((_, k) => banzhaf[k]!.numerator === 0n),
      minimalWinning: listed(minimalWinning(game, importance, most)),
      minimalBlocking: listed(minimalBlocking(game, importance, most)),
      ...(known.positions === undefined ? {} : { scale: onScale(game, names, known.positions, known) }),
      ...(known.costs === undefined ? {} : { persuasion: persuade(game, names, known.costs, known.inFavour ?? []) }),
    },
  };
}

/** `positions` and `names` by voting member. */
export function onScale(
  game: Game,
  names: readonly string[],
  positions: readonly number[],
  { otherwise, chair }: Pick<KnownOfMembers, "otherwise" | "chair">,
): ScaleFindings {
  const pivots = pivotsOf(game, positions);
  const named = ({ at, members }: Pivot) => ({ at, members: members.map((i) => names[i]!) });
  const stretches = otherwise === undefined ? undefined : winSet(pivots, otherwise);
  return {
    pivots: {
      ...(pivots.fromBelow === undefined ? {} : { fromBelow: named(pivots.fromBelow) }),
      ...(pivots.fromAbove === undefined ? {} : { fromAbove: named(pivots.fromAbove) }),
    },
    ...(stretches === undefined ? {} : { winSet: stretches }),
    ...(chair === undefined || stretches === undefined || otherwise === undefined
      ? {}
      : { chairProposes: { chair: chair.name, at: chairsProposal(stretches, otherwise, chair.at) } }),
  };
}

/** Costs are made whole first, so that sums compare exactly. */
function persuade(
  game: Game,
  names: readonly string[],
  costs: readonly (number | undefined)[],
  inFavour: readonly boolean[],
): PersuasionFinding {
  const asked = costs.map((cost) => exactly(cost ?? 0) ?? fraction(0n, 1n));
  const whole = toWhole(asked);
  const scaled = costs.map((cost, k) => (cost === undefined ? undefined : (whole?.weights[k] ?? cost)));
  const factor = whole === undefined ? 1 : Number(whole.factor);
  const found = cheapestPersuasion(
    game,
    scaled,
    names.map((_, k) => inFavour[k] === true),
  );
  if (found === undefined) return {};
  const { members, cost, cheapest, atLeast } = found;
  return {
    members: members.map((i) => names[i]!),
    cost: cost / factor,
    cheapest,
    ...(cheapest ? {} : { atLeast: atLeast / factor }),
  };
}
