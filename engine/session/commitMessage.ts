/** What a commit message says to Docket. */
export { trailersOf } from '../links/trailers.ts';
