/** Why the models differ on an issue: who moves, who is threatened, which trades touch it. Data; the words are the report's. */
import type { ChallengeResult } from "../challenge/challenge.ts";
import type { ExchangeResult } from "../exchange/exchange.ts";
import type { ForecastTable, TableIssue } from "../forecast-table.ts";

export interface Reasons {
  /** Those whom the challenge model moves, the furthest first: from where, to where in the end, and towards whom last. */
  readonly moved: readonly {
    readonly actor: string;
    readonly from: number;
    readonly to: number;
    readonly towards: string;
  }[];
  /** Pairs in which one would have to give way fully at once. */
  readonly compelled: readonly { readonly actor: string; readonly by: string }[];
  /** Trades on this issue, the best first: who moves here, what it gets elsewhere. */
  readonly trades: readonly {
    readonly mover: string;
    readonly partner: string;
    readonly from: number;
    readonly to: number;
    readonly inTurnOn: string;
    readonly gain: number;
  }[];
}

export function reasonsFor(
  table: ForecastTable,
  index: number,
  challenge: ChallengeResult,
  exchange: ExchangeResult | undefined,
): Reasons {
  const issue = table.issues[index]!;
  const name = (row: number) => table.actors[issue.rows[row]!.actor]!.id;
  return {
    moved: movedIn(issue, challenge, name),
    compelled: challenge.pairs.flatMap(({ from, to, quadrant }) =>
      quadrant === "is compelled" ? [{ actor: name(from), by: name(to) }] : [],
    ),
    trades: (exchange?.trades ?? []).flatMap(({ first, second, gain }) =>
      [
        { mover: first, partner: second },
        { mover: second, partner: first },
      ].flatMap(({ mover, partner }) =>
        mover.issue === index
          ? [
              {
                mover: table.actors[mover.actor]!.id,
                partner: table.actors[partner.actor]!.id,
                from: mover.from,
                to: mover.to,
                inTurnOn: table.issues[partner.issue]!.id,
                gain,
              },
            ]
          : [],
      ),
    ),
  };
}

function movedIn(issue: TableIssue, challenge: ChallengeResult, name: (row: number) => string): Reasons["moved"] {
  const last = challenge.rounds[challenge.rounds.length - 1]!.positions;
  return issue.rows
    .flatMap((row, i) => {
      const to = last[i]!;
      const move = challenge.moves.findLast((entry) => entry.actor === i);
      return move === undefined || to === row.position
        ? []
        : [{ actor: name(i), from: row.position, to, towards: name(move.towards) }];
    })
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
}
