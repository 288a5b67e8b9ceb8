/** Identifiers that the trailers of a commit message name: lines `Key: value` of its last paragraph. */
const LINE = /^(?:refs?|工单|change|变更|req|需求|doc|文档)[ \t]*[:：][ \t]*(.+)$/i;

export function idsInTrailers(message: string): readonly string[] {
  const last = message.trimEnd().split(/\n[ \t\r]*\n/);
  return (last.length < 2 ? '' : (last.at(-1) ?? '')).split('\n').flatMap(line => idsIn(LINE.exec(line.trim())?.[1] ?? ''));
}

/** `ZZGL-LLD@V1.3` names the document. */
function idsIn(value: string): readonly string[] {
  return value
    .split(/[\s,，、;；]+/)
    .map(word => word.replace(/@.*$/, ''))
    .filter(word => word !== '');
}
