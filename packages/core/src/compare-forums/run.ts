/** Rolls the plan as written out with each issue before each forum that could take it, all in the same worlds. */
import type { Roll } from "../plan/roll.ts";
import type { Candidate } from "./candidates.ts";
import type { Comparing } from "./prepare.ts";
import { createForumTally, type ForumTally, tallyForum } from "./tally.ts";

/** One tally for each issue and forum, in the order of the questions. */
export class ForumRun {
  private readonly pairs: readonly Candidate[];
  private readonly accepts: Uint8Array;
  private readonly usual: readonly boolean[];
  private readonly roll: Roll;

  /** `roll` is of the same model. */
  constructor({ model, questions }: Comparing, roll: Roll) {
    this.roll = roll;
    this.pairs = questions.flatMap(({ forums }) => forums);
    this.usual = this.pairs.map(({ item, forum }) => {
      const { raisedBy, forum: own } = model.items[item]!;
      return raisedBy.length === 0 && own === forum;
    });
    this.accepts = new Uint8Array(Math.max(0, ...model.forums.map((forum) => forum.members.length)));
  }

  createTallies(worlds: number): ForumTally[] {
    return this.pairs.map(({ item }) => createForumTally(this.roll.model, item, worlds));
  }

  /** Counts the world in which the plan as written has just been rolled out; `world` is its place in the tallies. */
  count(world: number, tallies: readonly ForumTally[]): void {
    const { roll } = this;
    // Where the issue lies there anyway, that is what has been rolled out.
    for (const [k, pair] of this.pairs.entries())
      if (this.usual[k]) tallyForum(roll, pair, world, tallies[k]!, this.accepts);
    for (const [k, pair] of this.pairs.entries()) {
      if (this.usual[k]) continue;
      roll.run(roll.model.plan, { before: pair });
      tallyForum(roll, pair, world, tallies[k]!, this.accepts);
    }
  }
}
