/** Agreement spaces: which packages are worth anyone's time, exactly, at sizes where enumeration is hopeless. Rules: SPEC.md. */
export { type AgreementFinding, createAgreementEngine } from "./agreement-engine.ts";
export { type Analysis, type AnalysisSettings, analysePackages } from "./analyse.ts";
export { analyseItems, type BriefAnalysisSettings } from "./analyse-brief.ts";
export { compileSpace, type SpaceProblem } from "./compile.ts";
export { findDisagreement } from "./disagreement.ts";
export type { NamedPackage, PackageDomain, PackageIssue, PartyUtility, UtilityBox, UtilityTable } from "./domain.ts";
export { evaluateOptions } from "./evaluate.ts";
export type * from "./findings.ts";
export { type BriefSpace, spaceFromModel } from "./from-model.ts";
export { computeFrontier, type Frontier, type FrontierLimits, type NoFrontier, type Within } from "./frontier.ts";
export type { GeniusSemantics } from "./import/genius.ts";
export type { SourceText } from "./import/problems.ts";
export { type ReadDomain, readDomain } from "./import/read-domain.ts";
export { keepParties } from "./keep-parties.ts";
export { nameOptions, readOptions } from "./named-package.ts";
export { type AdjustedWinner, divideByAdjustedWinner } from "./offers/adjusted-winner.ts";
export { type BestOffers, findBestForParty } from "./offers/best-for-party.ts";
export {
  analyseCoalitions,
  type CoalitionFinding,
  listMinimalWinning,
  type SettlementRule,
} from "./offers/coalitions.ts";
export { type EquivalentOffersQuestion, findEquivalentOffers, findImprovements } from "./offers/efficient-offers.ts";
export { findNearestAcceptable, type NearestOffer } from "./offers/nearest-acceptable.ts";
export type { Offer } from "./offers/offer.ts";
export { findTrades, type Trade, type Trades } from "./offers/trades.ts";
export {
  computeWideGraphFrontier,
  openWideGraphFrontier,
  type WideGraphFrontier,
} from "./programming/wide-graph.ts";
export { type SearchedSolutions, searchSolutions } from "./search-solutions.ts";
export type { Certificate, Solution, Solutions } from "./solutions.ts";
export { type Space, toUnits } from "./space.ts";
export { countZone, type ZoneSettings, type ZoneSize } from "./zone.ts";
