/** What other pages of the desk show of the pad. */
export { InviteOnPad } from './desk/InviteOnPad.tsx';
export { SignOnPad } from './desk/SignOnPad.tsx';
