/** Suggests the identifier that a misspelt one probably means. */
export { nearest } from '../../rules/nearest.ts';
