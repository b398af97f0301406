import { useGo } from '../../routing/index.ts';
import { useStaffSurface } from './surface-context.ts';

/** Follows a path of the site: within the surface without loading anew, else by the browser. */
export function useFollow(): (link: string) => void {
  const go = useGo();
  const { basePath } = useStaffSurface();
  return (link) => {
    // A message must not lead anywhere but to this site.
    if (!/^\/(?![/\\])/.test(link)) return;
    if (link === basePath || link.startsWith(`${basePath}/`))
      go(link.slice(basePath.length) || '/');
    else globalThis.location.assign(link);
  };
}
