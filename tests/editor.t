#!/bin/bash
# Comfort at the keyboard: completion offers every verb and option there is, and editors know a rule when they see one.
. "$(dirname "$0")/lib.sh"
need notmuch
make_home "$work/home"
cd "$root" || exit 1
mkdir "$work/bin"
ln -s "$heed" "$work/bin/heed"
PATH=$work/bin:$PATH

without() { # without REASON DESCRIPTION: a test that cannot be made here
    tests_run=$((tests_run + 1))
    echo "ok $tests_run - $2 # SKIP $1"
}
verbs=$(heed --help | sed -n 's/^  \([a-z][a-z-]*\) .*/\1/p' | sort)
options() { heed "$1" --help | grep -oE -- '--[a-z-]+' | sort -u; }

# complete_SHELL WORD...: what is offered for the last word, one a line
complete_bash() {
    bash --norc -c '. sample-rules/completion/heed.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _heed
        printf "%s\n" "${COMPREPLY[@]}"' _ "$@"
}
complete_fish() { fish --no-config -c 'source sample-rules/completion/heed.fish; complete -C "$argv"' -- "$*" | cut -f1; }
complete_zsh() {
    zsh -f -c '_describe() { print -l -- ${${(P)2}%%:*} }; _files() { : }; words=("$@"); CURRENT=$#
        functions[complete]="$(< sample-rules/completion/_heed)"; complete' _ "$@"
}
for shell in bash fish zsh; do
    if ! command -v $shell > /dev/null; then
        without "$shell is not installed" "$shell: completion"
        continue
    fi
    is "$(complete_$shell heed "" | grep -v '^-' | sort)" "$verbs" "$shell: every verb"
    lacking=
    for verb in $verbs; do
        lacking+=$(comm -23 <(options "$verb") <(complete_$shell heed "$verb" -- | grep -oE -- '--[a-z-]+' | sort -u))
    done
    is "$lacking" "" "$shell: every option of every verb"
    is "$(complete_$shell heed mode o | grep "^o" | sort | paste -sd" "):$(complete_$shell heed user ann h | grep -x headers)" \
        "off on:headers" "$shell: the words of mode"
done
is "$(complete_bash heed wh)" why "bash: a verb that has begun"
is "$(complete_bash heed check --rules sample-rules/sho)" sample-rules/shopper.rules "bash: files of rules"

cat > "$work/rules.txt" <<'EOR'
# A comment.
always from shop.example and text matches /on sale/i -> later +shop
EOR
if command -v vim > /dev/null; then
    group() { echo "call writefile([synIDattr(synID($1, $2, 1), 'name')], '$work/vim', 'a')"; }
    vim -u NONE -N -es --cmd 'syntax enable' -c "edit $work/rules.txt" -c "source sample-rules/editor/heed-rules.vim" \
        -c "$(group 1 3)" -c "$(group 2 1)" -c "$(group 2 45)" -c "$(group 2 54)" -c "$(group 2 57)" -c "$(group 2 63)" -c 'qa!' < /dev/null
    is "$(tr '\n' ' ' < "$work/vim")" "heedComment heedStart heedPattern heedArrow heedAction heedTag " "vim knows the parts of a rule"
else
    without "vim is not installed" "vim knows the parts of a rule"
fi
if command -v emacs > /dev/null; then
    faces=$(emacs -Q --batch -L sample-rules/editor -l heed-rules-mode --eval "(with-temp-buffer
        (insert-file-contents \"$work/rules.txt\") (heed-rules-mode) (font-lock-ensure)
        (dolist (place '(3 14 66)) (princ (format \"%s \" (get-text-property place 'face)))))" 2>&1)
    [[ $faces == *comment* && $faces == *preprocessor* ]]
    ok $? "emacs knows the parts of a rule" || note "$faces"
else
    without "emacs is not installed" "emacs knows the parts of a rule"
fi

# What editors call an action or an operator is one.
known=$("$heed" check <(echo 'bulk -> nothing') 2>&1 | sed -n 's/.*is no action (\(.*\)).*/\1/p' | tr -d ',')
[ -n "$known" ]
ok $? "the actions can be read from heed check"
for word in $known; do
    [[ $word == [+-]tag ]] || { grep -q "heedAction .*\b$word\b" sample-rules/editor/heed-rules.vim &&
        grep -q "\\\\b$word\\b\|($word\\b\||$word\\b\|($word" sample-rules/editor/heed-rules-mode.el; }
    ok $? "$word is an action to Vim and Emacs"
done

# All of it is installed, and found from there. What runs under sanitizers is not for installing.
if [ -z "${SANITIZE:-}" ]; then
    make -s install PREFIX="$work/inst" > "$work/out" 2>&1
    ok $? "make install" || sed 's/^/# /' "$work/out"
    grep -q "^HEED=$work/inst/bin/heed$" "$work/inst/share/doc/heed/sample-rules/mta/procmailrc" &&
        ! grep -r /usr/local "$work/inst/share/man"
    ok $? "recipes and manuals name what is installed where it is"
    "$work/inst/bin/heed" check "$work"/inst/share/heed/*.rules > /dev/null 2>&1
    ok $? "the sets of rules are installed"
    notmuch new --quiet
    "$work/inst/bin/heed" init --rules > /dev/null && cmp -s "$XDG_CONFIG_HOME/heed/rules" sample-rules/default.rules
    ok $? "init --rules finds its own"
    make -s uninstall PREFIX="$work/inst"
    is "$(find "$work/inst" -type f)" "" "uninstall leaves nothing"
fi
finish
