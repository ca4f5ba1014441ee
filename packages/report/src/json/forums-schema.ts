import { byName, count, listOf, number, oneOf, record, ref, share, text, truth } from "./schema-parts.ts";

const id = text("a name of the brief");
const coalitions = record({
  coalitions: listOf(listOf(id)),
  complete: truth("false: there are more"),
});
const concerned = {
  party: id,
  acceptsAsk: share("of worlds in which it would take our ask"),
  refusesAlone: share("of worlds in which its consent alone was wanting"),
  keepsOff: share("of worlds in which it keeps the issue off"),
};
const pivot = record({ at: number("units of the scale"), members: listOf(id) });

const decides = record({
  thresholds: listOf(
    record({
      weights: listOf(number(), "by member, in their order"),
      quota: number(),
      strict: truth("more than the quota is needed"),
    }),
    "all to be reached",
  ),
  members: listOf(
    record({
      ...concerned,
      veto: truth(),
      blocksAlone: truth(),
      shapleyShubik: text("a fraction in lowest terms"),
      banzhaf: text("a fraction in lowest terms"),
    }),
  ),
  others: listOf(record(concerned), "parties outside the forum whose consent is needed, or who can keep the issue off"),
  enoughForAsk: share("of worlds in which those who would take our ask are enough"),
  easeOfAdoption: share("of all coalitions, those that win"),
  minimalWinning: coalitions,
  minimalBlocking: coalitions,
  "scale?": record(
    {
      pivots: record({ "fromBelow?": pivot, "fromAbove?": pivot }),
      "winSet?": listOf(record({ above: number(), below: number() })),
    },
    "at the medians of the brief",
  ),
});

const planned = record(
  {
    moves: listOf(id, "that it may come to make, in the order in which they are met"),
    text: text("the plan as the lines of a brief"),
    found: number("points over making none of these moves, on the worlds searched"),
    bound: number("what none can exceed there"),
    ask: share("shown: shrunk toward an even spread"),
    rungs: listOf(record({ id, chance: share() })),
    worse: share(),
    none: share(),
    overAsWritten: ref("value"),
    "over?": ref("value"),
  },
  "with all that bears on the issue planned as well as could be found for this forum",
);

const chance = record({
  forum: id,
  why: listOf(oneOf("settled", "wanted", "lies", "competent", "escalated", "venue", "asked")),
  ask: share("shown: shrunk toward an even spread"),
  rungs: listOf(record({ id, chance: share() })),
  worse: share(),
  none: record({ chance: share(), because: ref("reasons") }),
  unshrunk: record({ ask: share(), rungs: listOf(share()), worse: share(), none: share() }),
  admitted: share("of worlds in which it comes before the forum"),
  deadlock: share("of worlds in which it does, and no option but what stands finds enough takers"),
  againstUs: share("of worlds in which something is agreed without our consent"),
  options: listOf(record({ id, chance: share() })),
  "over?": ref("value"),
  "shadow?": ref("value"),
  "comes?": oneOf("earlier", "later"),
  "planned?": planned,
  competence: record({ holds: truth(), "chance?": ref("spread"), needs: listOf(id) }),
  publicity: oneOf("closed", "communique", "open"),
  rule: listOf(text()),
  decides,
});

/** `forums` of plan.json. */
export const forumsSchema = listOf(
  record({
    issue: id,
    title: text(),
    worlds: count(),
    ask: id,
    forums: listOf(chance, "where the plan settles it first"),
    "planning?": record(
      { searched: count(), pruned: count() },
      "worlds on which the plan for each forum was searched and held against; absent where none was looked for",
    ),
    leftOut: listOf(
      record({ forum: id, why: oneOf("parties", "rule") }),
      "too many parties, or a rule that cannot be counted",
    ),
  }),
  "issues that more than one forum could take, before each of them, in the same worlds",
);

const ways = {
  approval: number(),
  transferable: number("single transferable vote"),
  elimination: number("after vetoed names are struck"),
};

/** `slates` of plan.json. */
export const slatesSchema = listOf(
  record({
    issue: id,
    title: text(),
    worlds: count(),
    seats: count(),
    forums: listOf(id, "where it is settled, then where it must be confirmed"),
    concerned: listOf(id),
    options: listOf(
      record({
        id,
        title: text(),
        least: count(),
        most: count("seats that it may hold"),
        accepts: byName(share(), "by party"),
        enough: share("accepted by enough to settle and confirm it"),
        all: share(),
        seats: record(ways, "mean number of seats"),
        vetoes: listOf(
          record({
            party: id,
            refuses: share(),
            alone: share("its refusal alone stands in the way"),
            trades: listOf(
              record({
                issue: id,
                option: id,
                pays: share("of worlds with a refusal"),
                worthIt: share("and it costs us less than the name brings"),
                cost: number("points"),
              }),
            ),
          }),
        ),
      }),
    ),
    nobody: share(),
    coalitions: record({
      complete: truth(),
      list: listOf(record({ members: listOf(id), accepts: byName(share(), "by option"), any: share() })),
    }),
    elections: record({ worlds: count(), ties: record(ways, "share of worlds in which lots decide") }),
    "compositions?": record({
      possible: count(),
      nobody: share(),
      held: byName(
        listOf(share(), "none, one, two … seats"),
        "by option: of the worlds in which a composition comes out",
      ),
      list: listOf(
        record({
          seats: byName(count(), "by option"),
          settled: share("of worlds in which it comes out"),
          enough: share(),
          all: share(),
        }),
      ),
    }),
  }),
  "persons and seats",
);
