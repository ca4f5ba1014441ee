import type { FullSettings } from "./settings.ts";
import { type Victory, type Vote, victoryBy, voteBy } from "./voting.ts";

/** The chance of each of some options from what each is worth to each voter (probabilistic Condorcet election). */
export class OptionChances {
  private readonly vote: Vote;
  private readonly victory: Victory;
  private readonly model: FullSettings["chances"];
  private readonly straight: boolean;
  /** Strength of those for a over b, and a's chance against b: entry a · options + b. */
  private strength = new Float64Array(0);
  private beats = new Float64Array(0);

  constructor(settings: Pick<FullSettings, "voting" | "victory" | "chances">) {
    this.vote = voteBy(settings.voting);
    this.victory = victoryBy(settings.victory);
    this.model = settings.chances;
    this.straight = settings.voting === "proportional";
  }

  /**
   * @param worth entry voter · options + option, within 0..1 (of about one unit)
   * @param out at least `options` long; the chances, summing to 1
   */
  fill(worth: Float64Array, weight: ArrayLike<number>, voters: number, options: number, out: Float64Array): void {
    this.room(options);
    this.addStrengths(worth, weight, voters, options);
    const { strength, beats, victory } = this;
    for (let a = 0; a < options; a++) {
      beats[a * options + a] = 0.5;
      for (let b = a + 1; b < options; b++) {
        const chance = victory(strength[a * options + b]!, strength[b * options + a]!);
        beats[a * options + b] = chance;
        beats[b * options + a] = 1 - chance;
      }
    }
    if (this.model === "conditional") this.conditional(options, out);
    else if (this.model === "markov uniform") this.markovUniform(options, out);
    else this.markovIncentive(options, out);
  }

  private room(options: number): void {
    if (this.strength.length >= options * options) return;
    this.strength = new Float64Array(options * options);
    this.beats = new Float64Array(options * options);
  }

  private addStrengths(worth: Float64Array, weight: ArrayLike<number>, voters: number, options: number): void {
    const { strength, vote, straight } = this;
    // A base strength, so that no coalition is empty.
    strength.fill(1e-8, 0, options * options);
    for (let k = 0; k < voters; k++) {
      const row = k * options;
      const w = weight[k]!;
      for (let a = 0; a < options; a++) {
        const worthA = worth[row + a]!;
        for (let b = 0; b < a; b++) {
          const by = worthA - worth[row + b]!;
          // Not every rule is symmetric: the vote for b over a is asked apart.
          const forA = straight ? w * by : vote(w, by);
          const forB = straight ? -forA : vote(w, -by);
          if (forA > 0) strength[a * options + b] = strength[a * options + b]! + forA;
          if (forB > 0) strength[b * options + a] = strength[b * options + a]! + forB;
        }
      }
    }
  }

  /** In proportion to the chance of beating all others in turn. */
  private conditional(options: number, out: Float64Array): void {
    let total = 0;
    for (let a = 0; a < options; a++) {
      let product = 1;
      for (let b = 0; b < options; b++) product *= this.beats[a * options + b]!;
      out[a] = product;
      total += product;
    }
    for (let a = 0; a < options; a++) out[a] = out[a]! / total;
  }

  /** The standing option is challenged by each alike, until nothing changes. */
  private markovUniform(options: number, out: Float64Array): void {
    out.fill(1 / options, 0, options);
    const next = new Float64Array(options);
    for (let change = 1; change > 1e-6; ) {
      change = 0;
      for (let a = 0; a < options; a++) {
        let q = 0;
        for (let b = 0; b < options; b++) q += (this.beats[a * options + b]! * (out[a]! + out[b]!)) / options;
        next[a] = q;
      }
      for (let a = 0; a < options; a++) {
        change = Math.max(change, Math.abs(next[a]! - out[a]!));
        out[a] = (out[a]! + next[a]!) / 2;
      }
    }
  }

  /** Each option is challenged by those with most to win from it. */
  private markovIncentive(options: number, out: Float64Array): void {
    const { strength, beats } = this;
    const challenge = new Float64Array(options * options);
    for (let b = 0; b < options; b++) {
      let total = 0;
      for (let a = 0; a < options; a++) {
        const at = a * options + b;
        challenge[at] = a === b ? 1e-8 * 0.5 + 1e-10 : strength[at]! * beats[at]!;
        total += challenge[at]!;
      }
      for (let a = 0; a < options; a++) challenge[a * options + b] = challenge[a * options + b]! / total;
    }
    out.fill(1 / options, 0, options);
    const next = new Float64Array(options);
    for (let change = 1; change > 1e-8; ) {
      change = 0;
      for (let a = 0; a < options; a++) {
        let q = 0;
        for (let b = 0; b < options; b++) {
          const meet = out[a]! * challenge[b * options + a]! + out[b]! * challenge[a * options + b]!;
          q += beats[a * options + b]! * meet;
        }
        next[a] = q;
      }
      for (let a = 0; a < options; a++) {
        change = Math.max(change, Math.abs(next[a]! - out[a]!));
        out[a] = (out[a]! + next[a]!) / 2;
      }
    }
  }
}
