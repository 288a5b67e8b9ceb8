/** Comments of every language, told from what only looks like one. Each snippet says `yes` in its comments and `no` in nothing else. */
import { describe, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { sourceOf } from '../../engine/code/sourceOf.ts';

const SNIPPETS: Readonly<Record<string, readonly string[]>> = {
  'a.java': [
    'String s = "/* no */"; // yes',
    "char c = '\"'; /* yes */ char d = '\\''; // yes",
    'String t = """\n  // no " /* no\n  """; // yes',
    '/**/ int a; /* yes */ int b; /** yes */ int c; // yes',
    'String unclosed = "// no\n; // yes',
  ],
  'a.kt': [
    'val s = "${f("// no")} /* no */" /* yes /* yes */ yes */',
    'val s = """ // no " ${ g(/* yes */) } """ // yes',
    'fun `// no`() {} // yes',
  ],
  'a.ts': [
    'const a = `no ${f({ a: "}" }) /* yes */} // no`; // yes',
    'const r = /\\/\\/[/"\'`]/g; // yes',
    'if (x) /"\\/\\/ no/.test(y); // yes',
    'const d = (a + b) / 2; // yes " /',
    'const e = a++ / 2; // yes " /',
    'const f = found! / 2; // yes " /',
    'return /* yes */ /"/.test(x); // yes',
    'const n = `${`${"`// no"}`}`; // yes',
    'const g = (x) => /"\\/\\/ no/; // yes',
  ],
  'a.js': [
    '#!/usr/bin/env node // no\nlet a; // yes',
    'const a = <b c="// no">// no it\'s</b>; // yes',
    'x = a < b; // yes',
  ],
  'a.tsx': [
    'const a = <div title="//no">it\'s // no {/* yes */ x} <b/> </div>; // yes',
    "const f = <T,>(x: T) => x; // yes it's",
    'const g = () => <><p>no // no</p>{l.map(x => <i key={x}>// no</i>)}</>; // yes',
    'const a = (\n  <A\n    // yes\n    b={"// no"}\n  />\n); // yes',
  ],
  'a.vue': [
    '<template><!-- yes --><p v-if="a > b">it\'s // no</p></template>\n<script lang="ts">\nconst a = `// no`; // yes\n</script>\n<style lang="scss">a { // yes\n background: url(http://no) }</style>',
  ],
  'a.jsp': [
    '<%-- yes --%><% int a = 1; // yes %><a href="<%= x /* yes */ %>">// no</a>\n<script>var a = "<%= b %>// no"; // yes\n</script>',
  ],
  'a.ftl': ['<#-- yes --><#if a gt b>// no</#if> ${x}<script>a = 1; // yes\n</script>'],
  'a.html': [
    '<p title="// no">it\'s no</p><!-- yes <script>yes</script> --><script type="text/template">// no</script><script>f() // yes\n</script>',
  ],
  'a.xml': ['<a b="// no"><!-- yes --><![CDATA[<!-- no -->]]>it\'s no</a><!-- yes -->'],
  'a.py': [
    '# yes\nx = "# no" # yes\ny = r"\\d" # yes',
    's = """# no\n" # no\n"""  # yes',
    "s = rb'''# no''' # yes\nt = f\"{x} # no\" # yes",
    'a = "\\"# no" # yes',
  ],
  'a.go': ["a := `// no` // yes\nb := '\"' /* yes */", 'c := "\\"// no" // yes'],
  'a.cs': [
    '#region don\'t // no\nvar a = $"{x["// no"]:N0} {{ // no"; // yes',
    'var b = @"a""\\"; // yes\nvar c = $@"{d} ""// no"; // yes',
    'var r = """a " // no"""; // yes\nvar s = """" """ // no """"; // yes',
    '#pragma warning disable // yes',
    "var c = '\"'; // yes",
  ],
  'a.php': [
    "<p>it's // no</p><?php # yes ?> text # no <?php // yes",
    "<?php $a = <<<EOT\n // no\n  EOT; // yes\n$b = <<<'X'\n# no\nX;\n#[Attr] // yes",
    '<?php $b = "{$a["// no"]}"; /* yes */ $c = \'\\\'// no\'; # yes',
  ],
  'a.c': [
    "int x = 1'000; // yes",
    '// yes \\\n yes\nint a; /* yes */',
    "char c = '\"'; // yes",
    "#error don't // no\nint a; // yes",
  ],
  'a.cpp': ['auto s = R"x(// no )" // no)x"; // yes', 'auto s = u8R"(// no)"; // yes'],
  'a.rs': [
    "fn f<'a>(x: &'a str) -> char { '\"' } // yes",
    'let r = r#"// no" // no"#; /* yes /* yes */ yes */ let c = \'\\\'\'; // yes',
  ],
  'a.sh': [
    '#!/bin/sh no\necho ${x#no} a#no $# # yes',
    'x="$(echo "x" # yes\n) # no" # yes',
    'cat <<EOF | grep x # yes\n# no\nEOF\n# yes',
    "cat <<-'E F' # yes\n# no\n\tE F\n# yes",
    "echo $'it\\'s # no' \\' # yes",
    'grep x <<< "# no" # yes',
  ],
  'a.yml': [
    'a: don\'t # yes\nb: |\n  # no\n  x\n\n  # no\nc: "# no"\nd: x#no # yes',
    "a: 'it''s # no' # yes\nb: >-\n  # no\n# yes",
  ],
  'a.properties': ['# yes\na=b # no\n ! yes\nc = "# no'],
  'a.css': ['a { b: url(http://no); c: "/* no */" } /* yes */'],
  'a.sql': [
    "select 'it''s -- no', \"a -- no\" from x -- yes\n/* yes */",
    "select q'[it's -- no]', nq'{'-- no}' from dual -- yes",
  ],
};

describe('comments', () => {
  const all = Object.entries(SNIPPETS).flatMap(([path, snippets]) => snippets.map(snippet => [path, snippet] as const));
  test.each(all)('%s %s', (path, snippet) => {
    const comments = commentsOf(path, snippet);
    for (const comment of comments) expect(comment).not.toMatch(/\bno\b/);
    expect(comments.join(' ').match(/yes/g) ?? []).toHaveLength(snippet.match(/yes/g)?.length ?? 0);
  });
});

describe('dialects', () => {
  test.each([
    ['mysql', "select 'it\\'s -- no', `a # no`, 5--2 -- yes\n# yes\n/*!50003 select 1 */ /* yes */", 3],
    ['postgresql', "select E'\\'-- no', $x$-- no$x$ /* yes /* yes */ yes */ -- yes", 2],
    ['postgresql', 'create function f() returns int as $$ begin -- yes\n return 1; end $$ language plpgsql; -- yes', 2],
    ['sqlserver', "select [a -- no], '-- no' /* yes /* yes */ yes */ -- yes", 2],
    ['oracle', 'select /* yes /* yes */ 1 from dual', 1],
  ])('%s %s', (dialect, text, count) => {
    const comments = commentsOf('a.sql', text, dialect);
    expect(comments).toHaveLength(count);
    for (const comment of comments) expect(comment).not.toMatch(/\bno\b/);
  });
});

test('what is written for readers of the interface', () => {
  const docs = (path: string, text: string) => sourceOf(asPath(path), text)?.comments.map(({ doc }) => doc);
  expect(docs('a.java', '/** a */ /* b */ /**/ // c')).toEqual([true, false, false, false]);
  expect(docs('a.cs', '/// a\n// b\n//// c')).toEqual([true, false, false]);
  expect(docs('a.rs', '/// a\n//! b\n// c\n//// d')).toEqual([true, true, false, false]);
  expect(docs('a.py', '"""a"""\ndef f():\n  # b\n  """c"""\n  """d"""\nx = """e"""')).toEqual([true, false, true]);
});

test('files that nobody wrote as a program', () => {
  expect(sourceOf(asPath('a.unknown'), 'text')).toBeUndefined();
  expect(sourceOf(asPath('Makefile'), 'text')).toBeUndefined();
});

function commentsOf(path: string, text: string, dialect?: string): readonly string[] {
  const source = sourceOf(asPath(path), text, dialect);
  return source?.comments.map(({ span }) => text.slice(span.start, span.end)) ?? [];
}
