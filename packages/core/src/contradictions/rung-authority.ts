import type { Issue, Position } from "../brief/brief.ts";
import type { Contradiction } from "../run/findings.ts";
import type { Check } from "./check.ts";
import { type Dossier, list, sayOption } from "./dossier.ts";

/** [C15] A rung that nobody can authorise in time: it is due after its forum is over, or the brief does not say who grants it, or by when. */
export const rungAuthority: Check = {
  rule: "C15",
  find: (dossier) =>
    dossier.items.flatMap((item) => {
      const position = dossier.ourPosition(item);
      return position?.fallbacks ? [...tooLate(item, position, dossier), ...unsaid(item, position, dossier)] : [];
    }),
};

function tooLate(item: Issue, position: Position, dossier: Dossier): readonly Contradiction[] {
  const forum = dossier.forumOf(item);
  const limits = [
    { to: item.due?.to, path: `${item.path}/due`, what: `${dossier.say(item.id)} is due` },
    {
      to: forum?.dates?.to,
      path: forum?.path ?? item.path,
      what: `${forum ? dossier.say(forum.id) : "the forum"} is over`,
    },
  ];
  return (position.fallbacks ?? []).flatMap((rung) => {
    const passed = limits.find(({ to }) => to !== undefined && rung.due?.to !== undefined && to < rung.due.to);
    if (!passed) return [];
    return [
      {
        code: "rung-too-late",
        severity: "contradiction" as const,
        paths: [rung.path, passed.path] as const,
        message: `Leave for ${sayOption(item, rung.option)} is to be had by ${rung.due?.text ?? ""}, when ${passed.what} (${passed.to ?? ""}).`,
        why: "By then there is nobody to offer it to: ask for it earlier, or ask now for leave on conditions.",
      },
    ];
  });
}

function unsaid(item: Issue, position: Position, dossier: Dossier): readonly Contradiction[] {
  const open = (position.fallbacks ?? []).filter(({ authority, due }) => authority === undefined || due === undefined);
  const [first] = open;
  if (!first) return [];
  const nobody = open.filter(({ authority }) => authority === undefined);
  const rungs = list(open.map((rung) => sayOption(item, rung.option)));
  const says =
    nobody.length === open.length
      ? `who may authorise ${rungs}, nor by when`
      : nobody.length === 0
        ? `by when leave for ${rungs} is to be had`
        : `of ${rungs} who may authorise it, or by when`;
  return [
    {
      code: "rung-unauthorised",
      severity: "gap",
      paths: [first.path],
      message: `On ${dossier.say(item.id)} the brief does not say ${says}.`,
      why: "A rung that nobody at the table may step down to is none. Ask whoever grants it, and write `authority` and `due`.",
    },
  ];
}
