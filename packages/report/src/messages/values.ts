/** What things are worth by difference, what to ask, and what the recommendation hangs on. */
export const valuesMessages = {
  heading: "What it is worth, and what it hangs on",
  intro: (plan: "best" | "written", worlds: string) =>
    `Each thing is taken away and the same ${worlds} worlds are looked at again. First the ${plan === "best" ? "best plan" : "plan as written"} stays as it is; for the largest the plan is then made anew, both ways. Values are points, hundredths of our whole agenda, with nine chances in ten of the interval; those of plans made anew may miss by the gap. An estimate may be below nought by noise.`,
  changes: {
    title: "Secrecy, links, forums and consents",
    caption: "Points with each of them less points without it",
    picture: "What each thing is worth: the plan with it less the plan without it",
    axis: "points (bar), with 90 % interval (line)",
    what: "With it less without it",
    screened: "Same plan",
    resolved: "Plan made anew",
    gap: "Gap",
    otherwise: "Without it we would",
    make: (moves: string) => `make ${moves}`,
    leave: (moves: string) => `leave out ${moves}`,
    join: " and ",
    names: {
      concealment: (name: string) => `Hiding how much we care about ${name}`,
      showing: (name: string) => `What ‘${name}’ lets others see`,
      bundle: (name: string) => `‘${name}’ settled together`,
      offer: (name: string) => `The offer ‘${name}’`,
      forum: (name: string) => `${name} meeting`,
      consent: (name: string) => `The consent of ${name}, if it were given`,
    },
    rather: (name: string, other: string) => `${name} rather than ${other} in its place`,
    none: "Nothing is hidden, bundled or offered, and no forum or consent can be taken away.",
  },
  moves: {
    title: "What our moves tell us",
    caption: "Points that what a move tells brings, the plan made anew each time",
    move: "Move",
    free: "Known at once, free and unseen",
    heard: "Heard when made",
    net: "Move in all, net of cost and of what it shows",
    gap: "Gap",
  },
  questions: {
    title: "What to ask, and whom",
    caption: (told: number, all: number) =>
      `${
        told === 0
          ? `Of ${all} ${all === 1 ? "answer" : "answers"} none is told from noise in so many questions`
          : `Of ${all} ${all === 1 ? "answer" : "answers"} ${told} ${told === 1 ? "is" : "are"} told from noise in so many questions (marked *)`
      }. An answer says whether a thing holds, or in which third of its range a number lies, before anything is done`,
    what: "Question",
    worth: "Worth an answer, points",
    who: "Who could know",
    by: "Told of by",
    party: (name: string, people: string) => (people === "" ? name : `${name} (${people})`),
    told: " *",
    everything: (worth: string) =>
      `Everything known beforehand, luck included, would be worth ${worth}: no questions can be worth more together.`,
    rest: (count: number) => `All ${count} questions`,
  },
  time: {
    title: "Time",
    caption: "Points lost by beginning later, and brought by waiting for what is heard",
    what: "What waiting costs and brings",
    same: "Same plan",
    anew: "Plan made anew",
    gap: "Gap",
    later: (forum: string, moves: number) =>
      `Cost of beginning only after ${forum} (${moves} ${moves === 1 ? "move" : "moves"} too late)`,
    waiting: "Deciding as we hear, over deciding everything at the start",
  },
  decisions: {
    title: "What would change the recommendation",
    caption:
      "Inputs told from noise, each moved over its own range (5 % to 95 %); what works or not, or holds or not, from surely not to surely, whatever chance the brief gives: a straight line through the worlds, and where it crosses nought with its 90 % interval",
    decision: "Decision",
    worth: "Worth, points",
    hangs: "Hangs on",
    best: "The best plan over the plan as written",
    choice: (move: string, instead: string) =>
      instead === "" ? `‘${move}’ over going without` : `‘${move}’ over ${instead}`,
    turns: (what: string, side: string) => `${what}: holds only ${side}`,
    above: (at: string, between: string) => `above ${at}${between}`,
    below: (at: string, between: string) => `below ${at}${between}`,
    between: (from: string, to: string) => ` (${from} to ${to})`,
    atMost: (to: string) => ` (at most ${to})`,
    atLeast: (from: string) => ` (at least ${from})`,
    stays: (what: string, from: string, to: string) => `${what}: no switch within its range (worth ${from} to ${to})`,
    staysEither: (what: string, ends: string) => `${what}: no switch either way (worth ${ends})`,
    nothing: "no input told from noise",
  },
  /** What works or not, or holds or not: looked at as sure either way, not over the chances that the brief gives. */
  either: {
    chanceOf: /^chance that /u,
    theChanceOf: /^the chance that /u,
    whether: "whether ",
    works: {
      ends: "fails – works",
      surely: (no: string, yes: string) => `${no} if it surely fails, ${yes} if it surely works`,
      low: "fails",
      high: "works",
    },
    holds: {
      ends: "does not hold – holds",
      surely: (no: string, yes: string) => `${no} if it surely does not hold, ${yes} if it surely holds`,
      low: "does not hold",
      high: "holds",
    },
  },
  tornado: {
    title: "What moves our value",
    caption:
      "Our value in points, with each input in its lower and its upper third; of what works or not, or holds or not, where it does not and where it does",
    picture:
      "Our value with each input in its lower and its upper third; of what works or not, or holds or not, where it does not and where it does",
    input: "Input",
    range: "From – to (5 % – 95 %)",
    low: "Lower third",
    high: "Upper third",
    describe: (rows: string) => `${rows}.`,
    row: (what: string, low: string, high: string) => `${what}: ${low} to ${high}`,
  },
  drivers: {
    title: "Shares of the variance of our value",
    caption:
      "Sobol indices of our value under the plan, as shares of its variance: what is due to some inputs alone, and with all that they act together with",
    what: "Inputs",
    first: "Alone",
    total: "With others",
    groups: {
      positions: "All positions",
      costs: "All costs of disagreement",
      rules: "All rules and effects",
      admission: "Admission, breakdown and competence",
      model: "The method’s own unknowns",
      events: "Luck: what nobody can know",
    },
  },
  method: {
    title: "The method’s constants put otherwise",
    caption: "What would come out in points",
    what: "Constant",
    value: "Our value under the plan, points",
    over: "Best plan over the plan as written",
    set: (what: string, to: string) => `${what}: ${to}`,
  },
  memo: {
    heading: "What would turn this, and what to ask first",
    how: (worlds: string, either: boolean) =>
      `One input at a time, over its own range${either ? " (what works or holds, or not: from surely not to surely, whatever chance the brief gives)" : ""} and in a straight line through ${worlds} of the worlds; in brackets the 90 % interval.`,
    more: (count: number) => `${count} more in the report.`,
    whole: "The best plan over the plan as written",
    wholeTurns: (where: string) => `holds only where ${where}.`,
    wholeStays: (what: string, from: string, to: string) =>
      `no input alone turns it; it moves most with ${what}, over whose range it is worth ${from} to ${to}.`,
    wholeEither: (what: string, ends: string) => `no input alone turns it; it moves most with ${what}: ${ends}.`,
    wholeUnknown: "no input that it hangs on can be told from noise.",
    where: (what: string, side: string) => `${what} is ${side}`,
    and: ", and where ",
    only: (where: string, otherwise: string) => `pays only where ${where}; else ${otherwise}.`,
    worth: (points: string) => `, ${points}: `,
    next: ", then ",
    elseWithout: "go without it",
    steady: (count: number, others: boolean) =>
      `No input alone is known to turn ${others ? (count === 1 ? "the other choice" : `the other ${count} choices`) : count === 1 ? "the one choice" : `any of the ${count} choices`}.`,
    ask: "To ask before the talks:",
    askNothing: (count: number) =>
      `of ${count} ${count === 1 ? "question" : "questions"} tried, none has an answer that by itself is worth anything that can be told from luck.`,
    question: (what: string, worth: string, who: string) => `${what} is worth ${worth} to know beforehand${who}`,
    knows: (who: string) => `, and ${who} could know it`,
  },
  units: { percent: " %", points: " points", issue: "", number: "" },
} as const;
