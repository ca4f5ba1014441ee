import type { ChallengeWork } from "./work.ts";

/**
 * Turns each actor's security (what its adversaries together expect of challenging it) into its exponent of risk:
 * Rk = (2 Sec − max − min) / (max − min) within −1..1, r = (1 − Rk/3) / (1 + Rk/3) within 0.5..2; 1 for all where all
 * are equally secure. Source: Scholz, Calbert & Smith 2011, eq. 32–34.
 */
export function setRisk({ n, security, risk }: ChallengeWork): void {
  let most = Number.NEGATIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    const s = security[i]!;
    if (s > most) most = s;
    if (s < least) least = s;
  }
  const width = most - least;
  for (let i = 0; i < n; i++) {
    const third = width > 0 ? (2 * security[i]! - most - least) / width / 3 : 0;
    risk[i] = (1 - third) / (1 + third);
  }
}
