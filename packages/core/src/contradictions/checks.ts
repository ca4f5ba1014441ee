/** Every check, in the order of docs/method/contradictions.md. */
import { afterDeadline } from "./after-deadline.ts";
import { attackAndAvoid } from "./attack-and-avoid.ts";
import type { Check } from "./check.ts";
import { concealedFromKnower } from "./concealed-from-knower.ts";
import { consentUnsought } from "./consent-unsought.ts";
import { courtedButLeftOut } from "./courted-but-left-out.ts";
import { excludedScope } from "./excluded-scope.ts";
import { expiredAssumption } from "./expired-assumption.ts";
import { forumEndsEarly } from "./forum-ends-early.ts";
import { goalWithoutItem } from "./goal-without-item.ts";
import { ladderOrder } from "./ladder-order.ts";
import { limitAndRelation } from "./limit-and-relation.ts";
import { membership } from "./membership.ts";
import { noCompetence } from "./no-competence.ts";
import { notAdmitted } from "./not-admitted.ts";
import { offerBelowBottomLine } from "./offer-below-bottom-line.ts";
import { pressAndCourt } from "./press-and-court.ts";
import { publicAndConcealed } from "./public-and-concealed.ts";
import { redLine } from "./red-line.ts";
import { rungAuthority } from "./rung-authority.ts";
import { unansweredItem } from "./unanswered-item.ts";
import { untoldTrigger } from "./untold-trigger.ts";
import { useAgainstFriends } from "./use-against-friends.ts";

export const CHECKS: readonly Check[] = [
  excludedScope,
  redLine,
  attackAndAvoid,
  pressAndCourt,
  limitAndRelation,
  useAgainstFriends,
  courtedButLeftOut,
  ladderOrder,
  untoldTrigger,
  expiredAssumption,
  membership,
  notAdmitted,
  noCompetence,
  afterDeadline,
  rungAuthority,
  publicAndConcealed,
  concealedFromKnower,
  unansweredItem,
  forumEndsEarly,
  consentUnsought,
  offerBelowBottomLine,
  goalWithoutItem,
];
