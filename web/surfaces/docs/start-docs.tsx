import { drawPlainSurface } from '../../kit/public/draw-plain-surface.tsx';
import { DocsPage } from './DocsPage.tsx';

/** Draws the reading page of the interface. */
export function startDocs(): void {
  drawPlainSurface(<DocsPage />);
}
