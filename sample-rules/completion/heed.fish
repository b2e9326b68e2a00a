# Completion of heed for fish. Verbs and options are asked of heed itself, so they are always its own.
function __heed_verbs
    heed --help 2>/dev/null | string replace -rf '^  ([a-z-]+) +(.*)' '$1\t$2'
end
function __heed_options
    set -l words (commandline -opc)
    heed $words[2] --help 2>/dev/null | string replace -rf '^ +(?:-[a-z], )?(--[a-z-]+)(?:=\S*)? +(.*)' '$1\t$2'
end
function __heed_takes_mode
    set -l words (commandline -opc)
    test "$words[2]" = mode; or test "$words[2]" = user -a (count $words) -eq 3
end
complete -c heed -n __fish_use_subcommand -f -a '(__heed_verbs)'
complete -c heed -n __heed_takes_mode -f -a 'on headers off'
complete -c heed -n 'not __fish_use_subcommand; and string match -q -- "-*" (commandline -ct)' -f -a '(__heed_options)'
