/**
 * Settings of the spatial model, after those of KTAB's Spatial Model of Politics (released source, MIT licence; Efird,
 * Lester & Wise 2016). The first of each list is the default.
 */
export interface SpatialSettings {
  /** How coalitions' strengths become chances of victory. */
  readonly victory?: "linear" | "square" | "quartic" | "octic" | "binary";
  /** How chances of each pair become a chance of each option. */
  readonly chances?: "conditional" | "markov uniform" | "markov incentive";
  /** An actor takes the likeliest option of its queue, or one by lot. */
  readonly transitions?: "deterministic" | "stochastic";
  /** Seed of the lots. */
  readonly seed?: number;
  /** How much of its weight an actor throws in, by how much it prefers. */
  readonly voting?: "proportional" | "binary" | "mixed binary" | "mixed cubic" | "cubic" | "asymmetric";
  /** How far an actor sees others' taste for risk, and not its own in them. */
  readonly riskSeen?: "one third" | "none" | "half" | "two thirds" | "full";
  /** Which part of −1..1 that taste is spread over. */
  readonly riskRange?: "mid" | "min" | "max";
  /** What third parties put at stake by taking sides. */
  readonly thirdParties?: "semi" | "none" | "full";
  /** How bargains weigh saliences (S) and chances (P). */
  readonly weighing?: "S2P2" | "S1P1" | "S2PMax";
  /** Whose version of a bargain is on offer: the initiator's, both, or one between them by power. */
  readonly bargain?: "initiator" | "both" | "by power";
  /**
   * Two defects of the released program, in the bargains `both` and `by power`, are kept only with this: the receiver's
   * version uses what the initiator expects, as the receiver sees it, where the initiator's chance of winning is meant, and powers are taken with the
   * initiator's capability on both sides.
   */
  readonly literal?: boolean;
  /** Exactly so many turns; absent: until less than 2 % of the first turn's movement is left, or 100. */
  readonly turns?: number;
}
export type FullSettings = Required<Omit<SpatialSettings, "turns">>;

export function withDefaults(settings: SpatialSettings): FullSettings {
  return {
    victory: settings.victory ?? "linear",
    chances: settings.chances ?? "conditional",
    transitions: settings.transitions ?? "deterministic",
    seed: settings.seed ?? 1,
    voting: settings.voting ?? "proportional",
    riskSeen: settings.riskSeen ?? "one third",
    riskRange: settings.riskRange ?? "mid",
    thirdParties: settings.thirdParties ?? "semi",
    weighing: settings.weighing ?? "S2P2",
    bargain: settings.bargain ?? "initiator",
    literal: settings.literal ?? false,
  };
}
