/** The kinds of documents that Docket knows without any project. */
export { builtInCatalogue } from '../model/config/projectConfig.ts';
