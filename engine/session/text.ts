/** Paths and contents of files in the form of the engine. */
export { asPath } from '../base/text.ts';
export { decode } from '../workspace/decode.ts';
