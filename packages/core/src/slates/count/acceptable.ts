/** Consensus by elimination: names that somebody needed does not accept are struck; who is left can be agreed. SPEC.md [E1]–[E3]. */
import { type Contest, canFill, canFillWith, openState, standing } from "./contest.ts";

/** `values[voter][name]`: how good each name is to each voter, on a scale that is the voter's own 0..100. */
export interface Elimination {
  /** Names left, the one whose worst-off voter is best off first. */
  readonly left: readonly number[];
  /** Who fills the seats from the top of that list, within the bounds; undefined where too few are left. */
  readonly elected: readonly number[] | undefined;
  readonly tied: boolean;
}

export function eliminateVetoed(
  contest: Contest,
  values: readonly (readonly number[])[],
  isStruck: (name: number) => boolean,
): Elimination {
  const state = openState(contest);
  for (let name = 0; name < contest.names; name++) if (isStruck(name)) state[name] = standing.out;
  const worst = (name: number): number => Math.min(...values.map((row) => row[name]!));
  const sum = (name: number): number => values.reduce((all, row) => all + row[name]!, 0);
  const compare = (a: number, b: number): number => worst(b) - worst(a) || sum(b) - sum(a);
  const left = Array.from(state.keys())
    .filter((name) => state[name] === standing.hopeful)
    .sort((a, b) => compare(a, b) || a - b);
  if (!canFill(contest, state)) return { left, elected: undefined, tied: false };
  const elected: number[] = [];
  for (const name of left) {
    if (elected.length === contest.seats) break;
    if (!canFillWith(contest, state, name, standing.elected)) continue;
    state[name] = standing.elected;
    elected.push(name);
  }
  const last = elected.at(-1)!;
  const tied = left.some((name) => !elected.includes(name) && compare(name, last) === 0);
  return { left, elected, tied };
}
