const KEY = 'ow.premises.door';

/** The door whose code a visitor scanned, until the form is there to take it. */
export function rememberDoor(token: string): void {
  sessionStorage.setItem(KEY, token);
}

export function recallDoor(): string | undefined {
  return sessionStorage.getItem(KEY) ?? undefined;
}
