/** How wide a text is on a screen, for faces that lay out columns. */
export { textWidth } from '../base/textWidth.ts';
