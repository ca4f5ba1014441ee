/** Words of the section on the agreement space. */
export const agreementMessages = {
  intro:
    "Every combination of options, one for each item, is a package. At the middle of every range in the brief, each member values a package by where its options stand and how much it cares, and accepts what is worth at least as much as no agreement less what disagreement costs it. This says what could be agreed, not what will be: the chances elsewhere in this paper take the forum’s rules and all that is uncertain into account.",
  whole: "All items together",
  bundle: (name: string) => `${name}, by itself`,
  of: (members: number, items: number) =>
    `${members} ${members === 1 ? "member" : "members"} with a known position, ${items} ${items === 1 ? "item" : "items"}.`,
  limited: "The plan looks at these spaces within limits that are counted; demarche packages goes on where they stop.",
  open: "left open",
} as const;
