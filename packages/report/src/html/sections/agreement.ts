import type { AgreementFinding } from "@demarche/core/packages";
import { agreementMessages as words } from "../../messages/agreement.ts";
import { headings } from "../../messages/headings.ts";
import { type PackageNames, packagesBody } from "../../packages/index.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import { anchor, type Paper, type SectionWriter } from "../paper.ts";

/** Which packages are worth anyone's time: the whole brief, then each bundle. */
export const writeAgreement: SectionWriter = (paper) => {
  const { agreement } = paper.findings;
  if (agreement.length === 0) return null;
  const names = namesIn(paper);
  return {
    id: "agreement",
    title: headings.agreement,
    body: (number) => [
      markup`<p>${words.intro}</p>`,
      agreement.map((finding, i) => writeSpace(paper, names, finding, i, `${number}.${i + 1}`)),
    ],
  };
};

function writeSpace(
  { index, notes }: Paper,
  names: PackageNames,
  { bundle, findings }: AgreementFinding,
  i: number,
  number: string,
): Piece {
  const id = anchor("agreement", bundle ?? "all");
  const name = bundle === undefined ? words.whole : words.bundle(index.nameOf(bundle));
  const title = markup`<h3><span class="count">${number}</span> ${name}</h3>`;
  // A member may bear our bundle's name in letters that no anchor holds: the place in the findings is unique.
  const limited = !findings.frontier.exact && markup`<p>${words.limited}</p>`;
  const body = packagesBody(findings, names, `agreement-${i}`, "h4");
  return markup`<section class="item" id="${id}">${title}<p>${words.of(findings.parties.length, findings.issues.length)}${notes.computed(`/agreement/${i}/findings`)}</p>${limited}${body}</section>`;
}

function namesIn({ index, items }: Paper): PackageNames {
  return {
    party: index.nameOf,
    inProse: index.inProse,
    issue: index.nameOf,
    option: (issue, option) =>
      option === "otherwise"
        ? words.open
        : (items.get(issue)?.options.find(({ id }) => id === option)?.title ?? option),
  };
}
