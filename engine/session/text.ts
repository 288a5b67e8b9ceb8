/** Names, contents and positions of files as the engine reads them. */
export { positionsIn } from '../base/lines.ts';
export { asPath } from '../base/text.ts';
export { decode } from '../workspace/decode.ts';
