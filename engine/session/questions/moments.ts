/** The present as records write it. */
import { formatInstant, localDate, momentOf } from '../../measure/time/instant.ts';
import type { LocalDate } from '../../measure/time/date.ts';
import { offsetOf } from '../../measure/agreed/terms.ts';
import type { Project } from '../../rules/project.ts';

/** An instant in the time of a project. */
interface Present {
  /** RFC 3339 with the offset of the project. */
  readonly now: string;
  readonly today: LocalDate;
}

/** `written`: RFC 3339 with offset, or a day; the moment of judgement of the project when it is left out. */
export function presentIn({ config, asOf }: Project, written: string = asOf): Present {
  const offset = offsetOf(config);
  const instant = momentOf(written, offset) ?? 0;
  return { now: formatInstant(instant, offset), today: localDate(instant, offset) };
}
