export const chartMessages = { agenda: "The agenda at a glance" } as const;
