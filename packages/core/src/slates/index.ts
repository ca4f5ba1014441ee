/** Slates: persons or seats, with rankings, vetoes and quotas. Rules: SPEC.md. */
export { type Elimination, eliminateVetoed } from "./count/acceptable.ts";
export { type ApprovalCount, countApprovals } from "./count/approval.ts";
export type { Ballot, Contest, Group } from "./count/contest.ts";
export { countTransferable, type Round, type TransferableCount } from "./count/single-transferable.ts";
export type * from "./findings.ts";
export { type Panel, panelOf } from "./panel.ts";
export { slateFinding } from "./slate-finding.ts";
export { addSlateTallies, SlateCounter, type SlateTally } from "./tally.ts";
