/** Slates: who is acceptable to enough, who is not and because of whom, and what would pay. */
export const slatesMessages = {
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
  refuser: "Refused by",
  refuses: "How often",
  alone: "Alone in the way",
  trades: "What would make it good to them",
  trade: (item: string, option: string, pays: string, worthIt: string, cost: string) =>
    `${item}, ${option}: does in ${pays} of these worlds, and is worth it to us in ${worthIt}; it costs us ${cost}`,
  noTrade: "Nothing of ours that we could give does often enough.",
  ourselves: "that is we ourselves",
  tradesNote:
    "A concession counts if it makes good to the party what the name costs it beyond its limit, costs us something, and would be taken by the others needed there. It is worth it to us if it costs less than the name brings. Whether they would believe the exchange is not asked.",
  coalitions: "The smallest coalitions that can settle and confirm it",
  coalition: "Coalition",
  any: "Some name",
  more: "There are more coalitions than are listed.",
  electedCaption: (title: string, worlds: string) =>
    `${title}: how ballots would fall, each voting for what it accepts (${worlds} worlds)`,
  seatsHeld: "Seats on average:",
  approval: "Approval",
  transferable: "Single transferable vote",
  elimination: "After vetoed names are struck",
  lots: (approval: string, transferable: string) =>
    `With so few voters ties are common: lots decide in ${approval} of the worlds by approval, in ${transferable} by the single transferable vote.`,
  compositionsCaption: (title: string, possible: string) => `${title}: whole compositions (${possible} are possible)`,
  composition: "Composition",
  noComposition: (share: string) => `In ${share} of the worlds no composition finds enough takers.`,
  none: "The quotas cannot be met with so many seats.",
  tooMany: (possible: number) => `There are more than ${possible} compositions: they are not looked at one by one.`,
  seat: (count: number, name: string) => `${count} ${name}`,
  line: {
    best: (name: string, share: string) => `Most often acceptable to enough: ${name} (${share})`,
    us: "we",
    veto: (name: string, party: string, share: string, ours: boolean) =>
      `${name}: ${party} ${ours ? "refuse" : "refuses"} in ${share} of the worlds.`,
    trade: (item: string, option: string, share: string) =>
      `What would pay: ${item}, ${option} (worth it to us too in ${share} of these).`,
  },
  terminal: {
    title: (issue: string, seats: number, worlds: number) =>
      `${issue} (${seats === 1 ? "one seat" : `${seats} seats`}; ${worlds} worlds)`,
    transferable: "STV",
    elimination: "Struck",
    composition: (seats: string, share: string) =>
      `The composition that enough would take most often: ${seats} (${share}).`,
  },
  page: {
    kind: "Slates",
    untitled: "Negotiation",
    foot: (version: string, seed: number) => `Demarche ${version}, engine slates, seed ${seed}.`,
  },
} as const;
