/** Forums and votes: who can adopt, who can stop, and for how much each counts. Rules: SPEC.md. */
export type * from "./findings.ts";
export { type Fraction, fractionText, fractionValue } from "./fraction.ts";
export { gameOfRule } from "./from-brief/game-of-rule.ts";
export { type ForumStudy, studyForums } from "./from-brief/study-forums.ts";
export { type CompoundGame, compound, type Game, onePerson, type Requirement, type VotesGame, wins } from "./game.ts";
export { type PowerIndices, powerIndices } from "./indices.ts";
export { blockAlone, type CoalitionList, minimalBlocking, minimalWinning } from "./minimal-coalitions.ts";
export { cheapestPersuasion, type Persuasion } from "./persuade.ts";
export { chairsProposal, type Pivots, pivotsOf, type Stretch, winSet } from "./positions.ts";
export type { ForumProblem, ForumProblemCode, ForumResult, RulePath } from "./problem.ts";
export { type Profile, profileOf } from "./profile.ts";
export { type RuleReading, readRule, ruleDiagnostic } from "./read/read-rule.ts";
export type { KnownOfMembers, Rule } from "./rule.ts";
export { type StudyOptions, studyRule } from "./study.ts";
