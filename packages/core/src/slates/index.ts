/** Slates: persons or seats, with rankings, vetoes and quotas. Rules: SPEC.md. */
export type * from "./findings.ts";
export { readSlate, type Slate, type SlateReading } from "./read/read-slate.ts";
export { type BallotFindings, type RoundFinding, studyBallots } from "./study-ballots.ts";
