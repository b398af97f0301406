/** So many options are all shown. */
export const FEW = 5;

/** From so many on, several are chosen with a search. */
export const MANY = 12;
