/** Plans as faces show them, carry them out, or turn them into edits of their own. */
export {
  type Action,
  actionOf,
  bytesOf,
  type Content,
  type FilePlan,
  isEmptyPlan as isEmpty,
  type Plan,
} from '../base/plan.ts';
