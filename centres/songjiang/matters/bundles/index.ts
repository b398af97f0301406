import type { BundleContent } from '../kit/shapes.ts';
import { convenienceStore } from './convenience-store.ts';
import { openRestaurant } from './open-restaurant.ts';

export const bundles: readonly BundleContent[] = [openRestaurant, convenienceStore];
