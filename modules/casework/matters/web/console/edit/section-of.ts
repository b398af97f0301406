import { bundleSections, itemSections, matterSections } from './sections.ts';

/** The section of the editor in which a place stands: `items.new.papers.plan` is in `0.papers`. */
export function sectionOf(place: string, itemKeys: readonly string[]): string {
  const [first = '', key = '', field = ''] = place.split('.');
  if (first === 'items') {
    const index = Math.max(0, itemKeys.indexOf(key));
    const own = itemSections.find(({ fields }) => fields.includes(field));
    return `${index}.${own?.key ?? 'item'}`;
  }
  const sections = itemKeys.length > 0 ? matterSections : bundleSections;
  return sections.find(({ fields }) => fields.includes(first))?.key ?? 'basics';
}
