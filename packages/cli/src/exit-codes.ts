/** What the shell is told. Scripts rely on these. */
export const exitCodes = {
  done: 0,
  /** The brief (or data) has errors, or cannot be read. */
  inputErrors: 1,
  /** Wrong usage, or the papers cannot be written where they were asked for. */
  usage: 2,
  bug: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
