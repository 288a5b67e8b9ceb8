/** XML by hand: elements, attributes, text; what XML 1.0 cannot hold is replaced. */

type Attributes = Readonly<Record<string, string | number | undefined>>;

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** `children` are elements already. */
export function element(name: string, attributes: Attributes, children: readonly string[] | string = []): string {
  const inner =
    typeof children === 'string' ? escaped(children) : children.map(child => `\n${indented(child)}`).join('');
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const head = `<${name}${given.map(([key, value]) => ` ${key}="${attribute(String(value))}"`).join('')}`;
  if (inner === '') return `${head}/>`;
  return `${head}>${inner}${typeof children === 'string' ? '' : '\n'}</${name}>`;
}

/** Text keeps its own lines; only lines that begin an element move. */
function indented(child: string): string {
  return child.replace(/^(?= *<)/gm, '  ');
}

function attribute(text: string): string {
  return escaped(text).replace(/[\t\n\r]/g, space => `&#${space.charCodeAt(0)};`);
}

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"']/g, mark => NAMES[mark] ?? mark);
}
