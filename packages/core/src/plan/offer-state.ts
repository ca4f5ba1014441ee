/** What became of an offer in this world: 0 not made, 1 made but not open, 2 declined, 3 accepted. */
export const offerState = { notMade: 0, notOpen: 1, declined: 2, accepted: 3 } as const;
