import type { SpatialSettings } from "../forecast/spatial/settings.ts";
import type { Notes } from "./notes.ts";

type Known = Readonly<Record<string, Partial<SpatialSettings>>>;
/** KTAB's words for its settings, and ours. */
const words: Readonly<Record<string, Known>> = {
  VictoryProbModel: {
    Linear: { victory: "linear" },
    Square: { victory: "square" },
    Quartic: { victory: "quartic" },
    Octic: { victory: "octic" },
    Binary: { victory: "binary" },
  },
  PCEModel: {
    Conditional: { chances: "conditional" },
    MarkovUniform: { chances: "markov uniform" },
    MarkovIncentive: { chances: "markov incentive" },
  },
  StateTransitions: { Deterministic: { transitions: "deterministic" }, Stochastic: { transitions: "stochastic" } },
  VotingRule: {
    Prop: { voting: "proportional" },
    Proportional: { voting: "proportional" },
    Binary: { voting: "binary" },
    PropBin: { voting: "mixed binary" },
    PropCbc: { voting: "mixed cubic" },
    Cubic: { voting: "cubic" },
    ASymProsp: { voting: "asymmetric" },
  },
  BigRAdjust: {
    None: { riskSeen: "none" },
    NoRA: { riskSeen: "none" },
    OneThird: { riskSeen: "one third" },
    OneThirdRA: { riskSeen: "one third" },
    Half: { riskSeen: "half" },
    HalfRA: { riskSeen: "half" },
    TwoThirds: { riskSeen: "two thirds" },
    TwoThirdsRA: { riskSeen: "two thirds" },
    Full: { riskSeen: "full" },
    FullRA: { riskSeen: "full" },
  },
  BigRRange: { Min: { riskRange: "min" }, Mid: { riskRange: "mid" }, Max: { riskRange: "max" } },
  ThirdPartyCommit: {
    NoCommit: { thirdParties: "none" },
    SemiCommit: { thirdParties: "semi" },
    FullCommit: { thirdParties: "full" },
  },
  InterVecBrgn: { S1P1: { weighing: "S1P1" }, S2P2: { weighing: "S2P2" }, S2PMax: { weighing: "S2PMax" } },
  BargnModel: {
    InitOnlyInterp: { bargain: "initiator" },
    InitRcvrInterp: { bargain: "both" },
    PWCompInterp: { bargain: "by power" },
  },
};

export function settingsOf(
  elements: readonly { readonly name: string; readonly text: string; readonly line: number; readonly column: number }[],
  notes: Notes,
): SpatialSettings {
  let settings: SpatialSettings = {};
  for (const { name, text, line, column } of elements) {
    const known = words[name];
    const value = known?.[text];
    if (value !== undefined) settings = { ...settings, ...value };
    else if (known === undefined)
      notes.add(
        "unknown-setting",
        line,
        `The setting ${name} is not known and not used.`,
        `Known: ${Object.keys(words).join(", ")}.`,
        column,
        "warning",
      );
    else
      notes.add(
        "unknown-setting",
        line,
        `${name} cannot be '${text}'.`,
        `Expected ${Object.keys(known).join(", ")}.`,
        column,
      );
  }
  return settings;
}
