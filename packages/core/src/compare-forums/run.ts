/** Rolls the plan as written out with each issue before each forum that could take it, all in the same worlds. */
import { Roll } from "../plan/roll.ts";
import type { Candidate } from "./candidates.ts";
import type { Comparing } from "./prepare.ts";
import { createForumTally, type ForumTally, tallyForum } from "./tally.ts";

/** One tally for each issue and forum, in the order of the questions. */
export class ForumRun {
  private readonly pairs: readonly Candidate[];
  private readonly accepts: Uint8Array;
  private readonly roll: Roll;

  constructor({ model, questions }: Comparing, roll: Roll = new Roll(model)) {
    this.roll = roll;
    this.pairs = questions.flatMap(({ forums }) => forums);
    this.accepts = new Uint8Array(Math.max(0, ...model.forums.map((forum) => forum.members.length)));
  }

  createTallies(worlds: number): ForumTally[] {
    return this.pairs.map(({ item }) => createForumTally(this.roll.model, item, worlds));
  }

  /** Counts the world that the roll has taken up; `world` is its place in the tallies. */
  count(world: number, tallies: readonly ForumTally[]): void {
    const { plan } = this.roll.model;
    for (const [k, pair] of this.pairs.entries()) {
      this.roll.run(plan, { before: pair });
      tallyForum(this.roll, pair, world, tallies[k]!, this.accepts);
    }
  }
}
