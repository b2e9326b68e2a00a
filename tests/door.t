#!/bin/bash
# The doors to the loaded parts, as src/base/gen/door.awk makes them: what it understands compiles and does what its
# header says; what it does not understand ends the build.
. "$(dirname "$0")/lib.sh"
for command in cc pkg-config; do
    command -v $command >/dev/null || skip_all "$command is not installed"
done

# make_door NAME: door of $work/NAME.h, its text from standard input, in $work/NAME-door.c
make_door() {
    cat > "$work/$1.h"
    awk -v part="$1" -v name="$1.h" -f "$root/src/base/gen/door.awk" "$work/$1.h" > "$work/$1-door.c" 2> "$work/$1.err"
}
read -ra flags <<< "-std=gnu17 -Wall -Wextra -Werror -I$root/include -I$work $(pkg-config --cflags glib-2.0)"

make_door things << 'EOF'
/* What a header may hold; void not_one(int a); */
#ifndef THINGS_H
#define THINGS_H
#include <stdbool.h>
#include <stdint.h>
#include "base/owned.h"
#include "base/status.h"

#define TWICE(x) \
    ((x) + \
     (x))
struct things;
enum colour { RED, GREEN = 2 }; // void not_this(int a);
struct thing {
    const char *name;
    enum { BIG, SMALL } size;
    void (*done)(struct thing *thing, void *data);
    struct { int x, y; } place;
};
typedef bool things_each(const struct thing *thing, void *data);
typedef struct { int n; } number;
static inline int things_twice(int x)
{
    if (x) {
        return TWICE(x) + (int)sizeof "void in_a_text(int a); }";
    }
    return '}' - '}';
}
STATUS_CHECK enum status things_open(const char *folder, struct things **out,
                                     struct err *err);
void things_free(struct things *things);
OWNED_DEFINE(things)

bool things_ready(const struct things *things); /* two */ unsigned things_count(const struct things *things);
const char *const *things_names(const struct things *things,
                                /* in between; */
                                unsigned which);
STATUS_CHECK enum status things_walk(struct things *things, bool sorted, unsigned *total, things_each *each,
                                     void (*done)(void *, int), char name[16], void *data, struct err *err);
void things_drop(struct things *things);
void *things_data(struct things *things);
GString *things_text(const struct things *things, int64_t at);
STATUS_CHECK enum status things_mend(struct err *err);
int things_number(void);
#endif
EOF
is "$?:$(cat "$work/things.err")" "0:" "a header is understood"
is "$(grep -oE '\bthings_[a-z]+\(' "$work/things-door.c" | sort | uniq -c | awk '$1 == 1 { print $2 }' | grep -v '_without' | paste -sd' ')" \
    "things_count( things_data( things_drop( things_free( things_mend( things_names( things_number( things_open( things_ready( things_text( things_walk(" \
    "each of its functions has a door, and nothing else has"

# A program without the part, in which dlopen(3) is what the test wants: it says what was asked for.
cat > "$work/main.c" << 'EOF'
#include <stdio.h>
#include "base/part.h"
#include "things.h"

static bool there;
static int loads, made;
enum status part_load(const char *name, void **part, struct err *err)
{
    loads++;
    return there ? (*part = &made, STATUS_OK) : err_set(err, STATUS_NOT_FOUND, "no %s", name);
}
enum status err_set(struct err *err, enum status status, const char *format, ...)
{
    g_snprintf(err->text, sizeof err->text, "%s", format);
    return status;
}
static enum status opened(const char *folder, struct things **out, struct err *err)
{
    (void)err;
    *out = (struct things *)&made;
    printf("open %s\n", folder);
    return STATUS_OK;
}
static unsigned counted(const struct things *things)
{
    return (const void *)things == &made ? 7 : 0;
}
static void freed(struct things *things)
{
    (void)things;
    puts("free");
}
void *part_symbol(void *part, const char *name)
{
    printf("look up %s%s\n", name, part == &made ? "" : " in nothing");
    return strcmp(name, "things_open") == 0 ? (void *)opened : strcmp(name, "things_count") == 0 ? (void *)counted : (void *)freed;
}
int things_number_without(void)
{
    return 42;
}
int main(void)
{
    struct things *things = NULL;
    struct err err;
    things_free(NULL);
    printf("%d %d\n", things_number(), things_number());
    printf("%d %s\n", things_open("a", &things, &err) == STATUS_NOT_FOUND, err.text);
    there = true;
    printf("%d\n", things_open("b", &things, &err));
    printf("%d\n", things_open("c", &things, &err));
    printf("%u %u\n", things_count(things), things_count(things));
    things_free(things);
    printf("%d loads\n", loads);
}
EOF
says=$(cc "${flags[@]}" -include string.h -o "$work/things" "$work/main.c" "$work/things-door.c" $(pkg-config --libs glib-2.0) 2>&1 &&
    "$work/things" 2>&1)
is "$says" "heed: no %s
42 42
1 no %s
look up things_open
open b
0
open c
0
look up things_count
7 7
look up things_free
free
3 loads" "a door loads its part once, says what fails, and falls back"

refused() { # refused DECLARATION WHAT
    make_door bad <<< "struct bad;
void bad_free(struct bad *bad);
$1"
    local code=$?
    [ $code -ne 0 ] && grep -q '^[^ ]*bad\.h:[3-9]: door\.awk: ' "$work/bad.err"
    ok $? "refused: $2" || note "exit $code" "$(cat "$work/bad.err")" "$(cat "$work/bad-door.c")"
}
refused 'extern int bad_number;' "a variable"
refused 'int bad_count(const struct bad *);' "a parameter without a name"
refused 'int bad_count(struct bad *bad, int);' "a parameter that is only a type"
refused 'void bad_say(struct bad *bad, const char *format, ...);' "a variable number of arguments"
refused 'void bad_say(struct bad *bad, const char *format, ...) G_GNUC_PRINTF(2, 3);' "an attribute behind a declaration"
refused '__attribute__((cold)) int bad_count(struct bad *bad);' "an attribute before a declaration"
refused 'int (*bad_function(struct bad *bad))(int);' "a function that returns a function"
refused 'bad_each bad_one, bad_two;' "a declaration by a type of function"
refused 'int bad_count(struct bad *bad)' "a declaration without an end"
refused 'struct row { int a;' "braces that are not closed"
refused 'struct row { int a; } row;' "a variable with its type"
refused 'int bad_count(struct bad *bad); int bad_count(struct bad *bad);' "what is declared twice"
make_door none <<< 'struct none;'
[ $? -ne 0 ]
ok $? "refused: a header without functions"
finish
