import type { Id, Issue, Path, Position } from "../brief/brief.ts";
import type { Contradiction } from "../run/findings.ts";
import type { Check } from "./check.ts";
import { type Dossier, sayOption } from "./dossier.ts";
import { askOf, endsOf, isBetter, optionAt, type Worth, worthToUs } from "./worth-to-us.ts";

/** [C8] A rung better for us than the one before it; an ask or a rung below our bottom line, or, without one, below what we have without agreement; a bottom line below that. */
export const ladderOrder: Check = {
  rule: "C8",
  find: (dossier) =>
    dossier.items.flatMap((item) => {
      const position = dossier.ourPosition(item);
      return position
        ? [
            ...outOfOrder(item, position),
            ...belowBottom(item, position, dossier),
            ...worseThanNothing(item, position, dossier),
            ...rungsWorseThanNothing(item, position, dossier),
          ]
        : [];
    }),
};

interface Step {
  readonly option: Id;
  readonly path: Path;
}
function ladder(item: Issue, position: Position): readonly Step[] {
  const ask = askOf(item, position);
  const first =
    ask === undefined
      ? []
      : [{ option: ask, path: position.ask === undefined ? position.path : `${position.path}/ask` }];
  return [...first, ...(position.fallbacks ?? [])];
}

function outOfOrder(item: Issue, position: Position): readonly Contradiction[] {
  const steps = ladder(item, position);
  return steps.slice(1).flatMap((step, i) => {
    const before = steps[i];
    if (!before || !isBetter(worthToUs(item, position, step.option), worthToUs(item, position, before.option)))
      return [];
    return [
      {
        code: "rung-out-of-order",
        severity: "contradiction" as const,
        paths: [step.path, before.path] as const,
        message: `By our own values ${sayOption(item, step.option)} is better for us than ${sayOption(item, before.option)}, from which the ladder falls back to it.`,
        why: "A ladder goes down: put the rungs in order of worth, or look again at the places of the options and at our ideal.",
      },
    ];
  });
}

/** The worth of our bottom line: at the end that is the less for us where it is a range. */
function bottomWorth(item: Issue, position: Position): Worth | undefined {
  const place = position.bottomLine?.value;
  const option = optionAt(item, place);
  if (option !== undefined) return worthToUs(item, position, option);
  const worths = endsOf(item, place)?.map((end) => worthToUs(item, position, end));
  return worths?.reduce((least, each) => (isBetter(least, each) ? each : least));
}

function belowBottom(item: Issue, position: Position, dossier: Dossier): readonly Contradiction[] {
  const bottom = bottomWorth(item, position);
  const asks = [dossier.plan, ...dossier.otherPlans]
    .flatMap((plan) => plan.steps)
    .flatMap((step) => (step.step === "ask" && step.issue === item.id ? [step] : []));
  return [...ladder(item, position), ...asks].flatMap((step) => {
    if (!isBetter(bottom, worthToUs(item, position, step.option))) return [];
    return [
      {
        code: "rung-below-bottom-line",
        severity: "contradiction" as const,
        paths: [step.path, `${position.path}/bottom line`] as const,
        message: `${sayOption(item, step.option)} on ${dossier.say(item.id)} is less than our own bottom line.`,
        why: "Either we would accept it, and then the bottom line is lower, or we would not, and then it is no rung.",
      },
    ];
  });
}

/** Without a bottom line we take nothing that is worse for us than what we have without agreement. */
function rungsWorseThanNothing(item: Issue, position: Position, dossier: Dossier): readonly Contradiction[] {
  const { otherwise } = item;
  if (otherwise?.kind !== "option" || position.bottomLine !== undefined) return [];
  const without = worthToUs(item, position, otherwise.option);
  return ladder(item, position).flatMap((step) => {
    if (!isBetter(without, worthToUs(item, position, step.option))) return [];
    return [
      {
        code: "rung-below-otherwise",
        severity: "contradiction" as const,
        paths: [step.path, otherwise.path] as const,
        message: `${sayOption(item, step.option)} on ${dossier.say(item.id)} is worse for us than ${sayOption(item, otherwise.option)}, which we have without agreement, so we would never take it.`,
        why: "Give a bottom line if agreement as such is worth that much; else strike the rung.",
      },
    ];
  });
}

function worseThanNothing(item: Issue, position: Position, dossier: Dossier): readonly Contradiction[] {
  const { otherwise } = item;
  if (
    otherwise?.kind !== "option" ||
    !isBetter(worthToUs(item, position, otherwise.option), bottomWorth(item, position))
  )
    return [];
  return [
    {
      code: "bottom-line-below-otherwise",
      severity: "contradiction",
      paths: [`${position.path}/bottom line`, otherwise.path],
      message: `Our bottom line on ${dossier.say(item.id)} is less than ${sayOption(item, otherwise.option)}, which we have without agreement.`,
      why: "Nobody need sign for less than what comes by itself. Raise the bottom line, or say elsewhere what agreement as such is worth.",
    },
  ];
}
