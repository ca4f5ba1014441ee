export const figureMessages = { data: "The figures behind this picture" } as const;
