/** For $PROFILE: `docket completion powershell | Out-String | Invoke-Expression`. */
import { type Completed, type Flag, valued } from './completed.ts';

/** The completion script for PowerShell. */
export function powershell(table: Completed): string {
  const { commands, globals } = table;
  return `# PowerShell completion for docket
Register-ArgumentCompleter -Native -CommandName docket -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
${commands.map(({ name, says }) => `    ${quoted(name)} = ${quoted(says)}\n`).join('')}  }
  $flags = @{
    '' = [ordered]@{${flags(globals)}}
${commands.map(command => `    ${quoted(command.name)} = [ordered]@{${flags(command.flags)}}\n`).join('')}  }
  $values = @{
${commands.flatMap(({ name, flags: own }) => own.flatMap(flag => choices(name, flag))).join('')}${globals.flatMap(flag => choices('', flag)).join('')}  }
  $words = @{
${commands
  .filter(({ words }) => words.length > 0)
  .map(({ name, words }) => `    ${quoted(name)} = ${list(words)}\n`)
  .join('')}  }
  $valued = ${list(valued(table))}
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $command = ''
  for ($n = 0; $n -lt $typed.Count; $n++) {
    if ($valued -contains $typed[$n]) { $n++; continue }
    if (-not $typed[$n].StartsWith('-')) { $command = $typed[$n]; break }
  }
  $last = if ($typed.Count -gt 0) { $typed[-1] } else { '' }
  $found = [ordered]@{}
  if ($values.ContainsKey("$command $last")) { $values["$command $last"] | ForEach-Object { $found[$_] = $_ } }
  elseif ($command -eq '' -and -not $wordToComplete.StartsWith('-')) { $found = $commands }
  elseif ($words.ContainsKey($command) -and -not $wordToComplete.StartsWith('-')) { $words[$command] | ForEach-Object { $found[$_] = $_ } }
  elseif ($wordToComplete.StartsWith('-') -and $flags.ContainsKey($command)) { $found = $flags[$command] }
  $found.GetEnumerator() | Where-Object { $_.Key -like "$wordToComplete*" } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_.Key, $_.Key, 'ParameterValue', $_.Value) }
}
`;
}

function flags(all: readonly Flag[]): string {
  return all.map(({ name, says }) => `${quoted(name)} = ${quoted(says)}`).join('; ');
}

function choices(command: string, { name, choices: all }: Flag): readonly string[] {
  return all.length === 0 ? [] : [`    ${quoted(`${command} ${name}`)} = ${list(all)}\n`];
}

function list(words: readonly string[]): string {
  return `@(${words.map(quoted).join(', ')})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
