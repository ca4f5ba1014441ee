/** The two streams and what they can show. Nothing else in this package writes to them. */
export interface Terminal {
  /** To standard output, for programs: to the letter. */
  readonly data: (text: string) => void;
  /** To standard output, for people: a line, harmless whatever stands in it. */
  readonly print: (line: string, emphasis?: "strong" | "faint") => void;
  /** To standard error: a message, harmless whatever stands in it. */
  readonly tell: (message: string) => void;
  /** Draws over the last line of standard error; absent where nobody watches. */
  readonly redraw?: (line: string) => void;
  /** Columns of a line of standard output, 60..100. */
  readonly columns: number;
  /** Lines that fit on one screen, 24..30. */
  readonly rows: number;
  /** Whether block characters and typographic marks can be shown; plain ASCII otherwise. */
  readonly unicode: boolean;
}

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  write(text: string): unknown;
}
type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the locale's characters are UTF-8; on Windows and macOS, where it often says nothing, they are taken to be. */
export function showsUnicode(environment: Environment, platform: string): boolean {
  const locale = environment["LC_ALL"] || environment["LC_CTYPE"] || environment["LANG"] || "";
  return /utf-?8/i.test(locale) || (locale === "" && (platform === "win32" || platform === "darwin"));
}

/** Follows no-color.org: NO_COLOR, set to anything but nothing, turns colour off. */
export function showsColour(environment: Environment, out: Pick<Stream, "isTTY">): boolean {
  return out.isTTY === true && !environment["NO_COLOR"] && environment["TERM"] !== "dumb";
}

function within(value: number | undefined, least: number, most: number): number {
  return Math.min(most, Math.max(least, value ?? 0));
}

const plainMarks: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "−": "-",
  "…": "...",
  "·": ".",
  "\u00a0": " ",
  "\u202f": " ",
};

/** Typographic marks in ASCII; letters of names stay as they are. */
export function inPlainMarks(text: string): string {
  return text.replace(/[‘’“”–—−…·\u00a0\u202f]/g, (mark) => plainMarks[mark] ?? mark);
}

/**
 * Text that cannot steer a terminal: names in a brief, and of files, may come from anybody. Controls (but line ends and
 * tabs) and directional overrides become U+FFFD.
 */
export function withoutControls(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}

const emphases = { strong: "\u001b[1m", faint: "\u001b[2m" } as const;
const plainAgain = "\u001b[0m";

export function openTerminal(out: Stream, error: Stream, environment: Environment, platform: string): Terminal {
  const unicode = showsUnicode(environment, platform);
  const colour = showsColour(environment, out);
  const shown = (text: string) => {
    const harmless = withoutControls(text);
    return unicode ? harmless : inPlainMarks(harmless);
  };
  const watched = error.isTTY === true && environment["TERM"] !== "dumb";
  return {
    data: (text) => out.write(text),
    print: (line, emphasis) => {
      const text = shown(line);
      out.write(emphasis !== undefined && colour ? `${emphases[emphasis]}${text}${plainAgain}\n` : `${text}\n`);
    },
    tell: (message) => error.write(`${shown(message)}\n`),
    ...(watched ? { redraw: (line: string) => error.write(`\r${shown(line)}\u001b[K`) } : {}),
    columns: within(out.columns ?? 80, 60, 100),
    rows: within(out.rows ?? 24, 24, 30),
    unicode,
  };
}
