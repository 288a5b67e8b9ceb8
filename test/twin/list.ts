/** The list of the faults, for the folder they lie in. */
import type { Fault } from '../../host/sample/fault.ts';

const HEAD = `# 故障 Faults

每个文件是一处故障：标题、改动（\`changes\`，提交的另有 \`commit\`）、点名的规则（\`rule\`），以及随单因此多说、少说的全部内容（\`expect\`），别的规则开口或沉默都写明原因（\`why\`）。写出带故障的样例：
\`docket sample zzgl DIR --fault 7\`。

One fault a file, and all that Docket says about it. \`node scripts/recordFaults.ts\` records what is said anew and writes this list.

| | 故障 | fault | rule |
|---|---|---|---|
`;

export function listOf(faults: readonly Fault[]): string {
  return (
    HEAD + faults.map(({ number, title, rule }) => `| ${number} | ${title.zh} | ${title.en} | \`${rule}\` |\n`).join('')
  );
}
