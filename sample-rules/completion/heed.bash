# Completion of heed for bash. Verbs and options are asked of heed itself, so they are always its own.
_heed() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} verb=${COMP_WORDS[1]}
    local heed=${COMP_WORDS[0]}
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "--help --version $("$heed" --help 2>/dev/null | sed -n 's/^  \([a-z-]*\) .*/\1/p')" -- "$word")
    elif [[ $before == --rules || $before == --folder || $word == /* || $word == .* ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    elif [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$("$heed" "$verb" --help 2>/dev/null | grep -oE -- '(^| )--?[a-z-]+')" -- "$word")
    elif [[ $verb == mode || ($verb == user && $COMP_CWORD == 3) ]]; then
        mapfile -t COMPREPLY < <(compgen -W "on headers off" -- "$word")
    elif [[ $verb == export || $verb == import || $verb == why || $verb == check || $verb == simulate ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}
complete -o filenames -F _heed heed
