/** The identifier that was probably meant when the one that was written does not exist. */
export { nearest } from '../../rules/nearest.ts';
