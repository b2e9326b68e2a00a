# Makes the door to a part of heed (include/base/part.h) while heed is built: C with the functions that a header
# declares, each of which passes its call on to the function of that name in the part, loaded when it is needed.
#
#   awk -v part=index -v name=store/history.h -f door.awk include/store/history.h
#
# What a function does where the part cannot be loaded follows from its declaration:
# - It takes what only the part can have made (a pointer to a struct that the header merely names, struct history;):
#   the part is there. X_free() takes NULL as well.
# - It returns enum status and takes a struct err * last: that status.
# - Any other: what NAME_without() gives, a function of the same arguments that is written by hand beside the door.
# A declaration that this file does not understand ends the build.

function fail(what, line) {
    printf "%s:%d: door.awk: %s\n", FILENAME, line, what > "/dev/stderr"
    failed = 1
    exit 1
}

# What NAME is in "const char *const *NAME", "void (*NAME)(int)" or "char NAME[16]"; "" where it has none.
function parameter_name(text, word) {
    if (match(text, /\( ?\* ?[a-z_][a-z_0-9]* ?\)/)) {
        word = substr(text, RSTART, RLENGTH)
        gsub(/[(*) ]/, "", word)
        return word
    }
    sub(/( ?\[[^]]*\])+ ?$/, "", text)
    if (!match(text, /[ *][a-z_][a-z_0-9]*$/))
        return ""
    word = substr(text, RSTART + 1)
    return word ~ /^(const|int|char|long|short|unsigned|signed|double|float|bool|void|restrict)$/ ? "" : word
}

# The parameters' names, separated by ", ". Sets first and last to the whole text of those parameters.
function arguments_of(text, line, depth, i, c, one, word, list) {
    first = last = ""
    if (text ~ /^ ?void ?$/)
        return ""
    text = text ","
    for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1)
        depth += (c == "(") - (c == ")")
        if (c != "," || depth > 0) {
            one = one c
            continue
        }
        gsub(/^ +| +$/, "", one)
        word = parameter_name(one)
        if (word == "" || one ~ /\.\.\./)
            fail("a parameter without a name that could be passed on: " one, line)
        first = list == "" ? one : first
        last = one
        list = list (list == "" ? "" : ", ") word
        one = ""
    }
    return list
}

function print_real(function_name) {
    print "    static __typeof__(" function_name ") *real;"
}

function found_in(what, function_name) {
    return "(__typeof__(" function_name ") *)part_symbol(" what ", \"" function_name "\")"
}

# The part is loaded, or the status says why it is not.
function print_opening(returns, function_name, list) {
    print_real(function_name)
    print "    enum status status = loaded ? STATUS_OK : part_load(\"" part "\", &loaded, " parameter_name(last) ");"
    print "    if (status)\n        return status;"
    print "    if (!real)\n        real = " found_in("loaded", function_name) ";"
    print "    return real(" list ");"
}

function print_passing(returns, function_name, list) {
    print_real(function_name)
    if (function_name ~ /_free$/)
        print "    if (!" parameter_name(first) ")\n        return;"
    print "    if (!real)\n        real = " found_in("loaded", function_name) ";"
    print "    " (returns == "void" ? "" : "return ") "real(" list ");"
}

# Several threads may ask at once; it is tried once.
function print_falling_back(returns, function_name, list) {
    print_real(function_name)
    print "    static gsize tried;"
    print "    if (g_once_init_enter(&tried)) {"
    print "        struct err err;\n        void *found;"
    print "        if (part_load(\"" part "\", &found, &err) == STATUS_OK)"
    print "            real = " found_in("found", function_name) ";"
    print "        else\n            fprintf(stderr, \"heed: %s\\n\", err.text);"
    print "        g_once_init_leave(&tried, 1);\n    }"
    if (returns == "void")
        print "    if (real)\n        real(" list ");\n    else\n        " function_name "_without(" list ");"
    else
        print "    return real ? real(" list ") : " function_name "_without(" list ");"
}

function note_function(text, line, returns, function_name, parameters, list, opens, made, way) {
    if (text !~ /^[A-Za-z][a-z_A-Z0-9 *]*[ *][a-z_][a-z_0-9]* ?\(.*\)$/ || text ~ /^(extern|static) /)
        fail("a declaration that it does not understand: " text, line)
    match(text, / ?\(/)
    returns = substr(text, 1, RSTART - 1)
    parameters = substr(text, RSTART + RLENGTH)
    sub(/\)$/, "", parameters)
    match(returns, /[a-z_0-9]*$/)
    function_name = substr(returns, RSTART)
    returns = substr(returns, 1, RSTART - 1)
    sub(/ $/, "", returns)
    list = arguments_of(parameters, line)
    made = first
    gsub(/^(const )?struct | ?\*.*$/, "", made)
    opens = returns == "enum status" && last ~ /^struct err \*/
    made = (made in opaque) && first ~ /^(const )?struct [a-z_0-9]+ ?\*[a-z_]/
    way = made ? "made" : opens ? "opens" : "without"
    used[way] = 1
    body[++bodies] = returns "|" function_name "|" parameters "|" list "|" way "|" first "|" last
    if (function_name in seen)
        fail(function_name " is declared twice", line)
    seen[function_name] = 1
}

# One declaration at the level of the file, in one line with single blanks; HAS_BODY where braces stood in it.
function declare(text, has_body, line, word) {
    gsub(/[ \t]+/, " ", text)
    while (sub(/^ ?(STATUS_CHECK|G_BEGIN_DECLS|G_END_DECLS|[A-Z][A-Z0-9_]*DEFINE[A-Z0-9_]* ?\([^()]*\)) ?/, "", text));
    gsub(/^ +| +$/, "", text)
    if (text == "" || text ~ /^typedef / || (text ~ /^(static )?inline / && (has_body || text ~ /\)$/)))
        return
    if (has_body && text ~ /^(struct|enum|union)( [a-z_0-9]+)? ?[{][}]$/)
        return
    if (!has_body && text ~ /^struct [a-z_0-9]+$/) {
        sub(/^struct /, "", text)
        opaque[text] = 1
        return
    }
    if (has_body)
        fail("a declaration that it does not understand: " text, line)
    note_function(text, line)
}

BEGIN {
    if (part == "" || name == "" || ARGC != 2) {
        print "usage: awk -v part=NAME -v name=HEADER -f door.awk FILE" > "/dev/stderr"
        failed = 1
        exit 2
    }
}

# Comments, preprocessor lines and texts go.
continued { continued = /\\$/; next }
{
    line = $0
    kept = ""
    while (line != "") {
        if (comment) {
            at = index(line, "*/")
            line = at ? substr(line, at + 2) : ""
            comment = !at
        } else if (line ~ /^\/\*/) {
            comment = 1
            line = substr(line, 3)
        } else if (line ~ /^\/\//) {
            line = ""
        } else if (match(line, /^"([^"\\]|\\.)*"/) || match(line, /^'([^'\\]|\\.)*'/)) {
            kept = kept "0"
            line = substr(line, RLENGTH + 1)
        } else {
            kept = kept substr(line, 1, 1)
            line = substr(line, 2)
        }
    }
    if (kept ~ /^[ \t]*#/) {
        continued = /\\$/
        next
    }
    code = code kept " "
    lines[NR] = length(code)
}

# What stands in braces, of any depth, becomes {}; behind a function's closing brace no ";" follows.
function walk(i, c, depth, text, has_body, line, begun) {
    for (i = 1; i <= length(code); i++) {
        while (lines[line + 1] < i && line < NR)
            line++
        c = substr(code, i, 1)
        if (c == "{" && depth++ == 0) {
            has_body = 1
            text = text "{"
        } else if (c == "}" && --depth == 0) {
            text = text "}"
            if (text ~ /\) *[{][}]$/) {
                declare(text, 1, begun)
                text = has_body = ""
            }
        } else if (depth == 0 && c == ";") {
            declare(text, has_body, begun)
            text = has_body = ""
        } else if (depth == 0) {
            if (text ~ /^ *$/)
                begun = line + 1
            text = text c
        }
    }
    if (text !~ /^ *$/) {
        while (sub(/^ *([A-Z][A-Z0-9_]*DEFINE[A-Z0-9_]* ?\([^()]*\)|G_END_DECLS) */, "", text));
        if (text != "")
            fail("a declaration without an end: " text, begun)
    }
    if (depth != 0)
        fail("braces that are not closed", NR)
}

END {
    if (failed)
        exit 1
    walk()
    if (!bodies)
        fail("no function to pass on", NR)
    print "/* Made by src/base/gen/door.awk: the door to heed-" part ".so. */"
    print "#include <stdio.h>\n\n#include \"" name "\"\n#include \"base/part.h\""
    if (used["made"] || used["opens"])
        print "\nstatic void *loaded;"
    for (b = 1; b <= bodies; b++) {
        split(body[b], f, "|")
        first = f[6]
        last = f[7]
        if (f[5] == "without")
            print "\n__typeof__(" f[2] ") " f[2] "_without;"
        print "\n" f[1] (f[1] ~ /\*$/ ? "" : " ") f[2] "(" f[3] ")\n{"
        if (f[5] == "opens")
            print_opening(f[1], f[2], f[4])
        else if (f[5] == "made")
            print_passing(f[1], f[2], f[4])
        else
            print_falling_back(f[1], f[2], f[4])
        print "}"
    }
}
