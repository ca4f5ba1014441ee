/** The rules of a world, and which of them have to be asked (again). */
import type { Model } from "../model/model.ts";
import type { RolledWorld } from "./rolled-world.ts";

/**
 * A rule fires once, when its condition is asked and holds. A condition is a pure function of what it reads (`Asks`): one that
 * did not hold when last asked does not hold now unless something of that has changed since, so it is not asked again before.
 * Conditions on consents, on the day, or on assumptions whose chance an effect may change, are asked every time.
 */
export class RuleBook {
  private readonly world: RolledWorld;
  private readonly model: Model;
  /** By rule: 1 once it has fired. */
  readonly fired: Uint8Array;
  /** By rule: 1 where what it reads may have changed since it was asked. */
  private readonly stale: Uint8Array;
  private staleCount = 0;
  private readonly restless: Uint8Array;
  private readonly isRestless: boolean;
  private readonly every: readonly number[];
  private readonly onItem: readonly (readonly number[])[];
  private readonly onMove: readonly (readonly number[])[];
  private readonly onForum: readonly (readonly number[])[];

  constructor(world: RolledWorld) {
    const { model } = world;
    const { rules, items, moves, forums, effects } = model;
    const listed = (count: number, reads: (rule: number) => readonly number[]) =>
      Array.from({ length: count }, (_, k) => rules.flatMap((_rule, r) => (reads(r).includes(k) ? [r] : [])));
    const shifts = (assumption: number) => effects.some((e) => e.on === "assumption" && e.target === assumption);
    this.world = world;
    this.model = model;
    this.fired = new Uint8Array(rules.length);
    this.stale = new Uint8Array(rules.length);
    this.restless = Uint8Array.from(rules, ({ asks }) => (asks.consentOrDay || asks.assumptions.some(shifts) ? 1 : 0));
    this.isRestless = this.restless.includes(1);
    this.every = rules.map((_, r) => r);
    this.onItem = listed(items.length, (r) => rules[r]!.asks.items);
    this.onMove = listed(moves.length, (r) => rules[r]!.asks.moves);
    this.onForum = listed(forums.length, (r) => rules[r]!.asks.forums);
  }

  /** Before any move: nothing has fired, nothing has been asked. */
  clear(): void {
    this.fired.fill(0);
    this.stale.fill(1);
    this.staleCount = this.stale.length;
  }

  /** The item came out, or came out otherwise, or was admitted. */
  noteItem(item: number): void {
    this.note(this.onItem[item]!);
  }

  /** The move was made, or has given its signal. */
  noteMove(move: number): void {
    this.note(this.onMove[move]!);
  }

  /** The forum has met. */
  noteForum(forum: number): void {
    this.note(this.onForum[forum]!);
  }

  private note(rules: readonly number[]): void {
    for (let k = 0; k < rules.length; k++) {
      const r = rules[k]!;
      if (this.fired[r] === 1 || this.stale[r] === 1) continue;
      this.stale[r] = 1;
      this.staleCount++;
    }
  }

  /** Fires the rules whose conditions hold now. */
  fire(): void {
    if (this.staleCount > 0 || this.isRestless) this.ask(this.every);
  }

  /** Fires those that ask of the item. */
  fireOn(item: number): void {
    const rules = this.onItem[item]!;
    if (rules.length > 0) this.ask(rules);
  }

  private ask(which: readonly number[]): void {
    const { rules } = this.model;
    // A rule may make another's condition true; each fires once, so this ends.
    for (let again = true; again; ) {
      again = false;
      for (let k = 0; k < which.length; k++) {
        const r = which[k]!;
        if (this.fired[r] === 1) continue;
        if (this.stale[r] === 1) {
          this.stale[r] = 0;
          this.staleCount--;
        } else if (this.restless[r] === 0) continue;
        if (!rules[r]!.if(this.world)) continue;
        this.fired[r] = 1;
        const { effects } = rules[r]!;
        for (let e = 0; e < effects.length; e++) this.world.activate(effects[e]!);
        again = true;
      }
    }
  }
}
