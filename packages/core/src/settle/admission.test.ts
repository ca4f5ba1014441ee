import { describe, expect, test } from "vitest";
import { luckOfResidual, SmallWorld } from "../plan/small-world.test-support.ts";
import { mirroredResiduals } from "../worlds/index.ts";

const brief = (b: string, more = "") => `
demarche: 1
us: a
parties: { a: A, b: B }
forums: { talks: { members: [a, b] } }
agenda:
  - issue: tariff
    options: { low: 0, high: 100 }
    otherwise: low
    ${more}
    positions:
      a: { ideal: high, salience: 50 }
      b: ${b}
`;
const h = "gate share method";

describe("[S3] a gatekeeper admits iff E + d ≥ v(otherwise) − h·c", () => {
  test("of what it would refuse, E is v(otherwise) − c: it admits iff d ≥ (1 − h)·c", () => {
    // b is at 0 and refuses high: v(0) = 100, v(high) = 0 < 100 − 20. E = 80; it admits iff 80 + d ≥ 100 − 20·h.
    const text = brief("{ ideal: low, salience: 50, cost of disagreement: 20 }", "discussing: { b: 10 }");
    // h = 0.5: 90 ≥ 90 admits, and then b refuses; h = 0.49: 90 < 90.2 does not.
    const world = new SmallWorld(text, { [h]: 0.5 }).run();
    expect(world.of("tariff")).toMatchObject({ admitted: true, ended: "refused", refusers: ["b"], keepers: [] });
    world.set({ [h]: 0.49 }).run();
    expect(world.of("tariff")).toMatchObject({ admitted: false, ended: "notAdmitted", keepers: ["b"], result: "low" });
    world.set({ "discussing tariff b": 10.3 }).run();
    expect(world.of("tariff").admitted).toBe(true);
    // Without d only h = 1 admits what is doomed.
    const plain = new SmallWorld(brief("{ ideal: low, salience: 50, cost of disagreement: 20 }"), { [h]: 0.99 }).run();
    expect(plain.of("tariff").admitted).toBe(false);
    expect(
      plain
        .set({ [h]: 1 })
        .run()
        .of("tariff").ended,
    ).toBe("refused");
  });

  test("else E runs over what the residual leaves open, the rest as in this world", () => {
    // b at 30, c = 100: takes both. Mean (100 + 30) / 2 = 65; high comes out where 65 + e > 50.
    const up = mirroredResiduals.filter((e) => 65 + e > 50).length / mirroredResiduals.length;
    expect(up).toBeGreaterThan(0.6);
    // v(low) = 70, v(high) = 30: E = 70 − 40·up; admits iff 70 − 40·up ≥ 70 − 100·h, that is h ≥ 0.4·up.
    const world = new SmallWorld(brief("{ ideal: 30, salience: 50, cost of disagreement: 100 }"));
    expect(
      world
        .set({ [h]: 0.4 * up + 1e-6 })
        .run()
        .of("tariff").admitted,
    ).toBe(true);
    expect(
      world
        .set({ [h]: 0.4 * up - 1e-6 })
        .run()
        .of("tariff").admitted,
    ).toBe(false);
    // This world's own residual changes what comes out, not whether it is admitted.
    world.set({ [h]: 0.4 * up + 1e-6, "luck of residual tariff": luckOfResidual(-40) }).run();
    expect(world.of("tariff")).toMatchObject({ admitted: true, ended: "notReached" });
    expect(
      world
        .set({ "luck of residual tariff": luckOfResidual(10) })
        .run()
        .of("tariff").option,
    ).toBe("high");
  });

  test("[S6] the proposer is exempt: with nobody else to ask, its own item is admitted", () => {
    // Ours is doomed: b never takes it. As sole gatekeeper we would not admit it (c of ours counts in E), but it is our item.
    const text = brief("{ ideal: low, salience: 50, cost of disagreement: 0 }").replace(
      "members: [a, b]",
      "members: [a, b], gatekeepers: a",
    );
    expect(new SmallWorld(text, { [h]: 0, "cost tariff a": 50 }).run().of("tariff")).toMatchObject({
      admitted: true,
      ended: "refused",
    });
  });

  test("[S6] what another tables is kept off by us, not by it", () => {
    const text = `
demarche: 1
us: a
parties: { a: A, b: B }
forums: { talks: { members: [a, b] } }
agenda:
  - { issue: tariff, options: [low, high], otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: high, salience: 50 } } }
others will table:
  - issue: quota
    by: b
    chance: 60%
    options: { none: 0, wide: 100 }
    otherwise: none
    positions: { a: { ideal: none, salience: 50, cost of disagreement: 20 }, b: { ideal: wide, salience: 50 } }
`;
    // We refuse wide (v 0 < 100): E = 100 − 20 = 80 < 100 − h·20 unless h = 1.
    const world = new SmallWorld(text, { [h]: 0.5 }).run();
    expect(world.of("quota")).toMatchObject({ ended: "notAdmitted", keepers: ["a"] });
    expect(
      world
        .set({ [h]: 1 })
        .run()
        .of("quota"),
    ).toMatchObject({ ended: "refused", refusers: ["a"] });
    // Luck 0.6 and more: it is not tabled at all.
    expect(world.set({ "luck of tabled quota": 0.6 }).run().of("quota")).toMatchObject({
      admitted: false,
      ended: "notReached",
    });
  });
});

describe("[S5] a third with a position on the item and a friend among the gatekeepers is a further gatekeeper", () => {
  const text = (friends: string, position: string) => `
demarche: 1
us: a
parties: { a: A, b: B, f: { name: F, role: third${friends} } }
forums: { talks: { members: [a, b] } }
agenda:
  - issue: tariff
    options: { low: 0, high: 100 }
    otherwise: low
    positions:
      a: { ideal: high, salience: 50 }
      b: { ideal: high, salience: 50 }
${position}
`;
  // b gains by it. f at 0 loses: E = about 0 < 100 − h·c for h·c < 100.
  const against = "      f: { ideal: low, salience: 50, cost of disagreement: 50 }";
  test("through its friend it keeps off what it would lose by", () => {
    expect(new SmallWorld(text(", friends: b", against), { [h]: 0.5 }).run().of("tariff")).toMatchObject({
      ended: "notAdmitted",
      keepers: ["f"],
    });
  });
  test("not without a friend among the gatekeepers, nor without a position; and never through us, who propose it", () => {
    expect(new SmallWorld(text("", against), { [h]: 0.5 }).run().of("tariff").ended).toBe("agreed");
    expect(new SmallWorld(text(", friends: a", against), { [h]: 0.5 }).run().of("tariff").ended).toBe("agreed");
    expect(new SmallWorld(text(", friends: b", ""), { [h]: 0.5 }).run().of("tariff").ended).toBe("agreed");
  });
  test("its wishes do not enter the mean, nor its consent the acceptance set", () => {
    const admits = new SmallWorld(
      text(", friends: b", "      f: { ideal: low, salience: 100, cost of disagreement: 100 }"),
      {
        [h]: 1,
      },
    ).run();
    expect(admits.of("tariff").option).toBe("high");
  });
});

describe("[S4] typed chances", () => {
  const text = `
demarche: 1
us: a
parties: { a: A, b: B }
forums: { talks: { members: [a, b] } }
agenda:
  - heading: germany
    admission: 40%
    items:
      - { issue: ruhr, options: [low, high], otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: high, salience: 50 } } }
      - { issue: saar, options: [low, high], otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: low, salience: 50, cost of disagreement: 0 } } }
  - { issue: spain, admission: 40%, options: [low, high], otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: high, salience: 50 } } }
`;
  test("replace the formula, and items under one heading share its draw", () => {
    // Luck below 0.4 admits both items of the heading, doomed or not.
    const world = new SmallWorld(text, { "luck of admission germany": 0.39, "luck of admission spain": 0.41 }).run();
    expect(world.of("ruhr").option).toBe("high");
    expect(world.of("saar")).toMatchObject({ admitted: true, ended: "refused", refusers: ["b"] });
    expect(world.of("spain")).toMatchObject({ ended: "notAdmitted", keepers: [] });
    world.set({ "luck of admission germany": 0.4, "luck of admission spain": 0.39 }).run();
    expect([world.of("ruhr").ended, world.of("saar").ended]).toEqual(["notAdmitted", "notAdmitted"]);
    expect(world.of("spain").option).toBe("high");
  });
  test("effects shift them in percentage points, or replace them", () => {
    const ruled = (change: string) =>
      `${text}assumptions: { thaw: { chance: 100% } }\nrules: { open: { if: thaw, then: [{ issue: germany, admission: ${change} }] } }\n`;
    const up = new SmallWorld(ruled("+20%"), { "luck of admission germany": 0.59 }).run();
    expect(up.of("ruhr").admitted).toBe(true);
    expect(up.set({ "luck of admission germany": 0.61 }).run().of("ruhr").admitted).toBe(false);
    const set = new SmallWorld(ruled("10%"), { "luck of admission germany": 0.09 }).run();
    expect(set.of("saar").admitted).toBe(true);
    expect(set.set({ "luck of admission germany": 0.11 }).run().of("saar").admitted).toBe(false);
  });
});

describe("[S7] the adopted agenda", () => {
  test("settles what is admitted, gatekeepers or not", () => {
    const text = `
demarche: 1
us: a
parties: { a: A, b: B }
forums: { talks: { members: [a, b], adopted: [tariff] } }
agenda:
  - { issue: tariff, options: [low, high], otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: low, salience: 50, cost of disagreement: 0 } } }
  - { issue: quota, options: [low, high], otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: high, salience: 50 } } }
`;
    const world = new SmallWorld(text, { [h]: 0 }).run();
    expect(world.of("tariff")).toMatchObject({ admitted: true, ended: "refused" });
    expect(world.of("quota").ended).toBe("notAdmitted");
  });
});

describe("[S1] competence precedes the table", () => {
  const text = (competence: string) => `
demarche: 1
us: a
parties: { a: A, b: B, n: { name: N, role: third } }
forums: { talks: { members: [a, b], gatekeepers: nobody, competence: ${competence} } }
agenda:
  - issue: tariff
    options: { low: 0, middle: 50, high: 100 }
    otherwise: low
    positions:
      a: { ideal: high, salience: 50 }
      b: { ideal: high, salience: 50 }
      n: { ideal: 20, salience: 50, cost of disagreement: 0 }
  - { issue: quota, options: [low, high], otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: high, salience: 50 } } }
`;
  test("what is not listed is outside it; a chance is drawn", () => {
    const world = new SmallWorld(text("{ tariff: 30% }"), { "luck of competence talks tariff": 0.29 }).run();
    expect(world.of("quota")).toMatchObject({ admitted: false, ended: "noCompetence" });
    expect(world.of("tariff").option).toBe("high");
    expect(world.set({ "luck of competence talks tariff": 0.3 }).run().of("tariff").ended).toBe("noCompetence");
    const listed = new SmallWorld(text("[quota]")).run();
    expect([listed.of("tariff").ended, listed.of("quota").option]).toEqual(["noCompetence", "high"]);
  });
  test("[S2] needs: without any option that the needed party takes there is no competence; else its consent is one more", () => {
    // n at 20: v(low) = 80, v(middle) = 70, v(high) = 20. With c = 0 it takes neither.
    const world = new SmallWorld(text("{ tariff: { needs: n } }")).run();
    expect(world.of("tariff")).toMatchObject({ ended: "noCompetence", refusers: [] });
    // c = 10 opens middle, which is then all that can be agreed (the members' mean is high).
    expect(world.set({ "cost tariff n": 10 }).run().of("tariff").option).toBe("middle");
    expect(world.set({ "cost tariff n": 60 }).run().of("tariff").option).toBe("high");
    // b bars all but high by its bottom line; n takes middle only: either alone would open something.
    const barred = text("{ tariff: { needs: n } }").replace(
      "b: { ideal: high, salience: 50 }\n      n",
      "b: { ideal: high, salience: 50, bottom line: high }\n      n",
    );
    expect(new SmallWorld(barred, { "cost tariff n": 10 }).run().of("tariff")).toMatchObject({
      ended: "refused",
      refusers: ["b", "n"],
    });
  });
});

describe("[S8] breakdown", () => {
  const text = `
demarche: 1
us: a
parties: { a: A, b: B }
forums: { talks: { members: [a, b], breakdown: 20%, competence: [tariff, quota] } }
agenda:
  - { issue: tariff, options: [low, high], otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: high, salience: 50 } } }
  - { issue: quota, admission: 0%, options: [low, high], otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: high, salience: 50 } } }
  - { issue: fish, options: [low, high], otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: high, salience: 50 } } }
`;
  test("one draw takes down all items that were admitted; others keep their own reason", () => {
    const world = new SmallWorld(text, { "luck of breakdown talks": 0.19 }).run();
    expect(["tariff", "quota", "fish"].map((id) => world.of(id).ended)).toEqual([
      "brokeDown",
      "notAdmitted",
      "noCompetence",
    ]);
    expect(world.set({ "luck of breakdown talks": 0.2 }).run().of("tariff").option).toBe("high");
  });
});
