/** What the papers on forecasts say, in one place. */
import type { ModelName } from "@demarche/core/forecast";

export const modelWords: Readonly<
  Record<ModelName, { readonly name: string; readonly says: string; readonly source: string }>
> = {
  compromise: {
    name: "Compromise (weighted mean)",
    says: "where the weight of capability and salience lies; the default, and the best on the record",
    source: "Van den Bos 1991; Achen 2006",
  },
  median: { name: "Weighted median", says: "what no majority of weight would leave", source: "Black 1958" },
  challenge: {
    name: "Challenge (expected utility)",
    says: "who can press whom to move, round by round",
    source: "Bueno de Mesquita 1994; Scholz, Calbert & Smith 2011",
  },
  exchange: {
    name: "Position exchange",
    says: "which pairs gain by trading moves on two issues",
    source: "Stokman & Van Oosten 1994; rules of 2016",
  },
  spatial: {
    name: "Spatial (KTAB)",
    says: "bargains under the threat of coalitions, turn by turn",
    source: "Efird, Lester & Wise 2016",
  },
  nash: {
    name: "Nash bargaining",
    says: "the product of gains over a costly disagreement",
    source: "Nash 1950; Achen 2006",
  },
  "kalai-smorodinsky": {
    name: "Kalai–Smorodinsky",
    says: "equal shares of what each could get at most; capability does not count",
    source: "Kalai & Smorodinsky 1975",
  },
};

export const forecastWords = {
  compromiseRecord:
    "The distribution is the compromise mean with the errors it has made on 351 issues of European legislation (DEU III, doi:10.34810/data53): left out dossier by dossier, its 50, 80 and 90 % intervals held 50, 80 and 90 % of outcomes.",
  notTested:
    "Known before acceptance only: what acceptance limits, admission and vetoes add is not in these numbers and cannot be back-tested on that record.",
  neverAveraged: "The models are shown beside each other; they are not averaged.",
  single: "On one issue nothing can be traded: the exchange model gives the mean.",
} as const;
