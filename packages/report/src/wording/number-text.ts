/** A number rounded to one decimal at most, with a true minus sign: −3.4, 12, 0. */
export function numberText(value: number, decimals = 1): string {
  const scale = decimals === 0 ? 1 : decimals === 1 ? 10 : 100;
  const rounded = Math.round(value * scale) / scale;
  return rounded < 0 ? `−${-rounded}` : `${rounded === 0 ? 0 : rounded}`;
}

/** The same with its sign always shown: +3.4, −2, 0. */
export function signedText(value: number, decimals = 1): string {
  const text = numberText(value, decimals);
  return text === "0" || text.startsWith("−") ? text : `+${text}`;
}
