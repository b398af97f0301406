/** Whether a part of the program could not be fetched since a new version was put in its place. */
export function isOutdated(error: unknown): boolean {
  return (
    error instanceof TypeError && /dynamically imported module|module script/i.test(error.message)
  );
}
