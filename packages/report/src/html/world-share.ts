import { worldMessages } from "../messages/worlds.ts";
import { shareText } from "../wording/index.ts";

/** Closer to all or none than one world in a hundred thousand can tell. */
const hair = 1e-9;

/** A share of the worlds that states a fact of the plan, not a forecast: "always", "never", "60 %". */
export function oftenText(share: number): string {
  if (share >= 1 - hair) return worldMessages.always;
  if (share <= hair) return worldMessages.never;
  return shareText(share);
}

/** In a sentence: "all worlds", "no world", "60 % of the worlds". */
export function worldsText(share: number): string {
  if (share >= 1 - hair) return worldMessages.all;
  if (share <= hair) return worldMessages.none;
  return worldMessages.share(shareText(share));
}

/** A count with its thousands set apart: "10,000". */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/gu, ",");
}
