/** Things that a brief has, each taken away in a model of its own: the inputs and their draws stay the same. */
import type { Brief, Id } from "../brief/brief.ts";
import { candidatesFor } from "../compare-forums/candidates.ts";
import { lyingThere } from "../compare-forums/lying-there.ts";
import type { Item, Model } from "../model/model.ts";
import { placesOf } from "../model/where-raised.ts";
import { needsOf } from "../settle/settle-item.ts";
import type { ChangeKind } from "./findings.ts";

export interface Change {
  readonly kind: ChangeKind;
  readonly id: Id;
  /** Of a forum: the one that meets in its place. */
  readonly replacedBy?: Id;
  readonly model: Model;
  /** Its worth is the value as it is less that of `model` (1), or the other way round (-1), where `model` is what we wish for. */
  readonly sign: 1 | -1;
}

/** All changes that the brief knows of; `model` is the brief's, with an input that is always 0: see `withNil`. */
export function changesOf(brief: Brief, model: Model): Change[] {
  const hidden = model.items.flatMap((item, i): Change[] =>
    item.seats[item.ourSeat]?.shownSalience === undefined
      ? []
      : [{ kind: "concealment", id: item.id, sign: 1, model: withItem(model, i, showsAll) }],
  );
  const showing = model.moves.flatMap((move, m): Change[] =>
    move.ours && (move.reveals.length > 0 || (move.public && (move.items.length > 0 || move.audience.length > 0)))
      ? [{ kind: "showing", id: move.id, sign: 1, model: inPrivate(model, m) }]
      : [],
  );
  const bundles = model.bundles.map(
    ({ id }, b): Change => ({
      kind: "bundle",
      id,
      sign: 1,
      model: {
        ...model,
        items: model.items.map((item) => (item.bundle === b ? { ...item, bundle: -1 } : item)),
      },
    }),
  );
  const offers = model.offers.flatMap(({ id }, o): Change[] =>
    model.moves.some((move) => move.ours && move.offers.includes(o))
      ? [{ kind: "offer", id, sign: 1, model: withoutOffer(model, o) }]
      : [],
  );
  const forums = model.forums.flatMap((forum, f): Change[] =>
    model.items.some((item) => placesOf(item).includes(f) || item.confirmedIn.includes(f))
      ? [{ kind: "forum", id: forum.id, sign: 1, model: withoutForum(model, f) }]
      : [],
  );
  const replaced = model.forums.flatMap(({ id }, f) =>
    replacementsOf(brief, model, f).map(
      ({ by, items }): Change => ({
        kind: "forum",
        id,
        replacedBy: model.forums[by]!.id,
        sign: 1,
        model: items.reduce((changed, item) => lyingThere(changed, { item, forum: by }), withoutForum(model, f)),
      }),
    ),
  );
  const needed = new Set(
    model.forums.flatMap((forum) => [...(forum.competence?.values() ?? [])].flatMap((entry) => entry.needs)),
  );
  const consents = [...needed]
    .filter((party) => party !== model.us)
    .sort((a, b) => a - b)
    .map(
      (party): Change => ({
        kind: "consent",
        id: model.parties[party]!.id,
        sign: -1,
        model: consenting(model, party),
      }),
    );
  return [...hidden, ...showing, ...bundles, ...offers, ...forums, ...replaced, ...consents];
}

/** The model with one more input that is always 0, at the end: no other draw moves. */
export function withNil(model: Model): Model {
  const nil: Model["inputs"][number] = {
    key: "nil",
    distribution: { kind: "exact", value: 0 },
    group: "model",
    path: "method",
    what: "nil",
    unknown: false,
    standing: "default",
  };
  return { ...model, inputs: [...model.inputs, nil] };
}

function withItem(model: Model, index: number, change: (item: Item) => Item): Model {
  return { ...model, items: model.items.map((item, i) => (i === index ? change(item) : item)) };
}

/** What we show of our salience is what it is. */
const showsAll = (item: Item): Item => ({
  ...item,
  seats: item.seats.map((seat, s) => (s === item.ourSeat ? { ...seat, shownSalience: undefined } : seat)),
});

/** It shows nobody how much we care, and has no audience. */
function inPrivate(model: Model, index: number): Model {
  return {
    ...model,
    moves: model.moves.map((move, m) => (m === index ? { ...move, public: false, reveals: [], audience: [] } : move)),
  };
}

function withoutOffer(model: Model, offer: number): Model {
  return {
    ...model,
    moves: model.moves.map((move) => ({ ...move, offers: move.offers.filter((o) => o !== offer) })),
  };
}

/** It does not meet, which is no breakdown; what would have had to be confirmed there is not tabled at all. */
function withoutForum(model: Model, index: number): Model {
  const nil = model.inputs.length - 1;
  return {
    ...model,
    forums: model.forums.map((forum, f) => (f === index ? { ...forum, breakdown: nil, endsIf: () => true } : forum)),
    effects: model.effects.map((effect) =>
      effect.on === "breakdown" && effect.target === index ? { ...effect, target: -1 } : effect,
    ),
    items: model.items.map((item) =>
      item.confirmedIn.includes(index) ? { ...item, tabled: { chance: nil, luck: nil } } : item,
    ),
  };
}

/** Forums that could take issues of this one, with those issues: where all of their members have a place at them already. */
function replacementsOf(
  brief: Brief,
  model: Model,
  index: number,
): { readonly by: number; readonly items: readonly number[] }[] {
  const own = [...model.items.keys()].filter((item) => model.items[item]!.forum === index);
  const could = own.map((item) => candidatesFor(brief, model, item).forums.map(({ forum }) => forum));
  const isSeated = (item: number, forum: number): boolean =>
    [...model.forums[forum]!.members, ...needsOf(model.forums[forum]!, item)].every(
      (party) => model.items[item]!.seatOf[party]! >= 0,
    );
  return [...model.forums.keys()].flatMap((by) => {
    const items = own.filter((item, k) => by !== index && could[k]!.includes(by) && isSeated(item, by));
    return items.length === 0 ? [] : [{ by, items }];
  });
}

/** Its consent, where a competence needs it, is given in every world. */
function consenting(model: Model, party: number): Model {
  return {
    ...model,
    forums: model.forums.map((forum) => ({
      ...forum,
      competence:
        forum.competence === undefined
          ? undefined
          : new Map(
              [...forum.competence].map(([item, entry]) => [
                item,
                { ...entry, needs: entry.needs.filter((needed) => needed !== party) },
              ]),
            ),
    })),
  };
}
