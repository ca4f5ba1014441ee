/** What has been observed since, and what it changes. */
export const dayTwoMessages = {
  title: "What changed, and why",
  to: (before: string, after: string) => (before === after ? before : `${before} → ${after}`),
  none: "–",
  undated: "no date given",
  worlds: (kept: string, tried: string) =>
    kept === tried
      ? `The plan is worked out afresh from what has been observed, in ${kept} worlds.`
      : `The plan is worked out afresh in the ${kept} worlds, of ${tried} looked at, that came about as was observed.`,
  compared: {
    first: "It is compared with the plan before anything was observed.",
    since: (known: string) => `It is compared with the plan that knew the first ${known} of these observations.`,
  },
  held: "What has been observed stands in every plan that is compared: moves made stay made, what has come out stays as it came out.",
  observations: {
    caption: "What has been observed",
    day: "Learnt on",
    fact: "Observed",
    expected: "Expected before",
    taken: "What is made of it",
    kinds: {
      learnt: "worlds in which it did not come about are left out",
      "own luck": "its luck was its own: it tells nothing of anything else",
      "not learnt": "taken as so, but nothing is learnt from it",
      ours: "our own act: it tells nothing of anything else",
    },
    ours: "–",
  },
  notLearnt: (fact: string, held: string, surveyed: string) =>
    `Too few worlds had it that ${fact}: ${held} of ${surveyed} looked at, and too few with what else was observed. It is held to in every world, and nothing is learnt from it; the brief had taken what has happened for next to impossible.`,
  notTogether: (fact: string, held: string, surveyed: string) =>
    `By itself ${held} of ${surveyed} worlds looked at had it that ${fact}, but too few together with what else was observed. It is held to in every world, and nothing is learnt from it; the brief had taken it for next to impossible that both come about.`,
  over: (moves: string) =>
    `Not made, and no longer possible: ${moves}. If one was made all the same, record it as done.`,
  plans: {
    caption: "What the plans are worth, before and after",
    plan: "Plan",
    before: "Before",
    after: "After",
    names: { none: "No plan", asWritten: "The plan as written" },
    note: "A fall is what has been lost by what happened, not by the plan; what the plan adds is to be seen against no plan.",
  },
  items: {
    caption: "Items whose chances changed, the most changed first",
    item: "Item",
    ask: "Our ask or better",
    ladder: "Ask or a fallback",
    nothing: "Nothing",
    struck: "struck or settled, as observed",
    rest: (count: string) =>
      `${count} changed by less than three points in a hundred, or no more than which worlds were drawn can do.`,
    noneChanged:
      "No item's chances changed by three points in a hundred or more, and by more than which worlds were drawn can do.",
  },
  moves: {
    caption: "What each move is worth, before and after",
    move: "Move",
    before: "Before",
    after: "After",
    state: "Now",
    states: { made: "made", over: "no longer possible", open: "to be made" },
    drop: "now does harm",
    harm: "does harm",
    keep: "now worth making",
    gone: "–",
  },
  learnt: {
    caption: "What was learnt",
    what: "Of what",
    before: "Before",
    after: "After",
    nothing: "Nothing was learnt of what is not known: what was observed tells of itself alone.",
    unit: "Means over the worlds; positions in scale points, chances in per cent.",
    assumption: (statement: string) => `That ${statement}`,
    holds: (name: string) => `${name} holds`,
  },
  branches: {
    caption: "Branches of the plan",
    branch: "If",
    yes: "Taken",
    no: "Not taken",
    verdict: "Now",
    applies: "applies",
    fellAway: "fell away",
    open: "still open",
    unreached: "is not come to",
  },
  forecasts: {
    caption: "Forecasts that it resolves, or whose chance changed",
    forecast: "Forecast",
    chance: "Computed chance",
    verdict: "Now",
    verdicts: { true: "came true", false: "came out false", void: "void: its condition cannot hold any more" },
    open: "open",
    openButFalse: "open; false, if its condition comes to hold",
    openButTrue: "open; true, if its condition comes to hold",
  },
  memo: {
    heading: "What changed, and why",
    lead: (day: string | undefined) => `Observed since${day === undefined ? "" : `, the last on ${day}`}: `,
    worth: (before: string, after: string, over: string) =>
      `The plan as written was worth ${before} points and is now worth ${after}; against no plan, ${over}.`,
    learnt: (what: string) => `Learnt: ${what}.`,
    assumption: (statement: string) => `that ${statement}`,
    shift: (what: string, change: string) => `${what} (${change})`,
    drop: (moves: string) => `No longer worth making: ${moves}.`,
    over: (moves: string) => `No longer possible: ${moves}.`,
    resolved: (forecasts: string) => `Resolved: ${forecasts}.`,
    forecast: (statement: string, verdict: string) => `‘${statement}’ ${verdict}`,
    more: (count: string) => `${count} more in the report`,
  },
  finding: {
    worth: (day: string | undefined, before: string, after: string) =>
      `By what has been observed${day === undefined ? "" : ` up to ${day}`} the plan as written is worth ${after}, where it was worth ${before}.`,
    decided: (items: string) => `Decided: ${items}.`,
  },
  screen: {
    heading: (day: string | undefined) => `What changed${day === undefined ? "" : ` by ${day}`}, and why`,
    worth: (before: string, after: string) =>
      `The plan as written was worth ${before} points and is now worth ${after}.`,
    noPlan: (before: string, after: string) => `Without a plan: ${before}, now ${after}.`,
    item: (name: string, ask: string, ladder: string, nothing: string) =>
      `${name}: our ask ${ask}; ask or a fallback ${ladder}; nothing ${nothing}.`,
    best: {
      now: (moves: string) => `The best plan from here: ${moves}.`,
      nowNothing: "The best plan from here is to make no further move.",
      noneLeft: "No move is left that a plan could still make.",
      perhaps: (moves: string) => `under conditions, ${moves}`,
      before: (moves: string) => `Before, it was: ${moves}.`,
      beforeNothing: "Before, it was to make no move.",
      added: (moves: string) => `New in it: ${moves}.`,
      dropped: (moves: string) => `No longer in it: ${moves}.`,
      turned: (moves: string) => `Under a condition in the one and not in the other: ${moves}.`,
      stands: "What is still to be made of it stands.",
      standsNone: "That stands.",
      done: "Nothing of it is left to make.",
    },
    moreItems: (count: string) => `${count} more items changed: see the report.`,
  },
} as const;
