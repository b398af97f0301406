import type { Rule } from '../rule.ts';
import {
  consoleAtHome,
  environmentAtHome,
  queryBuilderAtHome,
  randomnessAtHome,
  timeAtHome,
} from './confined.ts';
import { noCycle } from './cycles.ts';
import { moneyIsExact, reasonedSuppressions, routesDecideNothing } from './decisions.ts';
import { declaredPackage, importResolves, importStyle } from './imports.ts';
import { kernelAlone, layers } from './layers.ts';
import { bothLanguages } from './messages.ts';
import { familyOrder, moduleDoor, moduleListed } from './module-doors.ts';
import { ownTables } from './own-tables.ts';
import { pageLinks } from './page-links.ts';
import { doorsAreChosen, fileNames, knownFolders, migrationNames, moduleFiles } from './shape.ts';
import { kernelVocabulary, noCentreInCode } from './vocabulary.ts';
import {
  contractImports,
  deviceSurfacesPlain,
  runsInBrowser,
  webLayers,
  webServerApart,
} from './web-apart.ts';
import { wordsInMessages } from './words.ts';

/** Every rule of the architecture, in the order in which a reader would want to hear of it. */
export const rules: readonly Rule[] = [
  kernelAlone,
  layers,
  moduleDoor,
  moduleListed,
  familyOrder,
  noCycle,
  webServerApart,
  webLayers,
  runsInBrowser,
  contractImports,
  deviceSurfacesPlain,
  importResolves,
  importStyle,
  declaredPackage,
  environmentAtHome,
  timeAtHome,
  randomnessAtHome,
  consoleAtHome,
  queryBuilderAtHome,
  ownTables,
  routesDecideNothing,
  moneyIsExact,
  reasonedSuppressions,
  moduleFiles,
  knownFolders,
  fileNames,
  migrationNames,
  doorsAreChosen,
  kernelVocabulary,
  noCentreInCode,
  wordsInMessages,
  bothLanguages,
  pageLinks,
];
