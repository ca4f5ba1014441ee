/** Head of the report and the findings that matter. */
export const summaryMessages = {
  paper: "Analysed plan",
  untitled: "Plan for a negotiation",
  to: "To",
  from: "From",
  date: "As of",
  copy: "Copy No.",
  for: "For",
  us: "On behalf of",
  skip: "Skip to the text",
  noPlan: "No move is planned yet: this paper says what comes of tabling the items alone.",
  finding: {
    weight: (item: string) => `On ${item}, which weighs most with us, we get our ask or better with a chance of`,
    weightOfOpen: (item: string) =>
      `On ${item}, which of all that is still open weighs most with us, we get our ask or better with a chance of`,
    weightNext: (item: string) => `On ${item}, which weighs next with us, that chance is`,
    weightWhy: (reason: string, share: string) =>
      `Where nothing comes of it, it is most often because ${reason} (${share} of the worlds).`,
    weightOpen: (share: string) => `The chance that it comes out on a rung of our ladder or better is ${share}.`,
    best: (move: string, points: string, verdict: string) =>
      `Of our moves, ‘${move}’ is worth most: ${points}; ${verdict}.`,
    harm: (move: string, points: string, verdict: string) => `‘${move}’ is worth ${points}; ${verdict}.`,
    verdicts: {
      for: "clearly in its favour",
      against: "clearly against it",
      unclear: "no clear difference either way",
      nothing: "next to nothing",
    },
    plan: (points: string, verdict: string) => `The plan as written is worth ${points} against no plan; ${verdict}.`,
    planVerdicts: {
      for: "clearly better than none",
      against: "clearly worse than none",
      unclear: "no clear difference either way",
      nothing: "next to nothing",
    },
    conditional: (condition: string, option: string, issue: string, ifNot: string, ifSo: string, words: string) =>
      `If ${condition}, the chance of ${option} or better on ${issue} is ${ifSo} instead of ${ifNot} (${words}). The rule behind this is an input.`,
    conditionalWords: (ifNot: string, ifSo: string) => (ifNot === ifSo ? `both ${ifSo}` : `from ${ifNot} to ${ifSo}`),
    typed: (points: string) => `Of this, ${points} stands in the brief as an input.`,
    link: "How it is computed",
  },
} as const;
