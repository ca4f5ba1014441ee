/**
 * The words that all papers share, in British English. Another language is another object of this shape.
 * Texts that belong to one paper only stand beside this file (`messages-memo.ts`).
 */
export const messages = {
  and: "and",
  or: "or",
  /** Words that lose their capital inside a sentence; any other first word may be a name and keeps it. */
  lowered: [
    "The",
    "A",
    "An",
    "It",
    "They",
    "We",
    "Our",
    "Their",
    "Its",
    "No",
    "There",
    "This",
    "That",
    "Some",
    "Any",
    "How",
    "What",
    "Whether",
    "When",
    "Where",
    "Who",
    "With",
    "Without",
    "Once",
    "If",
    "On",
    "In",
    "At",
    "For",
    "By",
    "To",
    "Not",
    "Each",
  ],
  underStep: (step: string) => `under ${step}`,
  aboveStep: (step: string) => `above ${step}`,
  /** Parts of the engine's words for an input, by which its names are found. */
  input: {
    on: (issue: string) => ` on ${issue}`,
    valueOf: (option: string) => `value of ${option}`,
    worthOf: (link: string) => `what ${link} is worth to `,
    /** Things that stand without an owner before them. */
    things: /^(?:chance|cost|ideal|salience|influence|worth|place|share|value|carry-over)\b/u,
    ofOwner: (thing: string, owner: string, rest: string) => `${thing} of ${owner}${rest}`,
  },
  /** Names of parties and bodies that take an article in running text. */
  takesArticle:
    /^(United|Soviet|Netherlands|Philippines|European|African|World|Russian|Czech|Dominican|Conference|General|Security|Control|Commission|Preparatory|Council|Inter|Special|First|Second|.*\b(Union|Republic|Kingdom|States|Commission|Council|Conference|Assembly|Delegation|Government))\b/u,
  article: "the",

  about: (percent: string) => `about ${percent}`,
  between: (low: string, high: string) => `${low} to ${high}`,
  points: (count: string, one: boolean) => `${count} ${one ? "point" : "points"}`,

  unknown: "not known",
  likeliest: (range: string, mode: string) => `${range}, most likely ${mode}`,
  anywhere: (low: string, high: string) => `anywhere from ${low} to ${high}`,
  mixPart: (percent: string, option: string) => `${option} (${percent} %)`,

  months: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  fromOn: (date: string) => `from ${date}`,
  upTo: (date: string) => `by ${date}`,

  not: (text: string) => `it is not so that ${text}`,
  fact: {
    assumption: (statement: string) => statement,
    is: (issue: string, option: string, orBetter: boolean, negated: boolean) =>
      `${issue} ${negated ? "does not come out at" : "comes out at"} ${option}${orBetter ? " or better" : ""}`,
    admitted: (issue: string) => `${issue} is admitted`,
    settled: (issue: string) => `${issue} is settled`,
    refused: (issue: string) => `${issue} is refused`,
    accepts: (party: string, option: string, issue: string) => `${party} would accept ${option} on ${issue}`,
    signal: (move: string, signal: string, negated: boolean) =>
      `${move} ${negated ? "does not bring" : "brings"} the signal ${signal}`,
    done: (move: string) => `${move} is done`,
    worked: (move: string) => `${move} works`,
    failed: (move: string) => `${move} fails`,
    not: {
      admitted: (issue: string) => `${issue} is not admitted`,
      settled: (issue: string) => `${issue} is not settled`,
      refused: (issue: string) => `${issue} is not refused`,
      done: (move: string) => `${move} is not done`,
      worked: (move: string) => `${move} does not work`,
      failed: (move: string) => `${move} does not fail`,
    },
    brokeDown: (forum: string) => `${forum} breaks down`,
    before: (date: string) => `it is before ${date}`,
    after: (date: string) => `it is after ${date}`,
  },

  what: {
    ideal: "the ideal",
    salience: "the salience",
    influence: "the influence",
    "cost of disagreement": "the cost of disagreement",
  },
  allIssues: "all issues",
  effect: {
    shifted: (what: string, party: string, issue: string, by: string) => `${what} of ${party} on ${issue} ${by}`,
    set: (what: string, party: string, issue: string, to: string) => `${what} of ${party} on ${issue} becomes ${to}`,
    admission: (issue: string, change: string) => `the chance that ${issue} is admitted ${change}`,
    breakdown: (forum: string, change: string) => `the chance that ${forum} breaks down ${change}`,
    assumption: (statement: string, change: string) => `the chance that ${statement} ${change}`,
    move: (move: string, change: string) => `the chance that ${move} works ${change}`,
    becomes: (to: string) => `becomes ${to}`,
    rises: (by: string) => `rises by ${by}`,
    falls: (by: string) => `falls by ${by}`,
    changes: (by: string) => `changes by ${by}`,
    percentagePoints: (by: string) => `${by} percentage points`,
  },

  judgement: "judgement",
  hindsight: "judged after the event",
  unsourced: (kind: string) => `no source given: counted as ${kind}`,
  passage: (source: string, label: string) => `${source}, § ${label}`,
  grade: (grade: string) => `graded ${grade}`,
  missing: "known of, not at hand",
  dated: (date: string) => `of ${date}`,

  posture: { attack: "attack", defence: "defence" },
  instance: (issue: string, instance: string) => `${issue}: ${instance}`,
} as const;

export type Messages = typeof messages;
