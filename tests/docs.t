#!/bin/bash
# The manuals and the README say what the program says: verbs, options, settings with defaults and ranges,
# and their examples can be used as they stand.
. "$(dirname "$0")/lib.sh"
beside_heed
need notmuch
make_home "$work/home"
cd "$root" || exit 1

page=man/heed.1 settings_page=man/heed-config.5 rules_page=man/heed-rules.5
rm -f "$XDG_CONFIG_HOME/heed/config"

without() { # without REASON DESCRIPTION: a test that cannot be made here
    tests_run=$((tests_run + 1))
    echo "ok $tests_run - $2 # SKIP $1"
}

# The lines of FILE behind the heading that is HEADING, up to the next one of its rank.
section() { # section FILE HEADING
    awk -v heading="$2" '
        $1 == ".Ss" || $1 == ".Sh" { name = substr($0, 5); sub(/\\&$/, "", name); inside = name == heading; next }
        inside' "$1"
}

missing() { # missing DESCRIPTION: passes if standard input is empty, otherwise shows it
    local lines
    lines=$(cat)
    [ -z "$lines" ]
    ok $? "$1" || sed 's/^/# /' <<< "$lines"
}

# --- heed(1) -----------------------------------------------------------------------------------------

verbs=$("$heed" --help | sed -n 's/^  \([a-z][a-z-]*\) .*/\1/p')
[ "$(wc -w <<< "$verbs")" -ge 9 ]
ok $? "the verbs can be read from heed --help"
is "$(awk '$1 == ".Sh" { inside = $2 == "VERBS" } inside && $1 == ".Ss" { print $2 }' $page)" "$verbs" \
    "heed(1) has the verbs of heed --help, in that order"

for verb in $verbs; do
    # GOption's own --help aside.
    has=$("$heed" "$verb" --help | grep -oE -- '^ +(-[a-zA-Z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+' |
        grep -vx -- --help | sort)
    says=$(section $page "$verb" | grep -E '^\.It Fl' | grep -oE 'Fl (-[a-z-]+|[a-z] , -[a-z-]+)' |
        grep -oE -- '-[a-z][a-z-]*$' | sed 's/^/-/' | sort)
    is "$says" "$has" "heed(1) has the options of heed $verb --help, and no others"
    missing "heed(1) shows them in the synopsis of $verb" < <(
        synopsis=$(section $page "$verb" | sed '/^\.Pp/,$d')
        # The short form where there is one.
        "$heed" "$verb" --help | grep -oE -- '^ +(-[a-zA-Z], )?--[a-z-]+' | grep -v -- --help |
            sed -E 's/^ +//; s/,.*//; s/^-//' | while read -r option; do
                grep -qE -- "Fl $option( |\$)" <<< "$synopsis" || echo "$verb: -$option"
            done)
done

columns=$("$heed" senders --help | tr -s ' \n' ' ' | grep -oE 'name, kind[a-z, ]* or [a-z]+' | sed 's/,//g; s/ or / /')
missing "heed(1) has the columns of senders" < <(
    [ -n "$columns" ] || echo "cannot read them from senders --help"
    for column in $columns; do
        section $page senders | grep -qw -- "$column" || echo "$column"
    done)

# What is written into the header.
make_messages "$work/messages"
printf '[placement]\nlater=no\n' > "$XDG_CONFIG_HOME/heed/config"
"$heed" filter < "$work/messages/promotional" > "$work/out"
rm "$XDG_CONFIG_HOME/heed/config"
missing "heed(1) has every header field and every part of the verdict" < <(
    text=$(section $page "HEADER FIELDS")
    [ "$(grep -c '^X-Heed' "$work/out")" = 3 ] || echo "expected three fields"
    for word in $(grep -oE '^X-Heed[A-Za-z-]*:' "$work/out") $(sed -n 's/^X-Heed: //p' "$work/out" | grep -oE '[a-z-]+='); do
        grep -qF -- "$word" <<< "$text" || echo "$word"
    done)
missing "heed(1) has the kinds and placements" < <(
    kinds=$("$heed" check -v 2>/dev/null | sed -n 's/.*\[placement\] protect = //p' | tr ';' ' ')
    [ -n "$kinds" ] || echo "cannot read the kinds"
    for word in $kinds priority inbox later suspect; do grep -qw -- "$word" $page || echo "$word"; done)

# --- heed-config(5) ----------------------------------------------------------------------------------

"$heed" check -v 2>/dev/null | sed -n 's/^  \[\([a-z]*\)\] \([a-z-]*\) = \(.*\)$/\1\t\2\t\3/p' > "$work/settings"
[ "$(wc -l < "$work/settings")" -ge 18 ]
ok $? "the settings can be read from heed check -v"

# The lines of one setting.
item() { section $settings_page "[$1]" | awk -v key="$2" '/^\.It Ic / { inside = $3 == key; next } inside'; }

missing "heed-config(5) has every setting with its default" < <(
    while IFS=$'\t' read -r group key fallback; do
        section $settings_page "[$group]" | grep -qxF ".It Ic $key" || { echo "[$group] $key is missing"; continue; }
        said=$(item "$group" "$key" | sed -n 's/^Default: //p' | sed 's/\\-/-/g; s/^empty$//')
        [ "$said" = "$fallback" ] || echo "[$group] $key: default \"$said\", should be \"$fallback\""
        item "$group" "$key" | grep -q '^Default: ' || echo "[$group] $key: no default"
    done < "$work/settings")
missing "heed-config(5) has no setting that heed does not know" < <(
    awk '$1 == ".Ss" { group = $2; gsub(/[][]|\\&/, "", group) } /^\.It Ic / { print group "\t" $3 }' $settings_page |
        while IFS=$'\t' read -r group key; do
            grep -q "^$group"$'\t'"$key"$'\t' "$work/settings" || echo "[$group] $key"
        done)
mkdir -p "$work/site"
missing "heed-config(5) has the range of every number" < <(
    while IFS=$'\t' read -r group key fallback; do
        [[ $fallback =~ ^[0-9.]+$ ]] || continue
        printf '[%s]\n%s=1e9\n' "$group" "$key" > "$work/site/config"
        range=$(HEED_SITE_DIR=$work/site "$heed" check 2>&1 | sed -n 's/.*out of range (\([^)]*\)).*/\1/p')
        said=$(item "$group" "$key" | sed -n 's/^Range: //p')
        [ -n "$range" ] && [ "$said" = "$range" ] || echo "[$group] $key: range \"$said\", should be \"$range\""
    done < "$work/settings")
rm -f "$work/site/config"

# --- heed-rules(5) -----------------------------------------------------------------------------------

"$heed" check --fields | unwrapped 29 | cut -c 1-36 | sed 's/ *$//' | awk '$NF != "finding"' | sed -E 's/ +([a-z]+)$/\t\1/' > "$work/fields"
[ "$(wc -l < "$work/fields")" -ge 60 ]
ok $? "the fields can be read from heed check --fields"
is "$(awk '/^\.It Ic / { sub(/^\.It Ic /, ""); name = $0; getline; sub(/^\.Pq /, ""); print name "\t" $0 }' $rules_page)" \
    "$(cat "$work/fields")" "heed-rules(5) has every field with its type, in that order"
missing "heed-rules(5) has the fields' help and other names" < <(
    text=$(sed 's/\\(dq/"/g' $rules_page)
    "$heed" check --fields | unwrapped 29 | awk 'substr($0, 30, 8) !~ /finding/' | cut -c 39- | sed -E 's/ \(one of [^)]*\)//; s/ \(also: (.*)\)$/\n\1/' |
        while read -r line; do grep -qF -- "$line" <<< "$text" || echo "$line"; done)
missing "heed-rules(5) has the kinds" < <(
    kinds=$("$heed" check -v 2>/dev/null | sed -n 's/.*\[placement\] protect = //p' | tr ';' ' ')
    for word in $kinds; do section $rules_page "What it is" | grep -qw -- "$word" || echo "$word"; done)
"$heed" check --fields | unwrapped 29 > "$work/all-fields"
missing "every finding is a field" < <(
    "$heed" filters | unwrapped 31 | awk '/^  / { print $1 }' | while read -r code; do
        grep -q "^$code .*finding" "$work/all-fields" || echo "$code"
    done)

# good_rules DESCRIPTION: standard input is a file of rules without mistakes
good_rules() {
    cat > "$work/example.rules"
    [ -s "$work/example.rules" ] && "$heed" check "$work/example.rules" > "$work/out" 2>&1
    ok $? "$1" || sed 's/^/# /' "$work/out"
}
good_rules "the first example of heed-rules(5) is good" < <(
    section $rules_page DESCRIPTION | awk '/^\.Bd/ { inside = 1; next } /^\.Ed/ { exit } inside')
good_rules "the rules in README.md are good" < <(
    awk '/^```heed/ { inside = 1; next } /^```/ { inside = 0 } inside' README.md)
missing "the fields and actions that README.md names are there" < <(
    awk '/^## Rules/ { inside = 1; next } /^## / { inside = 0 } inside' README.md | grep -oE '`[a-z]+ [^`]*[<>=/"][^`]*`' |
        tr -d '`' | grep -vE '^(heed|folder|weigh)' | while read -r condition; do
            echo "$condition -> later" > "$work/one.rules"
            "$heed" check "$work/one.rules" > /dev/null 2>&1 || echo "$condition"
        done)

# --- examples ----------------------------------------------------------------------------------------

# usable DESCRIPTION: standard input is a settings file without mistakes
usable() {
    cat > "$work/site/config"
    HEED_SITE_DIR=$work/site "$heed" check > "$work/out" 2>&1 && [ -s "$work/site/config" ]
    ok $? "$1" || sed 's/^/# /' "$work/out"
    rm -f "$work/site/config"
}
usable "the examples of heed-config(5) are good settings" < <(
    awk '/^\.Bd -literal/ { inside = 1; next } /^\.Ed/ { inside = 0 } inside' $settings_page | sed 's/\\-/-/g')
usable "the settings in README.md are good settings" < <(
    awk '/^```ini/ { inside = 1; next } /^```/ { inside = 0 } inside' README.md)

# What README and manuals tell to type: `heed VERB --option` in code, quoted or indented.
readme_code() {
    awk '/^```/ { inside = !inside; next } inside || /^    /' README.md
    grep -oE '`[^`]+`' README.md
}
{
    readme_code
    awk '/^\.Bd -literal/ { inside = 1; next } /^\.Ed/ { inside = 0 } inside' $page $settings_page
} | sed 's/\\-/-/g' | grep -oE '(^|[^a-zA-Z.@/])((/usr/local)?(/bin/)?heed) [a-z]+( --?[a-z=-]+)*' |
    sed -E 's/^.*heed ([a-z])/\1/' | sort -u > "$work/commands"
missing "every verb and long option in the examples exists" < <(
    [ "$(wc -l < "$work/commands")" -ge 8 ] || echo "cannot read the examples"
    while read -r verb options; do
        grep -qx "$verb" <<< "$verbs" || { echo "heed $verb"; continue; }
        for option in $options; do
            [[ $option == --* ]] || continue
            "$heed" "$verb" --help | grep -qE -- "${option%%=*}\b" || echo "heed $verb $option"
        done
    done < "$work/commands")
missing "every make target in README.md exists" < <(
    readme_code | grep -oE '\bmake (SANITIZE=1 )?[a-z]+' | awk '{ print $NF }' | sort -u | while read -r target; do
        grep -qE "^$target:|^\.PHONY:.* $target( |$)" Makefile || echo "make $target"
    done)
missing "every file and heading that README.md links to exists" < <(
    grep -oE '\]\([^)]+\)' README.md | sed 's/^](//; s/)$//' | grep -v '^https:' | while read -r file; do
        case $file in
        '#'*) sed -n 's/^##* //p' README.md | tr 'A-Z ' 'a-z-' | grep -qx -- "${file#?}" ;;
        *) [ -e "$file" ] ;;
        esac || echo "$file"
    done)

# The answer of heed why in README.md could be one: its findings exist and add up to the score.
missing "the example of heed why in README.md adds up" < <(
    "$heed" filters | unwrapped 31 | awk '/^  / { print $1 }' > "$work/codes"
    awk -v codes="$work/codes" '
        BEGIN { while ((getline code < codes) > 0) known[code] }
        /^```/ { inside = 0 }
        /^[a-z]+ [0-9.]+ %$/ { inside = 1; says = $2; sum = 0 }
        inside && /^   [-+][0-9.]+  / && $2 == "in" {
            whole++
            if ((d = sum - $1) > 0.005 || d < -0.005) print "the parts are " sum ", not " $1
            if ((d = 100 / (1 + exp(-$1)) - says) > 0.06 || d < -0.06) print says " % is not of " $1
        }
        inside && /^   [-+][0-9.]+  / && $2 != "in" { sum += $1; if (!($2 in known)) print $2 " is no finding" }
        END { if (!whole) print "there is none" }' README.md)
is "$(awk 'NR > 260' README.md | wc -l)" 0 "README.md stays short"

# The numbers of README.md and heed(1) are the defaults.
default_of() { awk -F'\t' -v g="$1" -v k="$2" '$1 == g && $2 == k { print $3 }' "$work/settings"; }
missing "thresholds and days in README.md and heed(1) are the defaults" < <(
    later=$(default_of placement later) priority=$(default_of placement priority)
    suspect=$(default_of placement suspect)
    for phrase in "useful at least $priority" "useful below $later" "trust below $suspect" \
        "after $(default_of learn half-life) days"; do
        grep -q "$phrase\b" README.md || echo "README.md: $phrase"
    done
    text=$(sed 's/^\.[A-Z][a-z] //' $page | tr '\n' ' ')
    for phrase in "useful at least $priority" "useful below $later" "trust below $suspect" \
        "unread for $(default_of learn ignored-after) days"; do
        grep -q "$phrase\b" <<< "$text" || echo "heed(1): $phrase"
    done)

# --- INTERNALS.md ------------------------------------------------------------------------------------

is "$(grep -rhoE 'State: [a-z]+\.' src | sed 's/State: //; s/\.//' | sort)" \
    "$(sed -nE 's/^\| `([a-z]+)` \|.*/\1/p' INTERNALS.md | sort)" "INTERNALS.md has the states of the code, each once"
missing "every test that INTERNALS.md names exists" < <(
    grep -oE '[a-z]+\.(t|sh)\b' INTERNALS.md | sort -u | while read -r file; do [ -e "tests/$file" ] || echo "$file"; done)

# --- version and form --------------------------------------------------------------------------------

version=$("$heed" --version)
for file in $page $settings_page $rules_page man/heed-site.7; do
    is "$(sed -n 's/^\.Os //p' $file)" "$version" "$file is of this version"
done
grep -q "^${version#heed }\b" CHANGELOG
ok $? "CHANGELOG has this version"

clean() { # clean DESCRIPTION COMMAND...: passes if the command says nothing
    local description=$1
    shift
    command -v "$1" >/dev/null || { without "$1 is not installed" "$description"; return; }
    missing "$description" < <("$@" 2>&1 >/dev/null < /dev/null)
}
for file in $page $settings_page $rules_page man/heed-site.7; do
    if man --help 2>&1 | grep -q -- --warnings; then
        clean "$file: man finds no fault" man --warnings -l $file
    else
        without "man-db is not installed" "$file: man finds no fault"
    fi
    clean "$file: groff finds no fault" groff -mandoc -Tutf8 -ww -z $file
    if command -v mandoc >/dev/null; then
        missing "$file: mandoc finds no fault" < <(mandoc -T lint -W warning $file 2>/dev/null)
    else
        without "mandoc is not installed" "$file: mandoc finds no fault"
    fi
done
finish
