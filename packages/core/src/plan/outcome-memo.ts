/**
 * Outcomes already worked out in this world. Plans meet the same worlds, and an item that no differing effect touches
 * comes out the same, so most settlements of the variants of a plan are looked up.
 */
import type { OutcomeModelName } from "../brief/brief.ts";
import type { Model } from "../model/model.ts";
import type { Outcome } from "../settle/settle-item.ts";

/** Above any set of acting effects as bits. */
const mostBits = 2147483648;
/** Outcomes kept for each item and world; what comes later is settled anew. */
const slots = 12;
const fields = 5;
const models: Record<OutcomeModelName, number> = { compromise: 0, median: 1, nash: 2, veto: 3 };

export class OutcomeMemo {
  private readonly count: Uint8Array;
  private readonly keys: Float64Array;
  private readonly outcomes: Int32Array;
  /** Key of the last lookup, so that what follows it can be kept. */
  private key = -1;

  constructor(model: Model) {
    this.count = new Uint8Array(model.items.length);
    this.keys = new Float64Array(model.items.length * slots);
    this.outcomes = new Int32Array(model.items.length * slots * fields);
  }

  reset(): void {
    this.count.fill(0);
  }

  /**
   * Fills `into` from what is known where the effects `acting` (bits by the item's effects; -1 cannot be kept) act; false
   * where nothing is.
   */
  recall(item: number, forum: number, outcomeModel: OutcomeModelName, acting: number, into: Outcome): boolean {
    this.key = acting < 0 ? -1 : (forum * 4 + models[outcomeModel]) * mostBits + acting;
    if (acting < 0) return false;
    const from = item * slots;
    for (let s = from; s < from + this.count[item]!; s++) {
      if (this.keys[s] !== this.key) continue;
      const at = s * fields;
      into.option = this.outcomes[at]!;
      into.ended = this.outcomes[at + 1]!;
      into.admitted = this.outcomes[at + 2]!;
      into.refusers = this.outcomes[at + 3]!;
      into.keepers = this.outcomes[at + 4]!;
      return true;
    }
    return false;
  }

  /** Keeps the outcome of the item last looked up. */
  remember(item: number, outcome: Outcome): void {
    const known = this.count[item]!;
    if (this.key < 0 || known === slots) return;
    const s = item * slots + known;
    this.count[item] = known + 1;
    this.keys[s] = this.key;
    const at = s * fields;
    this.outcomes[at] = outcome.option;
    this.outcomes[at + 1] = outcome.ended;
    this.outcomes[at + 2] = outcome.admitted;
    this.outcomes[at + 3] = outcome.refusers;
    this.outcomes[at + 4] = outcome.keepers;
  }
}
