/** Quotas: a number of votes, or a share of them. */
import { type Fraction, fraction } from "../fraction.ts";
import { exactly, roundUp } from "./whole-weights.ts";

export type Quota =
  | { readonly kind: "votes"; readonly votes: Fraction }
  | { readonly kind: "share"; readonly share: Fraction; readonly more: boolean; readonly text: string }
  | { readonly kind: "consensus" };

/** `12`, "majority", "2/3", "65%", "more than 1/2", "consensus"; undefined for anything else. */
export function readQuota(value: unknown): Quota | undefined {
  if (typeof value === "number") {
    const votes = exactly(value);
    return votes === undefined ? undefined : { kind: "votes", votes };
  }
  if (typeof value !== "string") return undefined;
  if (value === "consensus") return { kind: "consensus" };
  if (value === "majority") return { kind: "share", share: fraction(1n, 2n), more: true, text: "half" };
  const found = /^(more than )?(?:(\d{1,9})\/(\d{1,9})|(\d{1,3}(?:\.\d{1,9})?) ?%)$/.exec(value);
  if (found === null) return undefined;
  const [, more, over, under, percent] = found;
  if (percent !== undefined) {
    const { numerator, denominator } = exactly(Number(percent))!;
    return {
      kind: "share",
      share: fraction(numerator, denominator * 100n),
      more: more !== undefined,
      text: `${percent} %`,
    };
  }
  if (Number(under) === 0) return undefined;
  return {
    kind: "share",
    share: fraction(BigInt(over!), BigInt(under!)),
    more: more !== undefined,
    text: `${over}/${under}`,
  };
}

/** Least whole weight that reaches the quota, where `factor` of ours are a unit as written. */
export function threshold(quota: Exclude<Quota, { kind: "consensus" }>, total: bigint, factor: bigint): bigint {
  if (quota.kind === "votes") {
    return roundUp({ numerator: quota.votes.numerator * factor, denominator: quota.votes.denominator });
  }
  const { numerator, denominator } = quota.share;
  const share = { numerator: numerator * total, denominator };
  return quota.more ? (numerator * total) / denominator + 1n : roundUp(share);
}
