import { expect, test } from "vitest";
import { readConflict } from "./read-conflict.ts";
import { studyConflict } from "./study.ts";

const model = (a: string, b: string) =>
  `{"form":"option","decisionMakers":["A","B"],"options":[{"name":"x","owner":"A"},{"name":"y","owner":"B"}],"preferences":{"A":{"weights":${a}},"B":{"weights":${b}}}}`;

function nash(text: string): readonly unknown[] {
  const reading = readConflict(text, "w.json");
  if (!reading.ok) throw new Error(reading.diagnostics.map(({ message }) => message).join("; "));
  const findings = studyConflict(reading.compiled, {});
  if (!findings.ok) throw new Error("no findings");
  return findings.value.equilibria.nash;
}

test("[P2] weights far below one still order states", () => {
  expect(nash(model('{"x":0.0000009}', '{"x":1,"y":0.0000009}'))).toEqual(nash(model('{"x":1}', '{"x":1,"y":1}')));
  expect(nash(model('{"x":9e-12}', '{"y":1e-12}'))).toEqual(nash(model('{"x":1}', '{"y":1}')));
});

test("[P2] weights that cannot be added exactly are refused", () => {
  expect(() => nash(model('{"x":1}', '{"x":1e16,"y":1}'))).toThrow("too far apart");
  expect(() => nash(model('{"x":1e308}', '{"y":1}'))).toThrow("too far apart");
});
