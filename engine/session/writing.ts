/** How values and tables are written into documents, for faces that print what they write. */
export { tableText } from '../writing/table.ts';
export { yaml } from '../writing/yamlValue.ts';
