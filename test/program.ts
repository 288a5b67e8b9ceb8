/** The command line that tests start as a process; built by `buildProgram.ts` before the first of them. */
import path from 'node:path';

/** What `node` is given to run it. Its chunks are three levels below the clone, where they find the files that come with the program. */
export const DOCKET = path.resolve(import.meta.dirname, '../.cache/program/cli.js');
