/** A party's place at an issue: every number drawn there. */
import type { Id, Issue, Position, Stated } from "../brief/brief.ts";
import type { Distribution } from "../worlds/index.ts";
import {
  chanceDistribution,
  placeDistribution,
  quantityDistribution,
  scalePoints,
  unlimited,
} from "./distributions.ts";
import type { Input, InputIndex, Seat } from "./model.ts";
import { type Names, optionIndex, pointsOf } from "./names.ts";

const evenOverScale: Distribution = { kind: "uniform", low: 0, high: 100 };

export function compileSeat(names: Names, issue: Issue, partyIndex: number): Seat {
  const party = names.brief.parties[partyIndex]!;
  const position = issue.positions.find((p) => p.party === party.id);
  const drawer = seatDrawer(names, issue, party.id, position);
  const ordered = (issue.kind ?? "scale") === "scale";
  const bottom = position?.bottomLine;
  const bottomOption =
    !ordered && bottom?.value.kind === "exact" && typeof bottom.value.value !== "number"
      ? optionIndex(issue, bottom.value.value.option)
      : undefined;
  const discussing = issue.inherited.discussing?.[party.id];
  const otherwise = issue.otherwise;
  const shown = position?.shownAs?.salience;
  const who = party.name ?? party.id;
  const of = (what: string) => `${who}'s ${what} on ${issue.name ?? issue.id}`;
  const otherwiseValue = () => {
    const given = otherwise?.kind === "values" ? otherwise.values[party.id] : undefined;
    const d = given === undefined ? undefined : quantityDistribution(given.value, scalePoints);
    return names.inputs.add({
      kind: "otherwise",
      id: `${issue.id} ${party.id}`,
      group: "positions",
      distribution: d ?? evenOverScale,
      path: given?.path ?? otherwise?.path ?? `${issue.path}/otherwise`,
      what: of("worth of no agreement"),
      unknown: d === undefined,
      given: d !== undefined,
    });
  };
  return {
    party: partyIndex,
    known:
      position !== undefined &&
      (position.ideal !== undefined || position.values !== undefined || position.ranks !== undefined),
    ideal: ordered
      ? drawer("ideal", of("ideal"), placeOf(issue, position?.ideal), evenOverScale, "positions", position?.ideal)
      : -1,
    values: ordered
      ? undefined
      : issue.options.map((option, o) =>
          choiceValue(names, issue, party.id, position, o, of(`value of ${option.name ?? option.id}`)),
        ),
    salience: drawer(
      "salience",
      of("salience"),
      quantityOf(position?.salience),
      evenOverScale,
      "positions",
      position?.salience,
    ),
    influence: influenceOf(names, partyIndex, position, of("influence"), drawer),
    cost: drawer(
      "cost",
      of("cost of disagreement"),
      quantityOf(position?.costOfDisagreement),
      { kind: "exponential", mean: disagreementMean(names), max: 100 },
      "costs",
      position?.costOfDisagreement,
    ),
    bottomLine:
      ordered && bottom !== undefined
        ? drawer("bottom line", of("bottom line"), placeOf(issue, bottom), evenOverScale, "positions", bottom)
        : undefined,
    bottomOption,
    redLines: (position?.redLines ?? []).map((line) => optionIndex(issue, line.option)),
    otherwiseValue: otherwise?.kind === "option" ? undefined : otherwiseValue(),
    discussing:
      discussing === undefined
        ? undefined
        : discussingInput(names, issue, party.id, discussing, of("payoff of having it discussed")),
    shownSalience:
      shown === undefined
        ? undefined
        : drawer("shown salience", of("shown salience"), quantityOf(shown), evenOverScale, "positions", shown),
  };
}

type Drawer = (
  kind: string,
  what: string,
  distribution: Distribution | undefined,
  unknown: Distribution,
  group: "positions" | "costs",
  stated: Stated<unknown> | undefined,
) => InputIndex;

/** Draws under the party's own name, or, for a bloc's position, under the bloc's unless it splits in that world. */
function seatDrawer(names: Names, issue: Issue, party: Id, position: Position | undefined): Drawer {
  const bloc = position?.fromBloc;
  return (kind, what, distribution, unknown, group, stated) => {
    const path = stated?.path ?? (position === undefined ? `${issue.path}/positions` : `${position.path}/${kind}`);
    return names.inputs.add({
      kind,
      id: `${issue.id} ${party}`,
      group,
      distribution: distribution ?? unknown,
      path,
      what,
      unknown: distribution === undefined,
      given: distribution !== undefined,
      ...(bloc === undefined ? {} : { bloc: blocDraw(names, bloc, `${kind} ${issue.id} ${bloc}`) }),
    });
  };
}

function blocDraw(names: Names, bloc: Id, key: string): NonNullable<Input["bloc"]> {
  const entry = names.brief.blocs.find((b) => b.id === bloc)!;
  const chance = names.inputs.add({
    kind: "splits",
    id: bloc,
    group: "positions",
    distribution:
      entry.splits === undefined
        ? { kind: "exact", value: 0 }
        : chanceDistribution(entry.splits.value, names.yardstick),
    path: entry.splits?.path ?? entry.path,
    what: `chance that ${entry.name ?? bloc} splits`,
    unknown: entry.splits?.value.kind === "unknown",
    given: entry.splits !== undefined,
  });
  return { key, chance, luck: names.inputs.luck("split", bloc, entry.path) };
}

function placeOf(issue: Issue, stated: Position["ideal"]): Distribution | undefined {
  return stated === undefined ? undefined : placeDistribution(stated.value, (bound) => pointsOf(issue, bound));
}

function quantityOf(stated: Position["salience"]): Distribution | undefined {
  return stated === undefined ? undefined : quantityDistribution(stated.value, scalePoints);
}

function disagreementMean(names: Names): number {
  const value = names.brief.method.disagreementMean?.value;
  return value?.kind === "exact" ? value.value : 30;
}

function influenceOf(
  names: Names,
  partyIndex: number,
  position: Position | undefined,
  what: string,
  drawer: Drawer,
): InputIndex {
  if (position?.influence !== undefined)
    return drawer("influence", what, quantityOf(position.influence), evenOverScale, "positions", position.influence);
  const party = names.brief.parties[partyIndex]!;
  const d = party.influence === undefined ? undefined : quantityDistribution(party.influence.value, scalePoints);
  const unsaid: Distribution = party.influence === undefined ? { kind: "exact", value: 50 } : evenOverScale;
  return names.inputs.add({
    kind: "influence",
    id: party.id,
    group: "positions",
    distribution: d ?? unsaid,
    path: party.influence?.path ?? party.path,
    what: `${party.name ?? party.id}'s influence`,
    unknown: party.influence !== undefined && d === undefined,
    given: d !== undefined,
  });
}

/** Value of an option of a choice or slate: as given, by rank in even steps, or from the favourite; else unknown. */
function choiceValue(
  names: Names,
  issue: Issue,
  party: Id,
  position: Position | undefined,
  option: number,
  what: string,
): InputIndex {
  const id = issue.options[option]!.id;
  const stated = position?.values?.[id];
  const favourite = position?.ideal?.value;
  let distribution: Distribution | undefined;
  let stream: string | undefined;
  if (stated !== undefined) distribution = quantityDistribution(stated.value, scalePoints);
  else if (position?.ranks?.includes(id)) {
    const last = Math.max(1, position.ranks.length - 1);
    distribution = { kind: "exact", value: 100 - (100 * position.ranks.indexOf(id)) / last };
  } else if (favourite?.kind === "exact" && typeof favourite.value !== "number")
    distribution = { kind: "exact", value: favourite.value.option === id ? 100 : 0 };
  else if (favourite?.kind === "mix") {
    distribution = {
      kind: "mixture",
      parts: favourite.parts.map((part) => ({ share: part.percent / 100, value: part.option === id ? 100 : 0 })),
    };
    // One draw decides which of the mix is the favourite.
    stream = `favourite ${issue.id} ${party}`;
  }
  return names.inputs.add({
    kind: "value",
    id: `${issue.id} ${party} ${id}`,
    ...(stream === undefined ? {} : { stream }),
    group: "positions",
    distribution: distribution ?? evenOverScale,
    path: stated?.path ?? position?.path ?? `${issue.path}/positions`,
    what,
    unknown: distribution === undefined,
    given: distribution !== undefined,
  });
}

function discussingInput(
  names: Names,
  issue: Issue,
  party: Id,
  stated: NonNullable<Issue["inherited"]["discussing"]>[Id],
  what: string,
): InputIndex | undefined {
  const d = quantityDistribution(stated!.value, unlimited);
  if (d === undefined) {
    names.notPriced.push({ path: stated!.path, what, why: "it is given as unknown; nothing is added for it" });
    return undefined;
  }
  return names.inputs.add({
    kind: "discussing",
    id: `${issue.id} ${party}`,
    group: "admission",
    distribution: d,
    path: stated!.path,
    what,
    given: true,
  });
}
