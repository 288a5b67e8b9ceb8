/** argv → command → exit code. Every failure a host can foresee ends in one line and exit 2. */
import { Command as Commander, CommanderError, Option as CommanderOption } from 'commander';
import { GrammarUnreadable } from '../engine/session/languages.ts';
import type { Words } from '../engine/session/types.ts';
import { thisHour } from '../host/clock.ts';
import { HostError } from '../host/hostError.ts';
import manifest from '../package.json' with { type: 'json' };
import type { Context, ExitCode, Listed, Option, Options } from './command.ts';
import { commandGroups, commands } from './commands.ts';
import { globalOptions, texts } from './words/help.ts';
import { askedLanguage, spokenLanguage } from './words/language.ts';
import { textWidth } from '../engine/session/textWidth.ts';

const asked = askedLanguage(process.argv);
const language = spokenLanguage(process.argv);

// The reader of the output may stop before its end (`docket rules | head`).
for (const stream of [process.stdout, process.stderr]) stream.on('error', leaveQuietly);

try {
  process.exitCode = await run(helpFirst(process.argv.slice(2)));
} catch (error) {
  process.exitCode = explain(error);
}

/** `docket help check` is `docket check --help`. */
function helpFirst(argv: readonly string[]): readonly string[] {
  return argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv;
}

async function run(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = programFor(argv, exit => {
    code = exit;
  });
  for (const { title, commands: listed } of commandGroups) {
    program.commandsGroup(`${title[language]}${texts[language].colon}`);
    for (const command of listed) await addCommand(program, command, argv);
  }
  await program.parseAsync(argv, { from: 'user' });
  return code;

  /** Only the command that is asked for is loaded. */
  async function addCommand(parent: Commander, listed: Listed, words: readonly string[]): Promise<void> {
    const added = parent.command(listed.name).description(listed.says[language]);
    if (!words.includes(listed.name)) return;
    const command = await listed.load();
    for (const { name, says } of command.arguments ?? []) added.argument(name, says[language]);
    for (const option of command.options) added.addOption(optionOf(option));
    added.action(async (...given: unknown[]) => {
      const own = added.opts<Options>();
      const args = given
        .slice(0, -2)
        .flat()
        .filter(arg => arg !== undefined)
        .map(String);
      code = await command.run(contextOf(parent.opts<Options>()), args, own);
    });
  }
}

function programFor(argv: readonly string[], exit: (code: ExitCode) => void): Commander {
  const words = texts[language];
  const program = new Commander('docket')
    .description(words.what)
    .exitOverride()
    .helpCommand(false)
    .showHelpAfterError(false);
  program.version(manifest.version, '-V, --version', words.version).helpOption('-h, --help', words.help);
  program.configureHelp({
    displayWidth: textWidth,
    showGlobalOptions: true,
    styleTitle: title => words.titles[title] ?? title,
    styleUsage: words.usage,
    optionDescription: words.option,
  });
  program.configureOutput({ outputError: () => {} });
  for (const option of globalOptions) program.addOption(optionOf(option));
  program.enablePositionalOptions(false);
  if (argv.length === 0)
    program.action(() => {
      process.stdout.write(program.helpInformation());
      exit(2);
    });
  return program;
}

function optionOf({ flags, says, choices, default: otherwise }: Option): CommanderOption {
  const option = new CommanderOption(flags, says[language]);
  if (choices) option.choices([...choices]);
  if (otherwise !== undefined) option.default(otherwise);
  return option;
}

function contextOf(options: Options): Context {
  const quiet = options['quiet'] === true;
  const color =
    options['color'] === 'always' ||
    (options['color'] !== 'never' && process.stdout.isTTY === true && !process.env['NO_COLOR']);
  return {
    cwd: typeof options['cwd'] === 'string' ? options['cwd'] : process.cwd(),
    language: asked,
    asOf: asOfOption(options['asOf']),
    color,
    width: process.stdout.isTTY === true ? process.stdout.columns : undefined,
    quiet,
    commands,
    out: text => void process.stdout.write(text),
    err: text => void (quiet || process.stderr.write(text)),
  };
}

function asOfOption(value: unknown): string {
  if (value === undefined) return thisHour();
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}(T.*)?$/.test(text) && Number.isFinite(Date.parse(text))) return text;
  throw new HostError({
    zh: `--as-of ${text} 不是日期：请写成 2026-05-21。`,
    en: `--as-of ${text} is no date: write 2026-05-21.`,
  });
}

function explain(error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    say(texts.ofCommander(error, commands.find(({ name }) => process.argv.slice(2).includes(name))?.name));
    return 2;
  }
  if (error instanceof HostError || error instanceof GrammarUnreadable) {
    say(error.says);
    return 2;
  }
  const what = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
  say({
    zh: `程序出错：${what}。请把命令和这条信息反馈给维护者。`,
    en: `Internal error: ${what}. Please report it with the command you ran.`,
  });
  if (process.env['DOCKET_DEBUG']) console.error(error);
  return 2;
}

function say(words: Words): void {
  process.stderr.write(`docket: ${words[language]}\n`);
}

function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  throw error;
}
