import { describe, expect, test } from "vitest";
import { luckOfResidual, SmallWorld } from "./small-world.test-support.ts";

describe("[S19] a bundle is settled together or not at all", () => {
  /** Two issues; we (a) want both high. b loses by the first and gains by the second. */
  const text = (more = "", b2 = "ideal: high, salience: 60") => `
demarche: 1
us: a
method: { care premium: 0 }
parties: { a: A, b: B }
forums: { talks: { members: [a, b], gatekeepers: nobody } }
agenda:
  - issue: first
    options: { low: 0, high: 100 }
    otherwise: low
    positions: { a: { ideal: high, salience: 50 }, b: { ideal: low, salience: 40, cost of disagreement: 0 } }
  - issue: second
    options: { low: 0, high: 100 }
    otherwise: low
    positions: { a: { ideal: high, salience: 50 }, b: { ${b2}, cost of disagreement: 0 } }
links: { both: { bundle: [first, second] } }
${more}
`;
  const up = { "luck of residual first": luckOfResidual(70), "luck of residual second": luckOfResidual(70) };
  test("the total counts: what is gained on one item makes good what is lost on another", () => {
    // b's weights 0.4 and 0.6. Both high: −0.4·100 + 0.6·100 = +20. Alone it would never take the first.
    const world = new SmallWorld(text(), up).run();
    expect([world.of("first").option, world.of("second").option]).toEqual(["high", "high"]);
    // Weights 0.4/0.3 of 0.7: −57 + 43 < 0. What is open is then (low, high) alone: the first stays, the second is agreed.
    world.set({ "salience second b": 30 }).run();
    expect(world.of("first")).toMatchObject({ ended: "notReached", result: "low" });
    expect(world.of("second").option).toBe("high");
  });
  test("others' costs of disagreement add up over the items", () => {
    // b at low on both: both high costs it 100; (low, high) 60, (high, low) 40. c: 0.4·50 + 0.6·40 = 44 pays for the first only.
    const world = new SmallWorld(text("", "ideal: low, salience: 60"), {
      ...up,
      "cost first b": 50,
      "cost second b": 40,
    }).run();
    expect([world.of("first").option, world.of("second").ended]).toEqual(["high", "notReached"]);
    // 39 in all opens nothing: b alone refuses.
    world.set({ "cost first b": 0, "cost second b": 39 / 0.6 - 0.1 }).run();
    expect(world.of("first")).toMatchObject({ ended: "refused", refusers: ["b"] });
    expect(world.of("second")).toMatchObject({ ended: "refused", refusers: ["b"] });
  });
  test("ours is U ≥ U(our bottom lines), in total", () => {
    // Bottom lines: first at least high, second low; weights a half each. (low, high) is worth what (high, low) is: accepted.
    const ours = text()
      .replace(
        "a: { ideal: high, salience: 50 }, b: { ideal: low",
        "a: { ideal: high, salience: 50, bottom line: high }, b: { ideal: low",
      )
      .replace(
        "a: { ideal: high, salience: 50 }, b: { ideal: high",
        "a: { ideal: high, salience: 50, bottom line: low }, b: { ideal: high",
      );
    const world = new SmallWorld(ours, { ...up, "salience second b": 30 }).run();
    expect([world.of("first").result, world.of("second").option]).toEqual(["low", "high"]);
    // With both at high nothing but both would do for us, and b refuses both: (high, high) lacks b alone, (low, high) us alone.
    const both = ours.replace("bottom line: low", "bottom line: high");
    expect(new SmallWorld(both, { ...up, "salience second b": 30 }).run().of("first")).toMatchObject({
      ended: "refused",
      refusers: ["a", "b"],
    });
  });
  test("red lines hold in a bundle", () => {
    const red = text("", "ideal: high, salience: 60, red lines: high");
    expect(new SmallWorld(red, up).run().of("second")).toMatchObject({ ended: "refused" });
  });
  test("[S20] one item not before the forum: the others are not reached", () => {
    const kept = text().replace("- issue: second", "- issue: second\n    admission: 30%");
    const world = new SmallWorld(kept, { ...up, "luck of admission second": 0.3 }).run();
    expect(world.of("first")).toMatchObject({ admitted: true, ended: "notReached", result: "low" });
    expect(world.of("second").ended).toBe("notAdmitted");
    expect(world.set({ "luck of admission second": 0.29 }).run().of("first").option).toBe("high");
    const away = text("moves: { carry: { kind: press, issue: second, forum: talks } }").replace(
      "- issue: second",
      "- issue: second\n    carried: yes",
    );
    expect(new SmallWorld(away, up).run("none").of("first")).toMatchObject({ admitted: true, ended: "notReached" });
    expect(new SmallWorld(`${away}plan: [carry]\n`, up).run().of("first").option).toBe("high");
  });
  test("a rule sees what the bundle came out at, never the stand-in before", () => {
    const ruled = text(`rules: { stays: { if: first is low, then: [{ party: b, issue: third, ideal: 0 }] } }`).replace(
      "links:",
      `  - issue: third
    options: { low: 0, high: 100 }
    otherwise: low
    positions: { a: { ideal: high, salience: 50 }, b: { ideal: high, salience: 0, cost of disagreement: 0 } }
links:`,
    );
    expect(new SmallWorld(ruled, up).run().of("third").option).toBe("high");
  });
  test("[S15] it must pass where any of its items must be confirmed", () => {
    const confirmed = text()
      .replace("parties: { a: A, b: B }", "parties: { a: A, b: B, c: C }")
      .replace(
        "gatekeepers: nobody } }",
        "gatekeepers: nobody }, assembly: { members: [c], gatekeepers: nobody } }\nforum: talks",
      )
      .replace("- issue: second", "- issue: second\n    confirmed in: assembly");
    const set = { ...up, "ideal second c": 0, "cost second c": 0, "salience second c": 50 };
    const world = new SmallWorld(confirmed, set).run();
    expect(world.of("first").ended).toBe("refused");
    expect(world.of("second")).toMatchObject({ ended: "refused", refusers: ["c"] });
    expect(world.set({ "ideal second c": 100 }).run().of("first").option).toBe("high");
  });
  test("[S14] under a majority, each whose consent alone would do is named", () => {
    const majority = text()
      .replace("parties: { a: A, b: B }", "parties: { a: A, b: B, c: C, d: D }")
      .replace("members: [a, b]", "members: [a, b, c, d], decision rule: 3/4");
    // c and d are against everything, b takes both high: two of four accept (high, high); c or d would make it three.
    const set = Object.fromEntries(
      ["c", "d"].flatMap((p) =>
        ["first", "second"].flatMap((i) => [
          [`ideal ${i} ${p}`, 0],
          [`cost ${i} ${p}`, 0],
          [`salience ${i} ${p}`, 50],
        ]),
      ),
    );
    const world = new SmallWorld(majority, { ...up, ...set }).run();
    expect(world.of("first")).toMatchObject({ ended: "refused" });
    expect(world.of("first").refusers).toEqual(["c", "d"]);
  });
  test("[S23] values that do not add count in it, for whom they are", () => {
    const depends = (worth: string) =>
      text().replace(
        "links: {",
        `links: { sum: { depends: [first, second], table: [{ if: first is high and second is high, worth: { b: ${worth} } }] },`,
      );
    // Without: 0.4/0.6 gives +20 for both high; −21 more makes b refuse it, −19 does not.
    expect(new SmallWorld(depends("-21"), up).run().of("first").ended).toBe("notReached");
    expect(new SmallWorld(depends("-19"), up).run().of("first").option).toBe("high");
  });
  test("[S22] who sees that we care about one item more than on average asks more on the others", () => {
    // Ours: 80 and 20, mean 50. b believes the truth: excess on the first 30, none on the second.
    // Reservation rises on the second by h·30·w = 0.6·30·h; it gains 20: both high passes up to h = 20/18 > 1, so weights .45/.55: gain 10, rise 16.5·h.
    const seen = text("", "ideal: high, salience: 55")
      .replace("care premium: 0", "care premium: 0.5")
      .replace("b: { ideal: low, salience: 40", "b: { ideal: low, salience: 45")
      .replace("a: { ideal: high, salience: 50 }, b: { ideal: low", "a: { ideal: high, salience: 80 }, b: { ideal: low")
      .replace(
        "a: { ideal: high, salience: 50 }, b: { ideal: high",
        "a: { ideal: high, salience: 20 }, b: { ideal: high",
      );
    const world = new SmallWorld(seen, up);
    expect(
      world
        .set({ "care premium method": 10 / 16.5 - 0.001 })
        .run()
        .of("first").option,
    ).toBe("high");
    expect(
      world
        .set({ "care premium method": 10 / 16.5 + 0.001 })
        .run()
        .of("first").ended,
    ).toBe("notReached");
    // Shown as 50 everywhere, it asks nothing more.
    const hidden = seen.replace("salience: 80 }", "salience: 80, shown as: { salience: 50 } }");
    expect(new SmallWorld(hidden, { ...up, "care premium method": 1 }).run().of("first").option).toBe("high");
  });
});

describe("[S21] an offer adds a package and removes none", () => {
  /**
   * A: we want it, b would refuse it alone. B: b wants it, we refuse it alone. Both at 0..100, otherwise low.
   * Weights: ours A 60, B 40; b's A 40, B 60.
   */
  const text = (more = "", offer = "if: wanted is high or better") => `
demarche: 1
us: a
method: { care premium: 0 }
parties: { a: A, b: B, c: C }
forums: { talks: { members: [a, b], gatekeepers: nobody } }
agenda:
  - issue: wanted
    options: { low: 0, high: 100 }
    otherwise: low
    positions: { a: { ideal: high, salience: 60 }, b: { ideal: low, salience: 40, cost of disagreement: 0 } }
  - issue: given
    options: { low: 0, high: 100 }
    otherwise: low
    positions: { a: { ideal: low, salience: 40 }, b: { ideal: high, salience: 60, cost of disagreement: 0 } }
links: { trade: { offer: { given: high }, ${offer} } }
moves: { hint: { kind: offer, link: trade } }
plan: [hint]
${more}
`;
  test("acts only once a move makes it", () => {
    const world = new SmallWorld(text());
    expect(world.run("none").of("wanted")).toMatchObject({ ended: "refused", refusers: ["b"] });
    expect(world.of("given")).toMatchObject({ ended: "refused", refusers: ["a"] });
    // Made: we gain 60 − 40 = 20, b gains 60 − 40 = 20.
    world.run();
    expect([world.of("wanted").option, world.of("given").option]).toEqual(["high", "high"]);
  });
  test("replaces the separate result iff each gets at least that; a refused item counts otherwise less its cost, for others", () => {
    // b's weights 0.6/0.4: it would lose 20. An item that ended refused counts w·c less: 0.6·c ≥ 20 from c = 33.3 on.
    const set = { "salience wanted b": 60, "salience given b": 40 };
    const world = new SmallWorld(text(), { ...set, "cost wanted b": 33.2 }).run();
    expect(world.of("wanted").ended).toBe("refused");
    expect(world.set({ "cost wanted b": 33.4 }).run().of("wanted").option).toBe("high");
    // Ours are not counted so: with 0.4/0.6 we lose 20 whatever disagreement costs us.
    const ours = new SmallWorld(text(), {
      "salience wanted a": 40,
      "salience given a": 60,
      "cost wanted a": 100,
    }).run();
    expect(ours.of("wanted").ended).toBe("refused");
  });
  test("is not taken where the separate result is already as good", () => {
    // b at high on both: it takes what we want alone. The offer would only cost us: our own consent to it fails.
    const world = new SmallWorld(text(), {
      "ideal wanted b": 100,
      "luck of residual wanted": luckOfResidual(60),
    }).run();
    expect([world.of("wanted").option, world.of("given").ended]).toEqual(["high", "refused"]);
  });
  test("red lines hold, and what has not come before the forum is not traded", () => {
    const red = text().replace("b: { ideal: low,", "b: { red lines: high, ideal: low,");
    expect(new SmallWorld(red).run().of("wanted").ended).toBe("refused");
    const kept = text().replace("- issue: given", "- issue: given\n    admission: 0%");
    expect(new SmallWorld(kept).run().of("wanted").ended).toBe("refused");
  });
  test("whatever else its condition asks must hold", () => {
    const asked = text("assumptions: { thaw: { chance: 50% } }", "if: wanted is high and thaw");
    const world = new SmallWorld(asked, { "luck of assumption thaw": 0.49 }).run();
    expect(world.of("wanted").option).toBe("high");
    expect(world.set({ "luck of assumption thaw": 0.51 }).run().of("wanted").ended).toBe("refused");
  });
  test("[S22] the care premium: h_b × (what it believes we care about A beyond our average) on B", () => {
    // Our saliences 60, 40: mean 50, excess on the wanted 10. b's weight of the given 0.6: it asks 6·h more, of its gain of 20.
    // With h at most 1 that never bites; weights 0.48/0.52 leave b 4, against 5.2·h.
    const set = { "salience wanted b": 48, "salience given b": 52 };
    const world = new SmallWorld(text(), set);
    expect(
      world
        .set({ "care premium method": 4 / 5.2 - 0.001 })
        .run()
        .of("wanted").option,
    ).toBe("high");
    expect(
      world
        .set({ "care premium method": 4 / 5.2 + 0.001 })
        .run()
        .of("wanted").ended,
    ).toBe("refused");
    expect(world.roll.premiumShown[0]).toBeCloseTo(world.get("care premium method") * 5.2, 10);
  });
  test("[S22] it goes by what is shown, unless the observer is told, believes otherwise, or all is public", () => {
    const shown = (more: string, moves = "") =>
      text(more)
        .replace("a: { ideal: high, salience: 60 }", "a: { ideal: high, salience: 60, shown as: { salience: 50 } }")
        .replace("moves: {", `moves: { ${moves}`)
        .replace("plan: [hint]", moves === "" ? "plan: [hint]" : "plan: [tell, hint]");
    const set = { "salience wanted b": 48, "salience given b": 52, "care premium method": 1 };
    const end = (source: string) => new SmallWorld(source, set).run().of("wanted").ended;
    // Hidden: 0 asked, so agreed.
    expect(end(shown(""))).toBe("agreed");
    expect(end(shown("", "tell: { kind: probe, target: b, issue: wanted, reveals: wanted },"))).toBe("refused");
    // Told to another, b knows nothing of it.
    expect(end(shown("", "tell: { kind: probe, target: c, issue: wanted, reveals: wanted },"))).toBe("agreed");
    expect(
      end(shown("", "tell: { kind: probe, target: c, issue: wanted, reveals: { issue: wanted, to: [b, c] } },")),
    ).toBe("refused");
    // What is revealed is the ideal only: how much we care stays hidden.
    expect(
      end(shown("", "tell: { kind: probe, target: b, issue: wanted, reveals: { issue: wanted, what: ideal } },")),
    ).toBe("agreed");
    expect(end(shown("", "tell: { kind: publicise, public: yes, issue: wanted },"))).toBe("refused");
    // b believes that we care 70: excess 20, whatever we show. In its worlds concealment is worth nothing.
    const belief = "beliefs: { guess: { by: b, about: a, issue: wanted, salience: 70 } }";
    expect(end(shown(belief))).toBe("refused");
    expect(end(text(belief))).toBe("refused");
    // It believes 50; told the truth, it knows better.
    const wrong = belief.replace("70", "50");
    expect(end(text(wrong))).toBe("agreed");
    expect(end(shown(wrong, "tell: { kind: probe, target: b, issue: wanted, reveals: wanted },"))).toBe("refused");
  });
  test("[S22] shown to some only, the rest see what is so; a conceal move hides from then on", () => {
    const set = { "salience wanted b": 48, "salience given b": 52, "care premium method": 1 };
    const some = text().replace(
      "a: { ideal: high, salience: 60 }",
      "a: { ideal: high, salience: 60, shown as: { salience: 50, to: c } }",
    );
    expect(new SmallWorld(some, set).run().of("wanted").ended).toBe("refused");
    const move = text()
      .replace("a: { ideal: high, salience: 60 }", "a: { ideal: high, salience: 60, shown as: { salience: 50 } }")
      .replace("moves: {", "moves: { keep: { kind: conceal, issue: wanted },")
      .replace("plan: [hint]", "plan: [hint]\nother plans: { quiet: [keep, hint] }");
    const world = new SmallWorld(move, set).run();
    expect(world.of("wanted").ended).toBe("refused");
    expect(world.run(world.model.otherPlans[0]).of("wanted").ended).toBe("agreed");
  });
  test("[S13] under a majority whom it costs may be outvoted", () => {
    const majority = text()
      .replace("members: [a, b]", "members: [a, b, c], decision rule: majority")
      .replaceAll("b: { ideal", "c: { ideal: 50, salience: 0, cost of disagreement: 0, red lines: high }, b: { ideal");
    // c bars high on both; a and b are two of three.
    const world = new SmallWorld(majority).run();
    expect([world.of("wanted").option, world.of("given").option]).toEqual(["high", "high"]);
  });
  test("items before two forums: each must take it", () => {
    const two = text()
      .replace(
        "gatekeepers: nobody } }",
        "gatekeepers: nobody, dates: 2030-01-01 }, later: { members: [a, c], gatekeepers: nobody, dates: 2030-02-01 } }\nforum: talks",
      )
      .replace("- issue: given", "- issue: given\n    forum: later");
    // c has no position on the given: set here. At high it gains by the offer.
    const set = { "ideal given c": 100, "salience given c": 50, "cost given c": 0 };
    const world = new SmallWorld(two, set).run();
    expect([world.of("wanted").option, world.of("given").option]).toEqual(["high", "high"]);
    expect(world.set({ "ideal given c": 0 }).run().of("wanted").ended).toBe("refused");
  });
});
