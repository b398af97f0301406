/** Nothing asks this module yet: it stands above the money it shows. */
export type ProjectsApi = Record<never, never>;

export const projectsApi: ProjectsApi = {};
