/** The most studies that stand side by side. */
export const most = 4;
