/** Issues as items: options, seats, ladder, where they are settled and what brings them there. */
import type { Id, Issue, Option } from "../brief/brief.ts";
import { compileOptional } from "./compile-condition.ts";
import { compileSeat } from "./compile-seat.ts";
import { chanceDistribution, quantityDistribution, scalePoints, unlimited } from "./distributions.ts";
import type { InputIndex, Item, ModelOption } from "./model.ts";
import { evenPlace, itemsNamed, type Names, namesOfParties, optionIndex, scaleOf } from "./names.ts";
import { placesOf, whereRaised } from "./where-raised.ts";

/** Seats are named by bits. */
export const mostSeats = 31;

export function compileItem(
  names: Names,
  index: number,
  members: (forum: number) => readonly number[],
  needs: (item: number) => readonly number[],
  /** Does any effect change its chance of admission? */
  isShifted: (item: number) => boolean,
): Omit<Item, "effects" | "bundle"> {
  const issue = names.issues[index]!;
  const { brief, inputs } = names;
  const ordered = (issue.kind ?? "scale") === "scale";
  const wanted = forumOf(names, issue);
  const place = whereRaised(names, issue, index, wanted);
  const places = placesOf(place);
  const confirmedIn = (issue.inherited.confirmedIn ?? []).map((id) => names.forum.get(id)!);
  const parties = new Set<number>([
    ...issue.positions.flatMap((p) => namesOfParties(names, [p.party])),
    ...[...places, ...confirmedIn].flatMap((f) => members(f)),
    ...needs(index),
    ...(names.us >= 0 ? [names.us] : []),
  ]);
  const seated = [...parties].sort((a, b) => a - b);
  if (seated.length > mostSeats)
    names.problems.push({
      code: "too-many-parties-at-issue",
      path: issue.path,
      message: `${seated.length} parties are concerned with '${issue.id}'; at most ${mostSeats} can be`,
      hint: "let parties that stand together speak through one (represented by), or leave out who has no say",
    });
  /** Before its forum it may have come out elsewhere, and what surprised there is remembered. */
  const moved = places.length > 1;
  const options = issue.options.map((option, o) => compileOption(names, issue, option, o, ordered));
  const seats = seated.map((party) => compileSeat(names, issue, party));
  const seatOf = brief.parties.map((_, party) => seated.indexOf(party));
  const admission = issue.inherited.admission;
  const slash = issue.id.indexOf("/");
  const siblings = slash < 0 ? 1 : itemsNamed(names, issue.id.slice(0, slash)).length;
  noteUnsaid(names, issue);
  return {
    id: issue.id,
    title: issue.name ?? issue.id.replaceAll("-", " "),
    path: issue.path,
    under: issue.under,
    instanceOf: slash < 0 ? undefined : issue.id.slice(0, slash),
    share: 1 / siblings,
    ordered,
    exponent: issue.exponent ?? 1,
    scale: scaleOf(issue),
    options,
    otherwise: issue.otherwise?.kind === "option" ? optionIndex(issue, issue.otherwise.option) : -1,
    seats,
    seatOf,
    ourSeat: names.us < 0 ? -1 : seatOf[names.us]!,
    ladder: ladderOf(names, issue),
    ...place,
    confirmedIn,
    unless: compileOptional(names, issue.inherited.unless),
    resolvedAs: issue.resolvedAs === undefined ? -1 : optionIndex(issue, issue.resolvedAs),
    admission:
      admission === undefined
        ? undefined
        : {
            chance: inputs.add({
              kind: "admission",
              id: issue.inherited.admissionGivenOn ?? issue.id,
              group: "admission",
              distribution: chanceDistribution(admission.value, names.yardstick),
              path: admission.path,
              what: `chance that ${issue.name ?? issue.id} is admitted`,
              unknown: admission.value.kind === "unknown",
              given: true,
            }),
            luck: inputs.luck("admission", issue.inherited.admissionGivenOn ?? issue.id, admission.path),
          },
    admissionLuck: isShifted(index) ? inputs.luck("admission effects", issue.id, issue.path) : -1,
    proposers: issue.by === undefined ? (names.us >= 0 ? [names.us] : []) : namesOfParties(names, issue.by),
    tabled: issue.by === undefined ? undefined : tabledBy(names, issue),
    residual: inputs.luck("residual", issue.id, issue.path),
    laterResidual: ordered && moved ? inputs.luck("later residual", issue.id, issue.path) : -1,
    optionResiduals: ordered
      ? []
      : issue.options.map((option) => inputs.luck("residual", `${issue.id} ${option.id}`, issue.path)),
    laterOptionResiduals:
      ordered || !moved
        ? []
        : issue.options.map((option) => inputs.luck("later residual", `${issue.id} ${option.id}`, issue.path)),
    tie: inputs.luck("tie", issue.id, issue.path),
    framing: framingOf(names, issue),
    alwaysConcealed: alwaysConcealed(names, issue),
    concealedFrom: concealedFrom(names, issue),
  };
}

function forumOf(names: Names, issue: Issue): number {
  const given = issue.inherited.forum ?? names.brief.head.forum;
  if (given !== undefined) return names.forum.get(given)!;
  if (names.forums.length > 1) names.inputs.noteDefault(issue.path, "forum", names.forums[0]!);
  return 0;
}

function compileOption(names: Names, issue: Issue, option: Option, o: number, ordered: boolean): ModelOption {
  const { from, to } = scaleOf(issue);
  const title = option.name ?? option.id.replaceAll("-", " ");
  const stated = option.at;
  const toPoints = (x: number) => (100 * (x - from)) / (to - from);
  let at: InputIndex = -1;
  if (ordered) {
    const d = stated === undefined ? undefined : quantityDistribution(mapQuantity(stated.value, toPoints), scalePoints);
    at = names.inputs.add({
      kind: "at",
      id: `${issue.id} ${option.id}`,
      group: "positions",
      distribution:
        d ??
        (stated === undefined
          ? { kind: "exact", value: evenPlace(o, issue.options.length) }
          : { kind: "uniform", low: 0, high: 100 }),
      path: stated?.path ?? option.path,
      what: `place of ${title} on ${issue.name ?? issue.id}`,
      unknown: stated !== undefined && d === undefined,
      given: d !== undefined,
    });
  }
  return {
    id: option.id,
    title,
    at,
    audience: audienceInputs(names, `${issue.id} ${option.id}`, option.audience, title),
  };
}

type Quantity = NonNullable<Option["at"]>["value"];
function mapQuantity(q: Quantity, f: (x: number) => number): Quantity {
  const [a, b] = q.kind === "range" || q.kind === "uniform" ? [f(q.low), f(q.high)] : [0, 0];
  switch (q.kind) {
    case "unknown":
      return q;
    case "exact":
      return { kind: "exact", value: f(q.value) };
    case "range":
    case "uniform":
      return { kind: q.kind, low: Math.min(a, b), high: Math.max(a, b) };
    case "triple": {
      const least = f(q.least);
      const most = f(q.most);
      return { kind: "triple", least: Math.min(least, most), likeliest: f(q.likeliest), most: Math.max(least, most) };
    }
  }
}

/** Points that an act or an outcome brings us before each audience; unknown ones are not priced. */
export function audienceInputs(names: Names, id: string, audience: Option["audience"], title: string): InputIndex[] {
  return Object.entries(audience ?? {}).flatMap(([who, stated]) => {
    const what = `what '${title}' brings us before ${names.brief.parties.find((p) => p.id === who)?.name ?? who}`;
    const d = quantityDistribution(stated.value, unlimited);
    if (d === undefined) {
      names.notPriced.push({ path: stated.path, what, why: "it is given as unknown" });
      return [];
    }
    return [
      names.inputs.add({
        kind: "audience",
        id: `${id} ${who}`,
        group: "positions",
        distribution: d,
        path: stated.path,
        what,
        given: true,
      }),
    ];
  });
}

/** Our ladder: the ask (else the option nearest our ideal), then the fallbacks. */
function ladderOf(names: Names, issue: Issue): number[] {
  if (names.us < 0) return [];
  const position = issue.positions.find((p) => p.party === names.brief.head.us);
  const ask = position?.ask ?? favouriteOf(names, issue);
  const rungs = (position?.fallbacks ?? []).map((rung) => rung.option);
  return [ask, ...rungs.filter((id) => id !== ask)].map((id) => optionIndex(issue, id)).filter((o) => o >= 0);
}

function favouriteOf(names: Names, issue: Issue): Id {
  const position = issue.positions.find((p) => p.party === names.brief.head.us);
  const ideal = position?.ideal?.value;
  const byValue = Object.entries(position?.values ?? {}).map(([id, stated]) => ({ id, most: middle(stated.value) }));
  if (position?.ranks?.[0] !== undefined) return position.ranks[0];
  if (byValue.length > 0) return byValue.reduce((a, b) => (b.most > a.most ? b : a)).id;
  if (ideal?.kind === "exact" && typeof ideal.value !== "number") return ideal.value.option;
  if (ideal?.kind === "mix") return ideal.parts.reduce((a, b) => (b.percent > a.percent ? b : a)).option;
  const at = compileSeat(names, issue, names.us).ideal;
  // A choice on which we have said nothing: the first option stands in, and the default is noted.
  if (at < 0) {
    names.inputs.noteDefault(issue.path, "ask", `${issue.options[0]!.id}, the first option, as nothing is said`);
    return issue.options[0]!.id;
  }
  const place = names.inputs.median(at);
  const places = issue.options.map((option) => names.inputs.median(names.inputs.find(`at ${issue.id} ${option.id}`)));
  let best = 0;
  for (const [o, here] of places.entries()) if (Math.abs(here - place) < Math.abs(places[best]! - place)) best = o;
  names.inputs.noteDefault(issue.path, "ask", `${issue.options[best]!.id}, the option nearest our ideal`);
  return issue.options[best]!.id;
}

function middle(q: Quantity): number {
  if (q.kind === "exact") return q.value;
  if (q.kind === "range" || q.kind === "uniform") return (q.low + q.high) / 2;
  return q.kind === "triple" ? q.likeliest : 50;
}

function tabledBy(names: Names, issue: Issue): { chance: InputIndex; luck: InputIndex } {
  const chance = issue.chance;
  return {
    chance: names.inputs.add({
      kind: "tabled",
      id: issue.id,
      group: "admission",
      distribution: chanceDistribution(chance?.value ?? { kind: "unknown" }, names.yardstick),
      path: chance?.path ?? issue.path,
      what: `chance that ${issue.name ?? issue.id} is tabled`,
      unknown: chance === undefined || chance.value.kind === "unknown",
      given: chance !== undefined,
    }),
    luck: names.inputs.luck("tabled", issue.id, issue.path),
  };
}

/** What we show stands without a move unless the brief has a move that conceals it. */
function alwaysConcealed(names: Names, issue: Issue): boolean {
  const shown = issue.positions.find((p) => p.party === names.brief.head.us)?.shownAs;
  const conceals = names.brief.moves.some(
    (move) =>
      move.kind === "conceal" && (move.issues ?? []).some((id) => id === issue.id || issue.id.startsWith(`${id}/`)),
  );
  return shown !== undefined && !conceals;
}

function concealedFrom(names: Names, issue: Issue): number[] {
  const to = issue.positions.find((p) => p.party === names.brief.head.us)?.shownAs?.to;
  return to === undefined ? names.brief.parties.map((_, party) => party) : namesOfParties(names, to);
}

function noteUnsaid(names: Names, issue: Issue): void {
  if (issue.otherwise === undefined)
    names.inputs.noteDefault(
      `${issue.path}/otherwise`,
      `what happens without agreement on ${issue.name ?? issue.id}`,
      "unknown to each party",
    );
}

/** `carried: { control }`: the chance that the framing is ours; unsaid, it is. */
function framingOf(names: Names, issue: Issue): Item["framing"] {
  const control = issue.inherited.carried?.control;
  if (control === undefined) return undefined;
  // Items carried under one heading share its framing.
  const id = issue.under[issue.under.length - 1] ?? issue.id;
  return {
    chance: names.inputs.add({
      kind: "framing",
      id,
      group: "rules",
      distribution: chanceDistribution(control.value, names.yardstick),
      path: control.path,
      what: `chance that the framing of ${issue.name ?? issue.id} is ours`,
      unknown: control.value.kind === "unknown",
      given: true,
    }),
    luck: names.inputs.luck("framing", id, control.path),
  };
}
