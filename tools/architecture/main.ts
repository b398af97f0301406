import { architecture } from '#architecture';

import { checkArchitecture, describeVerdict } from './check-architecture.ts';

const verdict = checkArchitecture(process.cwd(), architecture);
for (const line of describeVerdict(verdict)) console.log(line);
const { files, imports, modules, findings, rules } = verdict;
console.log(
  `${files} files, ${imports} imports, ${modules} modules, ${rules.length} rules: ` +
    (findings.length === 0 ? 'all kept' : `${findings.length} findings`),
);
process.exitCode = findings.length === 0 ? 0 : 1;
