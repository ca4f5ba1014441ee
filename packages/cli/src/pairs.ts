/** `name=value,name=value` on the command line, where either may stand between quotation marks. */

export type Pairs = readonly (readonly [name: string, value: string])[];

/**
 * Reads pairs separated by commas. Between quotation marks, which open before a name or right behind its =, everything stands
 * for itself, but for "" which is one mark; without them a name goes up to the last =. What is wrong comes as a sentence.
 */
export function readPairs(text: string): Pairs | { readonly problem: string } {
  const pairs: (readonly [string, string])[] = [];
  for (let at = 0; at <= text.length; ) {
    const item = readItem(text, at);
    if ("problem" in item) return item;
    if (item.pair !== undefined) pairs.push(item.pair);
    at = item.end + 1;
  }
  return pairs;
}

type Item = { readonly end: number; readonly pair?: readonly [string, string] } | { readonly problem: string };

/** One pair, up to the comma that ends it; none where nothing stands there. */
function readItem(text: string, start: number): Item {
  const from = skipBlanks(text, start);
  if (text[from] === '"') {
    const name = readQuoted(text, from);
    if ("problem" in name) return name;
    const equals = skipBlanks(text, name.end);
    if (text[equals] !== "=") return { problem: `A = was expected behind "${name.text}".` };
    return readValue(text, name.text, equals + 1);
  }
  // A quotation mark right behind an = opens a value; a comma before that ends the pair.
  const opening = /=\s*"/g;
  opening.lastIndex = from;
  const quoted = opening.exec(text)?.index ?? text.length;
  const comma = text.indexOf(",", from);
  const end = comma < 0 ? text.length : comma;
  if (quoted < end) return readValue(text, text.slice(from, quoted).trim(), quoted + 1);
  const plain = text.slice(from, end);
  if (plain.trim() === "") return { end };
  const equals = plain.lastIndexOf("=");
  if (equals < 0) return { problem: `There is no = in "${plain.trim()}".` };
  return { end, pair: [plain.slice(0, equals).trim(), plain.slice(equals + 1).trim()] };
}

function readValue(text: string, name: string, start: number): Item {
  const from = skipBlanks(text, start);
  if (text[from] !== '"') {
    const comma = text.indexOf(",", from);
    const end = comma < 0 ? text.length : comma;
    return { end, pair: [name, text.slice(from, end).trim()] };
  }
  const value = readQuoted(text, from);
  if ("problem" in value) return value;
  const end = skipBlanks(text, value.end);
  if (end < text.length && text[end] !== ",") return { problem: `A comma was expected behind "${value.text}".` };
  return { end, pair: [name, value.text] };
}

/** Text between quotation marks, and the place behind them. */
function readQuoted(
  text: string,
  open: number,
): { readonly text: string; readonly end: number } | { readonly problem: string } {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at++;
    else return { text: text.slice(open + 1, at).replaceAll('""', '"'), end: at + 1 };
  }
  return { problem: `The quotation mark before ${text.slice(open + 1, open + 21)} is not closed.` };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === " ") at++;
  return at;
}
