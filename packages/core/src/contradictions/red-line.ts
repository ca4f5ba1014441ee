import type { Id, Issue, Path } from "../brief/brief.ts";
import type { Contradiction } from "../run/findings.ts";
import type { Check } from "./check.ts";
import { type Dossier, list, sayOption } from "./dossier.ts";
import { askOf } from "./worth-to-us.ts";

/** [C2] A move, an offer, an ask or a rung of ours on an option that we never accept, or that those who must consent never do. */
export const redLine: Check = {
  rule: "C2",
  find: (dossier) =>
    proposals(dossier).flatMap((proposal) => [...crossesOurs(proposal, dossier), ...crossesTheirs(proposal, dossier)]),
};

interface Proposal {
  readonly item: Issue;
  readonly option: Id;
  readonly path: Path;
  /** How it reads: `The move "press"`. */
  readonly words: string;
}

function proposals(dossier: Dossier): readonly Proposal[] {
  const inItem = (id: Id, option: Id, path: Path, words: string): Proposal[] => {
    const item = dossier.item(id);
    return item ? [{ item, option, path, words }] : [];
  };
  const moves = dossier.brief.moves.filter((move) => dossier.isOurs(move) && move.option !== undefined);
  const offers = dossier.brief.links.filter((link) => link.kind === "offer" && (link.by ?? dossier.us) === dossier.us);
  const steps = [dossier.plan, ...dossier.otherPlans].flatMap((plan) => plan.steps);
  return [
    ...moves.flatMap((move) =>
      (move.issues ?? []).flatMap((id) => inItem(id, move.option ?? "", move.path, `The move ${dossier.say(move.id)}`)),
    ),
    ...offers.flatMap((link) =>
      link.kind === "offer"
        ? Object.entries(link.offer).flatMap(([id, option]) =>
            inItem(id, option, link.path, `The offer ${dossier.say(link.id)}`),
          )
        : [],
    ),
    ...steps.flatMap((step) =>
      step.step === "ask" ? inItem(step.issue, step.option, step.path, "A step of the plan") : [],
    ),
    ...dossier.items.flatMap((item) => {
      const position = dossier.ourPosition(item);
      const ask = position && askOf(item, position);
      const rungs = position?.fallbacks ?? [];
      return [
        ...(position && ask !== undefined ? inItem(item.id, ask, position.path, "Our ask") : []),
        ...rungs.flatMap((rung) => inItem(item.id, rung.option, rung.path, "A rung of our ladder")),
      ];
    }),
  ];
}

function crossesOurs({ item, option, path, words }: Proposal, dossier: Dossier): readonly Contradiction[] {
  const position = dossier.ourPosition(item);
  const line = position?.redLines?.find((each) => each.option === option);
  if (!position || !line) return [];
  return [
    {
      code: "own-red-line",
      severity: "contradiction",
      paths: [path, `${position.path}/red lines`],
      message: `${words} puts forward ${sayOption(item, option)} on ${dossier.say(item.id)}, which is a red line of ours.`,
      why:
        line.why === undefined
          ? "What is never accepted cannot be proposed: strike one of the two."
          : `The brief gives the reason for the red line: ${line.why}`,
    },
  ];
}

function crossesTheirs({ item, option, path, words }: Proposal, dossier: Dossier): readonly Contradiction[] {
  const members = dossier.membersOf(dossier.forumOf(item));
  const refusing = item.positions.filter(
    (position) =>
      position.party !== dossier.us &&
      members.includes(position.party) &&
      position.redLines?.some((line) => line.option === option),
  );
  const [first] = refusing;
  if (!first) return [];
  return [
    {
      code: "their-red-line",
      severity: "tension",
      paths: [path, `${first.path}/red lines`],
      message: `${words} puts forward ${sayOption(item, option)} on ${dossier.say(item.id)}, which ${list(refusing.map(({ party }) => dossier.say(party)))} will never accept.`,
      why: "While that holds it can only fail, or serve another purpose than to be agreed: say which, or find what would move the line.",
    },
  ];
}
