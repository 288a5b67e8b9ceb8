/** The trailers of a commit message. */
export { trailersOf } from '../links/trailers.ts';
