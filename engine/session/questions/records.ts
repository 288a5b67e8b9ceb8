/** The name that was probably meant when the one that was written does not exist: of an identifier, or of several names. */
export { closest, nearest } from '../../rules/nearest.ts';
