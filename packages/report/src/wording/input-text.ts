/** The engine's words for an input, with the names of the brief set apart: "the terminal’s value of ‘Joint panel’ on ‘Shifts’". */
import type { BriefIndex } from "./brief-index.ts";
import { datesInText } from "./date-text.ts";
import { messages } from "./messages.ts";
import { quoted, typeset } from "./sentence.ts";

/** Inside a sentence; `what` as plan.json has it. */
export function inputText(index: BriefIndex, what: string): string {
  return ownerText(index, issueText(index, namedText(index, typeset(what))));
}

/** The same with the article that running text needs: "the chance that ‘Meet’ works". */
export function inputInside(index: BriefIndex, what: string): string {
  const text = inputText(index, what);
  return messages.input.things.test(text) ? `${messages.article} ${text}` : text;
}

/**
 * A message of the checks. What the brief gives no name of its own stands there by its id in words; papers give it a name:
 * "‘a quarter’" as "‘A quarter’". Dates are written as papers write them; what stands in quotation marks is the brief's.
 */
export function messageText(index: BriefIndex, text: string): string {
  const names = new Map<string, string>();
  const enter = (id: string, name: string) => names.set(quoted(id.replaceAll("-", " ")), quoted(name));
  for (const issue of index.issues.values())
    for (const { id, name } of issue.options) if (name === undefined) enter(id, index.optionName(issue.id, id));
  for (const { id, name } of [...index.issues.values(), ...index.brief.moves, ...index.brief.goals])
    if (name === undefined) enter(id, index.nameOf(id));
  return typeset(text)
    .split(/(‘[^‘’]*’)/u)
    .map((part) => (part.startsWith("‘") ? (names.get(part) ?? part) : datesInText(part)))
    .join("");
}

/** A move or link that the brief gives no name of its own stands under the one that papers give it. */
function namedText(index: BriefIndex, text: string): string {
  const { moves, links } = index.brief;
  const move = moves.find(({ id, name }) => name === undefined && text.includes(quoted(id.replaceAll("-", " "))));
  if (move !== undefined) return text.replace(quoted(move.id.replaceAll("-", " ")), quoted(index.nameOf(move.id)));
  const link = links.find(({ id, name }) => text.startsWith(messages.input.worthOf(typeset(name ?? id))));
  return link === undefined
    ? text
    : text.replace(
        messages.input.worthOf(typeset(link.name ?? link.id)),
        messages.input.worthOf(quoted(index.nameOf(link.id))),
      );
}

/** The item, and the option valued on it. */
function issueText(index: BriefIndex, text: string): string {
  const ends = [...index.issues.values()]
    .flatMap((issue) => [issue.name ?? issue.id, index.nameOf(issue.id)].map((name) => ({ issue, name })))
    .map(({ issue, name }) => ({ issue, end: messages.input.on(typeset(name)) }))
    .filter(({ end }) => text.endsWith(end))
    .toSorted((a, b) => b.end.length - a.end.length)[0];
  if (ends === undefined) return text;
  const { issue, end } = ends;
  const start = text.slice(0, -end.length);
  const option = issue.options.find(({ id, name }) => start.endsWith(messages.input.valueOf(typeset(name ?? id))));
  const valued =
    option === undefined
      ? start
      : start.slice(0, -typeset(option.name ?? option.id).length) + quoted(index.optionName(issue.id, option.id));
  return valued + messages.input.on(quoted(index.nameOf(issue.id)));
}

/** Whose it is: with the article that prose needs; of a name with brackets or a comma of its own "… of the name". */
function ownerText(index: BriefIndex, text: string): string {
  const party = index.brief.parties
    .filter(({ id, name }) => text.startsWith(`${typeset(name ?? id)}’s `))
    .toSorted((a, b) => (b.name ?? b.id).length - (a.name ?? a.id).length)[0];
  if (party === undefined) return text;
  const thing = text.slice(typeset(party.name ?? party.id).length + "’s ".length);
  const owner = index.inProse(party.id);
  if (!/[(,]/u.test(owner)) return `${owner}${owner.endsWith("s") ? "’" : "’s"} ${thing}`;
  const at = thing.lastIndexOf(" on ‘");
  return at < 0
    ? messages.input.ofOwner(thing, owner, "")
    : messages.input.ofOwner(thing.slice(0, at), owner, thing.slice(at));
}
