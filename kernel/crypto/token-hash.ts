import { sm3 } from './sm3.ts';

/**
 * What is stored of a session, enrolment or link token. A plain SM3 is enough because tokens are random with at least 128 bits;
 * for what people choose themselves there is `hashPassword`.
 */
export function hashToken(token: string): string {
  return sm3(`onewindow/token/1:${token}`).toString('base64url');
}
