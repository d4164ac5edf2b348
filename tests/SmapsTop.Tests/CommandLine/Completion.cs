using System.CommandLine;
using System.CommandLine.Completions;
using SmapsTop.Commands;

namespace SmapsTop.Tests.CommandLine;

/// <summary>Makes the shells' completions from the declarations of the command line.</summary>
internal static class Completion
{
    private static readonly RootCommand Root = Commands.CommandLine.Root;

    /// <summary>Processes are offered by number alone: bash would run what a process has for a name.</summary>
    public static string Bash() => $$"""
        # bash completion for smapstop; made from its command line
        _smapstop() {
            local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= words i
            for ((i = 1; i < COMP_CWORD; i++)); do
                case ${COMP_WORDS[i]} in
                {{Join(" | ", Root.Subcommands.Select(command => command.Name))}}) command=${COMP_WORDS[i]} && break ;;
                esac
            done
            case $command:$before in
        {{Lines(CommandWords.All(Root).SelectMany(command => CommandWords.OptionsOf(command).Where(TakesValue).Select(option =>
            $"    {Join(" | ", CommandWords.Names(option).Select(name => $"{(command == Root ? "" : command.Name)}:{name}"))}) words='{Join(" ", Values(option))}' ;;")))}}
            *)
                case $command:$word in
        {{Lines(CommandWords.All(Root).Select(command => $"        {(command == Root ? "" : command.Name)}:-*) words='{Join(" ", CommandWords.OptionsOf(command).SelectMany(CommandWords.Names))}' ;;"))}}
                :*) words="{{Join(" ", Root.Subcommands.Select(command => command.Name))}} $(cd /proc && echo [0-9]*)" ;;
                *)
                    compopt -o filenames
                    mapfile -t COMPREPLY < <(compgen -f -W "$(cd /proc && echo [0-9]*)" -- "$word")
                    return
                    ;;
                esac
                ;;
            esac
            mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
        }
        complete -F _smapstop smapstop

        """;

    public static string Zsh() => $$"""
        #compdef smapstop
        # zsh completion for smapstop; made from its command line
        _smapstop() {
            local state
            local -A opt_args
            local -a line commands=(
        {{Lines(Root.Subcommands.Select(command => $"        '{command.Name}:{Quoted(Short(command))}'"))}}
            )
            _arguments -C \
        {{Lines(CommandWords.OptionsOf(Root).Select(option => $"        {ZshOption(option)} \\"))}}
                '1:target:->first' \
                '*::argument:->rest'
            case $state in
            first)
                _describe command commands
                _smapstop_pids
                ;;
            rest)
                case $line[1] in
        {{Lines(Root.Subcommands.Select(command => Lines([
            $"        {command.Name})",
            "            _arguments \\",
            .. CommandWords.OptionsOf(command).Select(option => $"                {ZshOption(option)} \\"),
            "                '*:target:_smapstop_target'",
            "            ;;",
        ])))}}
                esac
                ;;
            esac
        }
        _smapstop_target() {
            _smapstop_pids
            _files
        }
        # a process can call itself anything: what is not plain becomes a question mark
        _smapstop_pids() {
            local -a processes=(${(f)"$(ps -e -o pid= -o comm= | LC_ALL=C tr -c '\n -~' '?' | sed 's/^ *//; s/ /:/')"})
            _describe process processes
        }
        _smapstop "$@"

        """;

    public static string Fish() => Lines([
        "# fish completion for smapstop; made from its command line",
        "# a process can call itself anything: what is not plain becomes a question mark",
        "function __smapstop_pids",
        "    __fish_complete_pids | string replace -ra '[^\\t -~]' '?'",
        "end",
        "complete -c smapstop -f",
        "complete -c smapstop -n __fish_use_subcommand -a '(__smapstop_pids)'",
        .. Root.Subcommands.Select(command => $"complete -c smapstop -n __fish_use_subcommand -a {command.Name} -d '{Quoted(Short(command), fish: true)}'"),
        .. CommandWords.OptionsOf(Root).Select(option => FishOption("__fish_use_subcommand", option)),
        .. Root.Subcommands.SelectMany(command => CommandWords.OptionsOf(command).Select(option => FishOption($"'__fish_seen_subcommand_from {command.Name}'", option))
            .Prepend($"complete -c smapstop -n '__fish_seen_subcommand_from {command.Name}' -F -a '(__smapstop_pids)'")),
    ]) + "\n";

    private static string ZshOption(Option option)
    {
        var names = CommandWords.Names(option).ToList();
        var name = names.Count == 1 ? $"'{names[0]}" : $"'({Join(" ", names)})'{{{Join(",", names)}}}'";
        var value = !TakesValue(option) ? "" : Values(option).Any() ? $":{option.Name[2..]}:({Join(" ", Values(option))})" : $":{option.Name[2..]}:";
        return $"{name}[{Quoted(Short(option)).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)}]{value}'";
    }

    private static string FishOption(string condition, Option option)
    {
        var names = CommandWords.Names(option).Select(name => name.StartsWith("--", StringComparison.Ordinal) ? $"-l {name[2..]}" : $"-s {name[1..]}");
        var value = !TakesValue(option) ? "" : Values(option).Any() ? $" -x -a '{Join(" ", Values(option))}'" : " -x";
        return $"complete -c smapstop -n {condition} {Join(" ", names)}{value} -d '{Quoted(Short(option), fish: true)}'";
    }

    private static bool TakesValue(Option option) => option.HelpName is not null;

    private static IEnumerable<string> Values(Option option) => option.GetCompletions(CompletionContext.Empty).Select(item => item.Label).Order(StringComparer.Ordinal);

    /// <summary>A description up to its first stop.</summary>
    private static string Short(Symbol symbol) => symbol.Description!.Split([". ", ": ", "; "], StringSplitOptions.None)[0].TrimEnd('.');

    private static string Quoted(string text, bool fish = false) => text.Replace("'", fish ? "\\'" : "'\\''", StringComparison.Ordinal);

    private static string Join(string separator, IEnumerable<string> parts) => string.Join(separator, parts);

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
