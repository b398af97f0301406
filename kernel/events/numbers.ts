/** The lowest number that PostgreSQL gives to a transaction: what carries it is behind every reader. */
export const FIRST_NUMBER = 3;
