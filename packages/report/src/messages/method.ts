/** Sources, method and limits. */
export const methodMessages = {
  sources: {
    caption:
      "Sources of the time, with grades: A to F for the source’s reliability, 1 to 6 for the credibility of what it says, rated apart; F and 6 mean that it cannot be judged",
    source: "Source",
    date: "Date",
    grade: "Grade",
    marks: "Version and marks",
    cited: "Cited for",
    kinds: { document: "document", talk: "talk", press: "press" },
    ungraded: "not graded (counts as F6)",
    missing: "Known of, not at hand",
    missingIntro:
      "The brief leans on these without having them; a reader who has them should check what is taken from them.",
    editorial: "The editorial layer, with its own date",
    editorialIntro: "Notes of later editors, and what became known only afterwards. They feed no figure of this paper.",
    editorialCaption: "Editorial sources",
    laterCaption: "Known only afterwards",
    later: "What",
    laterSource: "By",
    place: "Bears on",
    signed: (names: string) => `signed by ${names}`,
    reached: (date: string) => `reached us ${date}`,
    never: "never reached us",
    passages: (count: number, labels: string) => (count === 1 ? `§ ${labels}` : `§§ ${labels}`),
    none: "The brief names no source.",
    uncited: "not cited",
    whole: "as a whole",
    reliability: {
      A: "completely reliable",
      B: "usually reliable",
      C: "fairly reliable",
      D: "not usually reliable",
      E: "unreliable",
      F: "reliability cannot be judged",
    } as Readonly<Record<string, string>>,
    credibility: {
      "1": "confirmed",
      "2": "probably true",
      "3": "possibly true",
      "4": "doubtful",
      "5": "improbable",
      "6": "truth cannot be judged",
    } as Readonly<Record<string, string>>,
  },
  method: {
    inputsHeading: "What the figures rest on",
    inputs: (cited: string, judged: string, after: string, total: string) =>
      `Of the ${total} numbers that feed the run, ${cited} cite a source, ${judged} are judgements and ${after} were judged after the event.`,
    noTest: "Since some inputs were judged after the event, nothing in this paper is a test of skill.",
    howHeading: "How they are reached",
    how: (worlds: string, seed: string, model: string) =>
      `Every uncertain number and assumption is drawn ${worlds} times from keyed draws (seed ${seed}); in each such world the plan is rolled out move by move, and each forum settles what is before it by the outcome model ‘${model}’. Plans are compared on the same worlds.`,
    consent:
      "A party accepts what it values at no less than what happens otherwise, less its cost of disagreement; red lines are never crossed. Where a cost is not known, it is drawn from an exponential distribution.",
    shrink: (share: string) =>
      `Shown chances are shrunk: the computed chance with a weight of ${share}, and an even spread over the outcomes for the rest. This is a stated judgement until a back-test on conferences replaces it. Tables marked as computed give the figures before it.`,
    ranges:
      "A range gives the tenth and the ninetieth percentile of the chance over the group of inputs that moves it most; it tells how far the figure hangs on what is not known.",
    rounding:
      "Chances are printed to the nearest 5 %, and as 1–2 % or 98–99 % beyond 2.5 and 97.5; exact figures stand in plan.json.",
    limitsHeading: "Limits",
    residual:
      "The outcome model’s own error is drawn from published residuals. Its back-test (leave-one-out; coverage of the 50, 80 and 90 % intervals .496, .798 and .897) holds before acceptance only: it says nothing about whether the parties consent.",
    conditionals: "Conditionals follow from the rules in the brief, which are inputs. Typed payoffs are inputs too.",
    silence: "A party without a position on an item is treated as unknown there, not as indifferent.",
    notPriced: (count: number) =>
      count === 1
        ? "One matter is not priced and counts for nothing in the figures."
        : `${count} matters are not priced and count for nothing in the figures.`,
    defaultsHeading: "Defaults used",
    defaultsCaption: "What the brief does not say, and what was taken instead",
    what: "What",
    value: "Value taken",
    place: "Place in the brief",
    runHeading: "This run",
    run: {
      engine: "Engine",
      worlds: "Worlds",
      seed: "Seed",
      model: "Outcome model",
      hash: "Inputs (SHA-256)",
      version: "Version",
    },
    constants: {
      disagreementMean: "Mean of an unknown cost of disagreement, scale points",
      shrinkage: "Weight of the even spread in shown chances",
      carryOver: "Correlation of the model’s error from forum to forum",
      carePremium: "Care premium: rise of a counterpart’s price with what it believes we care about",
      gateShare: "Share of its cost of disagreement that keeping an item off already brings a party",
      fewestWorlds: "Fewest worlds for a branch or a conditional",
    },
    constantsCaption: "Constants of the method",
    allDefaults: (count: number) => `All ${count} defaults`,
    probabilityWords: (name: string) => `Words of probability follow ${name}.`,
    yardsticks: { icd203: "ICD 203", phia: "the PHIA yardstick" },
  },
} as const;
