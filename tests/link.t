#!/bin/bash
# What a start of heed loads. Where archives are linked in, the parts bring the shared GLib a second time: neither copy may
# find names of the other, and nothing but plain C and what malloc(3) gave passes between them.
. "$(dirname "$0")/lib.sh"
need nm readelf cc
[ -z "${SANITIZE:-}" ] || skip_all "sanitizer builds link everything in directly"

needed=$(readelf -d "$heed" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
if grep -q '^libgmime' <<< "$needed"; then
    echo "ok $((++tests_run)) - linked in # SKIP the libraries are the system's here"
else
    is "$(grep -vE '^(libc|libm|libidn2|ld-linux.*)\.so\.[0-9]+$' <<< "$needed")" "" \
        "a start loads the C library, and libidn2 at most"
    seen=$(nm -D --defined-only "$heed" | awk '{ print $3 }' | grep -vE '^(stdin|stdout|stderr)(@|$)')
    is "$seen" "" "no name of heed's is seen by a part"
    "$heed" doctor 2>/dev/null | grep -q 'libraries *linked in: glib-2.0 [0-9]'
    ok $? "doctor says what is linked in"
    readelf -lW "$heed" | grep -q GNU_RELRO && readelf -hW "$heed" | grep -q 'Type: *DYN'
    ok $? "a position-independent program, closed for writing where it can be"
fi
crossing=$(grep -nE '\bG[A-Z][A-Za-z]*[a-z]\b' "$root/include/store/history.h" "$root/include/store/interest.h" \
    "$root/include/base/config.h" "$root/src/mail/lure/spoof.h" | grep -v 'G_GNUC')
is "$crossing" "" "no type of GLib's passes through the doors of the index and of names"

# --- stand-ins ---------------------------------------------------------------------------------------
cat > "$work/archive.c" <<'EOT'
void far_away(void), far_too(void), other(void);
void here(void) { }
void works(int what) { what == 1 ? far_away() : what == 2 ? far_too() : other(); }
EOT
printf 'void works(int); void far_too(void);\nint main(int n, char **v) { if (n > 2) far_too(); works(n); }\n' \
    > "$work/uses.c"
printf 'void works(int);\nint main(int n, char **v) { works(n); }\n' > "$work/main.c"
(cd "$work" && for name in archive uses main; do ${CC:-cc} -w -c $name.c || exit 1; done && ar rc archive.a archive.o)
stand_ins() { # stand_ins PROGRAM.o: which names get one
    "$root/src/base/gen/stand-ins.sh" 'far_.*|here' "$work/$1" -- "$work/archive.a" > "$work/stand-ins.c"
    sed -n 's/^STAND_IN(\(.*\))$/\1/p' "$work/stand-ins.c" | tr '\n' ' '
}
is "$(stand_ins uses.o)" "far_away " \
    "none for what heed itself refers to, for other names, or for what is there"
is "$(stand_ins main.o)" "far_away far_too " "one for each other"
printf 'void other(void) { }\n' > "$work/other.c"
{ (cd "$work" && ${CC:-cc} -o called main.o other.c stand-ins.c archive.a && ./called); } 2>"$work/err"
is "$?:$(grep -c '^heed: far_away is not linked in$' "$work/err")" "134:1" "one that is called says its name and ends the process"
finish
