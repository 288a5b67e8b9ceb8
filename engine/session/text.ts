/** Names and contents of files as the engine reads them. */
export { asPath } from '../base/text.ts';
export { decode } from '../workspace/decode.ts';
