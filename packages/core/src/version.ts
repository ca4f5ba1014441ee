/** Of the program; printed in the papers and part of the inputs' fingerprint. */
export const version = "0.1.0";
