export const worldMessages = {
  always: "always",
  never: "never",
  all: "all worlds",
  none: "no world",
  share: (share: string) => `${share} of the worlds`,
} as const;
