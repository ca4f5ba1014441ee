/** Notes at the end of the report. */
export const noteMessages = {
  mark: (number: number) => `Note ${number}`,
  back: (number: number) => `Back to the text of note ${number}`,
  computed: "Computed:",
  unsourced: "No source is given in the brief; counted as a judgement",
  ungraded: "not graded",
} as const;
