/** What became of the offers and bundles. */
import type { Model } from "../model/model.ts";
import type { BundleFinding, OfferFinding } from "../run/findings.ts";
import type { Merged } from "./merged.ts";
import { differenceWithInterval } from "./value-range.ts";
import type { Variant } from "./variants.ts";

export function offerFindings(model: Model, merged: Merged, variants: readonly Variant[]): OfferFinding[] {
  const stride = 5 + model.parties.length;
  return model.offers.flatMap((offer, k) => {
    const v = variants.findIndex((variant) => variant.kind === "offerOff" && variant.index === k);
    if (v < 0) return [];
    const at = (field: number) => merged.offers[k * stride + field]!;
    const answered = at(1);
    const declines: Record<string, number> = {};
    model.parties.forEach((party, p) => {
      if (at(5 + p) > 0) declines[party.id] = at(5 + p) / merged.worlds;
    });
    return [
      {
        link: offer.id,
        made: at(0) / merged.worlds,
        accepted: at(2) / merged.worlds,
        worth: differenceWithInterval(merged.values[0]!, merged.values[v]!),
        declines,
        premium: answered > 0 ? { shown: at(3) / answered, open: at(4) / answered } : { shown: 0, open: 0 },
      },
    ];
  });
}

export function bundleFindings(model: Model, merged: Merged): BundleFinding[] {
  return model.bundles.map((bundle, b) => ({ link: bundle.id, settled: merged.bundles[b]! / merged.worlds }));
}
