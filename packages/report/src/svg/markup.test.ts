import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deferred, element, escapeText, formatNumber, join, type Markup, markup, styleElement } from "./markup.ts";

describe("text is escaped", () => {
  it("in elements and in attributes, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const printed = element("p", { title: text }, text).text;
        const inner = printed.replace(/^<p title="/u, "").replace(/<\/p>$/u, "");
        const [attribute, content] = inner.split('">');
        expect(inner.split('">')).toHaveLength(2);
        for (const part of [attribute, content]) expect(part).not.toMatch(/[<>"']/u);
      }),
    );
  });
  it("and reads back as it was, but for what no paper may hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        const back = escapeText(text)
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">")
          .replaceAll("&quot;", '"')
          .replaceAll("&#39;", "'")
          .replaceAll("&amp;", "&");
        expect(back).toBe(text);
      }),
    );
  });
  it("without controls, noncharacters, lone surrogates and directional overrides", () => {
    expect(escapeText("a\u0000\u001b\u202eb\u2066\ufffec\ud800d")).toBe("abc\ufffdd");
  });
  it("keeps figures and per cent on one line", () => {
    expect(markup`${"20 % of 5 %"}`.text).toBe("20\u00a0% of 5\u00a0%");
  });
});

describe("numbers", () => {
  it("have at most two decimals and no negative nought", () => {
    expect(formatNumber(1 / 3)).toBe("0.33");
    expect(formatNumber(-0.001)).toBe("0");
    expect(formatNumber(12)).toBe("12");
  });
  it("that are none stop the paper", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => formatNumber(value)).toThrow(RangeError);
      expect(() => markup`${value}`.text).toThrow(RangeError);
    }
  });
});

describe("markup", () => {
  it("prints nothing for nothing", () => {
    expect(markup`${undefined}${null}${false}${[]}${""}`.text).toBe("");
    expect(join(["a", undefined, "", "b"], ", ").text).toBe("a, b");
  });
  it("takes no object that it has not made itself", () => {
    const forged: Markup = { text: "<script>alert(1)</script>" };
    expect(() => markup`${forged}`.text).toThrow(TypeError);
  });
  it("counts what is deferred in the order of the page", () => {
    let count = 0;
    const next = () =>
      deferred(() => {
        count += 1;
        return markup`${count}`;
      });
    const second = next();
    const first = next();
    expect(markup`${first} ${second}`.text).toBe("1 2");
  });
  it("refuses a style sheet that could end its element", () => {
    expect(() => styleElement("a{}</style><script>")).toThrow(RangeError);
  });
});
