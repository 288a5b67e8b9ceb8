/** The only clock: the present as an instant with the machine's offset. */
export function now(): string {
  const date = new Date();
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map(part =>
    String(part).padStart(2, '0'),
  );
  return `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/** The last full hour: the moment `check` judges at when none is given, so that its result holds until the next. */
export function thisHour(): string {
  return now().replace(/T(\d\d):\d\d:\d\d/, 'T$1:00:00');
}
