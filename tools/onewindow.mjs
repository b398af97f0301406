#!/usr/bin/env node
// The command-line program of the package: onewindow start, onewindow --help.
import { resolve } from 'node:path';

import { launch, root } from './bootstrap/launch.mjs';

await launch(resolve(root, 'server/cli.ts'), process.argv.slice(2));
