/** Where a screen that only looks on is given the key of one in the hall. */
export const SCREEN_PATH = '/watch/screen';
