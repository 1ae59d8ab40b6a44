/** Characters that one line may have: more than all texts of a product that is in order. */
export const MAX_LINE = 500_000;
export const MAX_COLUMNS = 1_000;
/** Lines of one import. */
export const MAX_ROWS = 10_000;
