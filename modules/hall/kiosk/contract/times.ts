/** Untouched for so long, a kiosk warns; GB/T 22239 wants sessions to end by themselves. */
export const IDLE_SECONDS = 60;
/** So long the warning counts down before everything is wiped. */
export const WARNING_SECONDS = 20;
/** The server's own limits of a visit, should the kiosk not come back to end it. */
export const VISIT_IDLE_MINUTES = 10;
export const VISIT_LONGEST_MINUTES = 60;
/** A link for a phone serves one phone for so long, and takes so many files. */
export const LINK_MINUTES = 10;
export const LINK_FILES = 10;
