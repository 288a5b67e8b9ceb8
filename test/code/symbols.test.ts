/** Symbols, in a syntax tree where the table of languages names a grammar, else by tokens. */
import { describe, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { documentedParameters } from '../../engine/code/documentedParameters.ts';
import type { CodeSymbol } from '../../engine/code/source.ts';
import { sourceOf } from '../../engine/code/sourceOf.ts';
import { LANGUAGES } from '../../engine/code/languages/table.ts';
import { SYMBOL_FORMS } from '../../engine/code/symbols/forms.ts';
import { TREE_FORMS } from '../../engine/code/symbols/treeForms.ts';
import { grammarOf } from '../../host/grammars.ts';

const IN_TREES = LANGUAGES.filter(({ grammar }) => grammar !== undefined);

test.each(IN_TREES)('the grammar of $name is there, and what its nodes mean', ({ name, grammar = '' }) => {
  expect(grammarOf(grammar)('', root => root.hasError)).toBe(false);
  expect(Object.keys(TREE_FORMS)).toContain(name);
});

test('every language with symbols has one way to read them; C and C++ have another for broken trees', () => {
  const trees = new Set(IN_TREES.map(({ name }) => name));
  expect(new Set(Object.keys(TREE_FORMS))).toEqual(trees);
  const both = Object.entries(SYMBOL_FORMS).filter(([name, { tokens }]) => (tokens !== undefined) === trees.has(name));
  expect(both.map(([name]) => name)).toEqual(['cpp']);
});

/** A line each: `+` for public, name, parameters, and what its comment says. */
const FILES: Readonly<Record<string, readonly [text: string, symbols: readonly string[]]>> = {
  'Job.java': [
    `package a;
/** Reminds. */
@Component("x{")
public class Job extends Base<Map<String, Integer>> implements Runnable {
  private final Map<String, List<Integer>> counts = new HashMap<>() {{ put("a", null); }};
  static { load(); }
  /** Builds. */
  public Job(final Mapper mapper, int... ids) { this.mapper = mapper; }
  // no doc
  @Override
  /** Runs. */
  public <T extends A & B> Map<String, T> run(@Param("a") Map<String, Integer> due, String[] names) throws E { if (a) { b(); } return new X() { void inner() {} }; }
  void lock(int a) {}
  void lock(String a) {}
  enum Level { A(1) { int f() { return 1; } }, B(2); Level(int n) {} int f() { return n; } }
  record Point(int x, int y) { Point { check(x); } }
  interface Port { void send(String text); default int size() { return 0; } }
  @interface Mark { String value() default ""; }
}`,
    [
      '+ Job () /** Reminds. */',
      '+ Job.Job (mapper,ids) /** Builds. */',
      '+ Job.run (due,names) /** Runs. */',
      '- Job.lock (a)',
      '- Job.lock~2 (a)',
      '- Job.Level ()',
      '- Job.Level.Level (n)',
      '- Job.Level.f ()',
      '- Job.Point (x,y)',
      '- Job.Point.Point ()',
      '- Job.Port ()',
      '+ Job.Port.send (text)',
      '+ Job.Port.size ()',
      '- Job.Mark ()',
      '+ Job.Mark.value ()',
    ],
  ],
  'a.ts': [
    `/** Adds. */
export function add(a: number, { b, c }: Pair, ...rest: number[]): { sum: number } { return { sum: a }; }
function hidden() {}
export const twice = async (x: number): Promise<Map<string, number>> => x * 2
const plain = 1, inner = function* (y) {}
export function over(a: string): void
export function over(a: number): void {}
@Component({ selector: 'x' })
export abstract class Box<T extends object = {}> extends Base<T> {
  private items: T[] = []
  readonly [key: string]: unknown
  count = 1
  static of<T>(this: void, x: T) { return new Box<T>() }
  constructor(private readonly size: number, label?: string) { super() }
  @Input() get value(): string { return '' }
  set value(v) {}
  abstract open(): void
  #secret() {}
  arrow = (x) => x
  protected async *walk(): AsyncGenerator<number> {}
}
interface Shape { area(scale: number): number; name: string; new (x: number): Shape }
export namespace N { export function f() {} }
declare global { interface Window { open(): void } }
export enum Color { Red }
export { hidden as shown }`,
    [
      '+ add (a,rest) /** Adds. */',
      '+ hidden ()',
      '+ twice (x)',
      '- inner (y)',
      '+ over (a)',
      '+ over~2 (a)',
      '+ Box ()',
      '+ Box.of (x)',
      '+ Box.constructor (size,label)',
      '+ Box.value ()',
      '+ Box.value~2 (v)',
      '+ Box.open ()',
      '- Box.#secret ()',
      '- Box.walk ()',
      '- Shape ()',
      '- Shape.area (scale)',
      '+ N ()',
      '+ N.f ()',
      '- Window ()',
      '- Window.open ()',
      '+ Color ()',
    ],
  ],
  'a.tsx': [
    'export const Page = ({ a }: Props) => <div>{a} // text</div>;\nexport function Row(p: P) { return <td b="}">{p}</td> }',
    ['+ Page ()', '+ Row (p)'],
  ],
  'a.js': [
    'function open(a) {}\nclass A { static m(a, b = "}") {} }\nvar f = function (x) { return /}/; };',
    ['+ open (a)', '+ A ()', '+ A.m (a,b)', '+ f (x)'],
  ],
  'b.js': ['function open(a) {}\nfunction shut() {}\nmodule.exports = { open };', ['+ open (a)', '- shut ()']],
  'a.vue': [
    '<template><p @click="open()">function no() {}</p></template>\n<script setup lang="ts">\n/** Opens. */\nfunction open(id: number) {}\n</script>',
    ['+ open (id) /** Opens. */'],
  ],
  'Page.vue': [
    `<script>
import x from 'x'
/** Page. */
export default {
  name: 'Page',
  data() { return { rows: [], open: (a) => a } },
  watch: { '$route.path': function (to) {}, deep: { handler(value) {} } },
  methods: {
    /** Loads. */
    async load(page, { size }) { this.rows = await list(page) },
    ...mapActions(['a']),
    clear: () => [],
    total: 1,
  },
}
</script>`,
    ['- data ()', '- watch.$route.path (to)', '- methods.load (page) /** Loads. */', '- methods.clear ()'],
  ],
  'c.ts': [
    'export default defineComponent({ setup(props) { return {} } })\nexport default async function Main({ a }: { a: string }) {}',
    ['- setup (props)', '+ Main ()'],
  ],
  'a.py': [
    `"""Module."""
import os

@cache
@app.route("/x")
async def due(a, b: int = 1, *args, c=None, **rest) -> dict[str, int]:
    """Lists."""
    def inner(): pass
    return {}


class Job(Base):
    """A job."""

    limit: int = 3

    def __init__(self, mapper):
        # no doc
        self.mapper = mapper

    @property
    def size(self): return 1

    class Inner:
        def deep(self, x): pass

if TYPE_CHECKING:
    def checked(): ...
else:
    def _hidden(y):
        pass
`,
    [
      '+ due (a,b,args,c,rest) """Lists."""',
      '+ Job () """A job."""',
      '- Job.__init__ (mapper)',
      '+ Job.size ()',
      '+ Job.Inner ()',
      '+ Job.Inner.deep (x)',
      '+ checked ()',
      '- _hidden (y)',
    ],
  ],
  'a.go': [
    `package a

// Store keeps.
// It keeps all.
type Store[T any] struct { items map[string]interface{} }

type (
	ID  string
	Reader interface {
		io.Closer
		Read(p []byte, n int) (int, error)
	}
)

var hook = func(x int) {}

// Find finds.
func (s *Store[T]) Find(a, b string, rest ...int) (out map[string]struct{}, err error) { return nil, nil }

func helper(int, string) {}
`,
    [
      '+ Store () // Store keeps.\n// It keeps all.',
      '+ ID ()',
      '+ Reader ()',
      '+ Reader.Read (p,n)',
      '+ Store.Find (a,b,rest) // Find finds.',
      '- helper ()',
    ],
  ],
  'a.cs': [
    `using System;
namespace A.B {
  /// <summary>Reminds.</summary>
  /// <remarks>Daily.</remarks>
  [Serializable]
  public class Job<T>(int q) : Base, IRun where T : new() {
    public int Count { get; set; } = 1;
    public string Name => "x";
    [Obsolete("}")] public async Task<Dictionary<string, int>> RunAsync(int[] ids, params string[] names) => await X();
    public (int a, string b) Pair() { return (1, ""); }
    void IRun.Go(ref int x) { lock (this) { } }
    public Job() : base(1) {}
    public static Job operator +(Job a, Job b) => a;
    private delegate void Done(object sender);
#if DEBUG
    void Debug() { }
#endif
    enum Level { A, B }
  }
  public interface IRun { void Go(int x); }
  public record struct Point(int X, int Y);
}`,
    [
      '+ Job (q) /// <summary>Reminds.</summary>\n/// <remarks>Daily.</remarks>',
      '+ Job.RunAsync (ids,names)',
      '+ Job.Pair ()',
      '- Job.Go (x)',
      '+ Job.Job ()',
      '+ Job.operator+ (a,b)',
      '- Job.Done (sender)',
      '- Job.Debug ()',
      '- Job.Level ()',
      '+ IRun ()',
      '+ IRun.Go (x)',
      '+ Point (X,Y)',
    ],
  ],
  'a.php': [
    `<?php
namespace A;
use function strlen;
/** Reminds. */
#[Job("}")]
final class Job extends Base {
  use T;
  const X = 1;
  private array $items = [];
  /** Runs. */
  public static function run(?int $a, string &$b = "}", ...$rest): array { return array_map(function ($x) { return $x; }, []); }
  abstract protected function open();
  public function __construct(private readonly int $size) {}
}
interface Port { function send($text); }
if (! function_exists('due')) { function due($x) {} }
$anonymous = new class extends Job { public function none() {} };
return Job::class;`,
    [
      '+ Job () /** Reminds. */',
      '+ Job.run (a,b,rest) /** Runs. */',
      '- Job.open ()',
      '+ Job.__construct (size)',
      '+ Port ()',
      '+ Port.send (text)',
      '+ due (x)',
    ],
  ],
  'a.cpp': [
    `#include <a.h>
#define MIN(a, b) ((a) < (b) ? (a) : (b))
namespace n {
/** Boxes. */
template <typename T, typename U = T> class Box : public Base<T> {
 public:
  Box(int x) : a{x}, b(x) {}
  ~Box() = default;
  const char *name(const std::map<int, T> &m, char buf[]) const;
  Box &operator=(const Box &other);
 private:
  int a = 1;
};
struct Point { int x; } origin;
enum class E { A };
}
int n::Box<int>::size(void) const { return 1; }
static struct Point *make(struct Point from, int (*cb)(int)) { return 0; }
extern "C" { void hook(int a); }
typedef struct { int a; } T;`,
    [
      '+ Box () /** Boxes. */',
      '+ Box.Box (x)',
      '+ Box.~Box ()',
      '+ Box.name (m,buf)',
      '+ Box.operator= (other)',
      '+ Point ()',
      '+ E ()',
      '+ n.Box<int>.size ()',
      '+ make (from,cb)',
      '+ hook (a)',
    ],
  ],
  'a.rs': [
    `//! Module.
use std::fmt;
/// A job.
#[derive(Debug)]
pub struct Job<'a, T> { name: &'a str }
impl<'a, T: Fn(i32) -> i32> fmt::Display for Job<'a, T> where T: Copy { fn fmt(&self, f: &mut Formatter<'_>) -> Result { Ok(()) } }
impl<'a, T> Job<'a, T> {
    /// Runs.
    #[inline]
    pub(crate) async fn r#run(&mut self, mut due: Vec<i32>, (a, b): (i32, i32)) -> char { '}' }
}
pub trait Port { fn send(&self, text: &str); }
mod inner { fn f() {} }
mod elsewhere;
enum E { A, B }
macro_rules! m { () => { fn no() {} } }`,
    [
      '+ Job () /// A job.',
      '- Job.fmt (f)',
      '+ Job.r#run (due) /// Runs.',
      '+ Port ()',
      '+ Port.send (text)',
      '- inner ()',
      '- inner.f ()',
      '- E ()',
    ],
  ],
  'a.kt': [
    `package a
import b.C
/** A job. */
@Component
data class Job<T : Any>(val id: Int, private val name: String = "}") : Base(id), Runnable {
    val size: Int get() = 1
    /** Runs. */
    override suspend fun <R> run(due: Map<String, R>, vararg ids: Int): List<R> = due.values
        .filter { it != null }
        .toList()
    private fun String.hidden(x: Int) {}
    companion object { fun of() = Job(1) }
}
fun interface Port { fun send(text: String) }
object Single
enum class Level { A, B }
inline fun top(block: () -> Unit) = block()
`,
    [
      '+ Job (id,name) /** A job. */',
      '+ Job.run (due,ids) /** Runs. */',
      '- Job.hidden (x)',
      '+ Job.Companion ()',
      '+ Job.Companion.of ()',
      '+ Port ()',
      '+ Port.send (text)',
      '+ Single ()',
      '+ Level ()',
      '+ top (block)',
    ],
  ],
  'a.sh': [
    '# Cleans.\nclean() {\n  echo "}"\n}\nfunction sync_all\n{\n  x\n}\nclean "$1"',
    ['+ clean () # Cleans.', '+ sync_all ()'],
  ],
  'Mapper.xml': [
    '<mapper namespace="cn.x.OverdueMapper">\n<!-- Due. -->\n<select id="selectDue" resultType="A">select a from t where b &lt; 1</select>\n<sql id="cols">a</sql><insert id="add"/></mapper>',
    [
      '+ OverdueMapper ()',
      '+ OverdueMapper.selectDue () <!-- Due. -->',
      '+ OverdueMapper.cols ()',
      '+ OverdueMapper.add ()',
    ],
  ],
  'a.sql': [
    `-- Rules.
create table if not exists zz.T_Overdue_Rule (id number);
insert into t_overdue_rule values (1);
create or replace package body pkg_due is
  procedure a is begin null; end;
end pkg_due;
/
create or replace procedure p_remind(p_id in number) as
begin
  update t_apply set a = 1;
end;
/
update "T_Apply" set a = 1`,
    ['+ t_overdue_rule () -- Rules.', '+ t_overdue_rule~2 ()', '+ pkg_due ()', '+ p_remind (p_id)', '+ T_Apply ()'],
  ],
  'a.yml': ['a: b', []],
  'a.properties': ['a=b', []],
};

test.each(Object.entries(FILES))('%s', (path, [text, symbols]) => {
  expect(symbolsIn(path, text).map(symbol => said(text, symbol))).toEqual(symbols);
});

test.each(Object.entries(FILES).filter(([path]) => !/\.(?:kt|sh|xml|sql|yml|properties|vue)$/.test(path)))(
  '%s is read without an error',
  (path, [text]) => {
    expect(hasError(path, text)).toBe(false);
  },
);

test('C++ whose tree is broken by a macro has the symbols that tokens tell', () => {
  const [text, symbols] = FILES['a.cpp'] ?? ['', []];
  const broken = `API_FUNC(int) first(int a);\n${text}`;
  expect(hasError('a.cpp', broken)).toBe(true);
  expect(symbolsIn('a.cpp', broken).map(symbol => said(broken, symbol))).toEqual(['+ first (a)', ...symbols]);
});

test('spans hold annotations, and neither comments nor the semicolon', () => {
  const text = 'interface A {\n  /** Doc. */\n  @X(1) // why\n  void send(String a); // after\n}';
  const spans = symbolsIn('A.java', text).map(({ span }) => text.slice(span.start, span.end));
  expect(spans[1]).toBe('@X(1) // why\n  void send(String a)');
});

test('half a file has the symbols that can be told', () => {
  const names = (text: string) => symbolsIn('A.java', text).map(({ name }) => name);
  expect(names('class A { void a() {} void b( {')).toContain('a');
  expect(names('class A { void a() { if (x { } void b() {} }')).toContain('A.a');
});

describe('parameters a comment names', () => {
  test.each([
    [
      'java',
      '/**\n * @param a the first\n * @param <T> a type\n * @param names all\n * @return x\n */',
      ['a', 'names'],
    ],
    ['typescript', '/** @param {string} a x\n * @param {{ x: number }} [b=1] y\n * @param c */', ['a', 'b', 'c']],
    [
      'php',
      '/** @param int|null $a\n * @param array<string, int> ...$rest all $b\n * @param $c */',
      ['a', 'rest', 'c'],
    ],
    ['csharp', '/// <param name="a">x</param>\n/// <param name=\'b\' />', ['a', 'b']],
    ['kotlin', '/** @param a x\n * @param[b] y */', ['a', 'b']],
    ['python', '"""X.\n\n:param a: x\n:param int b: y\n:param \\*args: z\n:returns: d\n"""', ['a', 'b', 'args']],
    [
      'python',
      '"""X.\n\n    Args:\n        a (int): x\n            more: of it\n        b: y\n        **rest: z\n\n    Returns:\n        c: d\n    """',
      ['a', 'b', 'rest'],
    ],
    [
      'python',
      '"""X.\n\n    Parameters\n    ----------\n    a : int\n        The a.\n    b, c : str\n\n    Returns\n    -------\n    d : int\n    """',
      ['a', 'b', 'c'],
    ],
    ['cpp', '/** @param[in] a x\n * \\param b y */', ['a', 'b']],
    ['java', '/** Nothing. */', []],
  ])('%s %j', (language, comment, names) => {
    expect(documentedParameters(comment, language)).toEqual(names);
  });
});

describe('trace tags', () => {
  test.each([
    [
      'a.java',
      '/** @implements LD-REV-07、LD-REV-08 */ class A { // @verifies REQ-REV-012，REQ-REV-013\n}',
      ['implements LD-REV-07 A', 'implements LD-REV-08 A', 'verifies REQ-REV-012 A', 'verifies REQ-REV-013 A'],
    ],
    [
      'a.java',
      '// @implements LD-A-01 LD-A-02\npackage a;\nclass A { void f() { /* @implements：LD-A-03 */ } }',
      ['implements LD-A-01 file', 'implements LD-A-02 file', 'implements LD-A-03 A.f'],
    ],
    ['a.java', '/** @implements Comparable */ class A { String s = "@implements LD-A-01"; }', []],
    ['a.py', 'def f():\n  """Does. @verifies REQ-A-01"""\n', ['verifies REQ-A-01 f']],
    ['a.go', '// F does.\n// @implements LD-A-01\nfunc F() {}', ['implements LD-A-01 F']],
    ['a.sql', '-- @implements LD-A-01\ncreate table t (a int);', ['implements LD-A-01 t']],
    [
      'a.xml',
      '<mapper namespace="M"><!-- @implements LD-A-01 --><select id="s">x</select></mapper>',
      ['implements LD-A-01 M.s'],
    ],
    ['a.yml', 'a: b # @implements LD-A-01', ['implements LD-A-01 file']],
    [
      'a.vue',
      '<!-- @implements LD-A-01 --><script>\n// @implements LD-A-02\nfunction f() {}\n</script>',
      ['implements LD-A-01 file', 'implements LD-A-02 f'],
    ],
  ])('%s %j', (path, text, expected) => {
    const tags = sourceOf(asPath(path), text)?.tags ?? [];
    expect(tags.map(({ relation, target, symbol }) => `${relation} ${target} ${symbol ?? 'file'}`)).toEqual(expected);
    for (const { target, span } of tags) expect(text.slice(span.start, span.end)).toBe(target);
  });
});

function hasError(path: string, text: string): boolean | undefined {
  const { grammar = '' } = LANGUAGES.find(({ name }) => name === sourceOf(asPath(path), text)?.language) ?? {};
  return grammarOf(grammar)(text, root => root.hasError);
}

function symbolsIn(path: string, text: string): readonly CodeSymbol[] {
  return sourceOf(asPath(path), text)?.symbols ?? [];
}

function said(text: string, { name, isPublic, parameters, doc }: CodeSymbol): string {
  const comment = doc === undefined ? '' : ` ${text.slice(doc.span.start, doc.span.end).replace(/\n +/g, '\n')}`;
  return `${isPublic ? '+' : '-'} ${name} (${parameters.join(',')})${comment}`;
}
