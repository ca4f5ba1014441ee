/** Who would rather take a settlement than leave it. */
export const stabilityMessages = {
  intro:
    "A settlement that somebody needed would rather leave does not hold. Each of our heaviest items is read here as a conflict in the Graph Model: every needed member controls what it holds out for, and compares each settlement with what no agreement leaves it. ‘demarche conflict’ shows moves, sanctions and ways for any item.",
  caption: (item: string, members: string, forum: string) =>
    `${item}: share of the worlds in which ${members} would rather take each settlement than have none, before ${forum}.`,
  settlement: "Settlement",
  enough: "Enough of them",
  best: (option: string, share: string, against: string | undefined) =>
    `‘${option}’ finds enough takers most often (${share} of the worlds).${
      against === undefined ? "" : ` At the middle of what is known, ${against} would rather have none.`
    }`,
} as const;
