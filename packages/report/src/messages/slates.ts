/** Slates: who is acceptable to enough, who is not and because of whom, and what would pay. */
export const slatesMessages = {
  card: "Persons and seats.",
  intro: (worlds: string) =>
    `Persons and seats, in ${worlds} worlds, with positions as the plan leaves them. A name is acceptable to a party if it is worth at least what no agreement leaves it, less what disagreement costs it. The chances of the plan itself settle a slate by which of its options prevails; whole compositions are looked at here only.`,
  concerned: (names: string, forums: string) => `All whose consent may matter (${forums}): ${names}.`,
  best: (name: string, share: string) => `Most often acceptable to enough: ${name}, in ${share} of the worlds.`,
  nobody: (share: string) => `In ${share} no name is.`,
  namesCaption: (title: string) => `${title}: who is acceptable, and to whom`,
  name: "Name",
  seats: "Seats",
  range: (least: number, most: number) => (least === most ? `${most}` : `${least}–${most}`),
  enough: "To enough",
  all: "To all",
  vetoesCaption: (title: string) => `${title}: because of whom not, and what would pay`,
  refuser: "Refused by, share of worlds",
  trades: "What would pay them for it",
  trade: (party: string, item: string, option: string, pays: string, worthIt: string, cost: string) =>
    `${party}: ${item}, ${option} (makes it good in ${pays} of these worlds, worth it to us in ${worthIt}; costs us ${cost})`,
  noTrade: "Nothing that we could give is worth it often enough.",
  refusal: (party: string, share: string) => `${party} ${share}`,
  refusalAlone: (party: string, share: string, alone: string) => `${party} ${share} (alone ${alone})`,
  rarer: "Refusals rarer than one world in twenty stand in the data.",
  tradesNote:
    "A concession counts if it makes good to the party what the name costs it beyond its limit, costs us something, and would be taken by the others needed there. It is worth it to us if it costs less than the name brings. Whether they would believe the exchange is not asked.",
  coalitions: "The smallest coalitions that can settle and confirm it",
  coalition: "Coalition",
  any: "Some name",
  more: "There are more coalitions than are listed.",
  electedCaption: (title: string, worlds: string) =>
    `${title}: how ballots would fall, each voting for what it accepts (${worlds} worlds). Where too few are left once vetoed names are struck, nobody is elected that way`,
  seatsHeld: "Seats on average:",
  approval: "Approval",
  transferable: "Single transferable vote",
  elimination: "After vetoed names are struck",
  lots: (approval: string, transferable: string) =>
    `With so few voters ties are common: lots decide in ${approval} of the worlds by approval, in ${transferable} by the single transferable vote.`,
  compositionsCaption: (title: string, possible: string) => `${title}: whole compositions (${possible} are possible)`,
  composition: "Composition",
  settled: "Comes out",
  heldCaption: (title: string) => `${title}: the seats that come out, where a composition does`,
  average: "On average",
  held: (count: number) => (count === 0 ? "None" : `${count}`),
  settledNote:
    "Of the compositions that enough would take the one comes out that is nearest to what the members want: each its own best, weighed by how much it cares and counts, and moved by a surprise as elsewhere.",
  noComposition: (share: string) => `In ${share} of the worlds no composition finds enough takers.`,
  none: "The quotas cannot be met with so many seats.",
  tooMany: (possible: number) => `There are more than ${possible} compositions: they are not looked at one by one.`,
  seat: (count: number, name: string) => `${name} ${count}`,
  line: {
    best: (name: string, share: string) => `Most often acceptable to enough: ${name} (${share})`,
    weRefuse: (share: string) => `we refuse in ${share} of the worlds`,
    refuses: (party: string, share: string) => `${party} refuses in ${share}`,
    veto: (name: string, who: string) => `${name}: ${who}.`,
    trade: (party: string, item: string, option: string, share: string) =>
      `What would pay ${party}: ${item}, ${option} (worth it to us in ${share} of these).`,
  },
  terminal: {
    title: (issue: string, seats: number, worlds: number) =>
      `${issue} (${seats === 1 ? "one seat" : `${seats} seats`}; ${worlds} worlds)`,
    transferable: "STV",
    elimination: "Struck",
    composition: (seats: string, share: string) =>
      `The composition that enough would take most often: ${seats} (${share}).`,
    held: (seats: string) => `Seats that come out, on average: ${seats}.`,
  },
  page: {
    kind: "Slates",
    untitled: "Negotiation",
    foot: (version: string, seed: number) => `Demarche ${version}, engine slates, seed ${seed}.`,
  },
} as const;
