export { events } from './contract/events.ts';
export { permissions } from './contract/permissions.ts';
export { problems } from './contract/problems.ts';
export * from './contract/shapes.ts';

export const routes = {} as const;
