/** Points that the language allows and hardly anybody means: a cost that is a gain, a worth beyond all that is on the agenda. */
import type { Brief, Id, Move, Path, Quantity, Stated } from "../brief.ts";
import type { Desk } from "../desk.ts";
import { printNumber } from "../mini/number.ts";
import { boundsOf } from "../mini/spread.ts";
import { issuesOf } from "./asked-for.ts";

/** Points of a whole agenda. */
const wholeAgenda = 100;

/** Points as given: what they are of, for the inside of a sentence. */
interface Given {
  readonly what: string;
  readonly points: Stated<Quantity>;
}

export function checkPointsGiven(brief: Brief, desk: Desk): void {
  for (const { what, points } of pointsOf(brief)) {
    const bound = boundsOf(points.value).find((each) => Math.abs(each) > wholeAgenda);
    if (bound === undefined) continue;
    const span = desk.spanOf(points.path);
    if (span === undefined) continue;
    desk.report(
      "more-than-the-agenda",
      span,
      `${what} is put at ${printNumber(bound)} points, and the whole agenda is worth 100.`,
      "Points are hundredths of all that is on the agenda. If this is meant, it outweighs whatever is negotiated.",
      { path: points.path },
    );
  }
  for (const move of brief.moves) checkCost(move, desk);
}

function checkCost({ id, cost }: Move, desk: Desk): void {
  const least = cost === undefined ? 0 : (boundsOf(cost.value)[0] ?? 0);
  if (cost === undefined || least >= 0) return;
  desk.report(
    "cost-below-nought",
    desk.spanOf(cost.path)!,
    `The cost of \`${id}\` is put at ${printNumber(least)} points: a cost below nought is a gain.`,
    "Write a gain as `worth`; a cost stands without a sign.",
    { path: cost.path },
  );
}

function pointsOf({ moves, goals, links, agenda, othersWillTable }: Brief): readonly Given[] {
  const one = (what: string, points: Stated<Quantity> | undefined): readonly Given[] =>
    points === undefined ? [] : [{ what, points }];
  const each = (what: string, given: Readonly<Record<Id, Stated<Quantity>>> | undefined): readonly Given[] =>
    Object.entries(given ?? {}).map(([id, points]) => ({ what: `${what} (\`${id}\`)`, points }));
  return [
    ...moves.flatMap(({ id, cost, worth, audience }) => [
      ...one(`The cost of \`${id}\``, cost),
      ...one(`The worth of \`${id}\``, worth),
      ...each(`What \`${id}\` brings with an audience`, audience),
    ]),
    ...goals.flatMap(({ id, worth }) => one(`The worth of \`${id}\``, worth)),
    ...links.flatMap((link) =>
      link.kind === "depends"
        ? (link.table ?? []).flatMap(({ worth }) => each(`What \`${link.id}\` is worth`, worth))
        : [],
    ),
    ...onceEach(
      issuesOf([...agenda, ...othersWillTable]).flatMap(({ id, inherited, options }) => [
        ...each(`Having \`${id}\` discussed`, inherited.discussing),
        ...options.flatMap((option) => each(`What \`${option.id}\` brings with an audience`, option.audience)),
      ]),
    ),
  ];
}

/** What a heading or an issue with instances says holds for several items, and is told once. */
function onceEach(given: readonly Given[]): readonly Given[] {
  const told = new Set<Path>();
  return given.filter(({ points: { path } }) => !told.has(path) && told.add(path));
}
