#!/bin/bash
# Moving what is known of one person: heed export and heed import, with mail coming meanwhile, and with archives that are
# broken, of a newer heed or made to do harm: none of them changes anything.
. "$(dirname "$0")/lib.sh"
need notmuch python3 tar
make_home "$work/home"
make_messages "$work/messages"
umask 022
offered() { sed "s/^Message-ID: .*/Message-ID: <$1@test.example>/" "$work/messages/promotional"; }
state=$XDG_STATE_HOME/heed keys=$XDG_DATA_HOME/heed
book() { python3 -c 'import sqlite3, sys
print("\n".join(str(row) for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2])))' "${2:-$state/book.db}" "$1"; }
known="select id, placement, date, own from message order by id"
everything() { # what the book says, but for when it was last looked after
    python3 -c 'import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
for table in sys.argv[2:]: print(table, *sorted(map(repr, db.execute("select * from " + table))), sep="\n")' "$state/book.db" \
        message tally weight contact name business thing alias alias_use affiliate folder place missing waiting
}
for i in 1 2 3 4 5; do offered "n$i" | "$heed" deliver --wait; done
"$heed" alias new velora.com > "$work/alias"
"$heed" sync

# --- there and back --------------------------------------------------------------------------------------------
"$heed" export "$work/one.tar"
is "$?:$(stat -c %a "$work/one.tar")" "0:600" "heed export, into a file for its owner alone"
tar -tf "$work/one.tar" > "$work/names" 2> "$work/err"
is "$?:$(paste -sd' ' "$work/names")" "0:heed-export keys/seal.key keys/alias.key book.db" "tar reads it"
mkdir "$work/out"
tar -xf "$work/one.tar" -C "$work/out"
is "$(book "$known" "$work/out/book.db")" "$(book "$known")" "the book is a whole one by itself"
is "$(cat "$work/out/keys/seal.key")" "$("$heed" key --export)" "the keys are as heed key --export has them"
is "$(ls "$state" | grep -c export)" 0 "nothing is left beside the book"
touch -d '2 days ago' "$state/export.abcdef" "$state/import.abcdef" "$state/other.abcdef"
touch "$state/import.fresh1"
"$heed" export "$work/again.tar"
is "$(cd "$state" && echo *port.* other.*)" "import.fresh1 other.abcdef" "what a killed one left two days ago goes, and nothing else"
rm "$state/import.fresh1" "$state/other.abcdef"
"$heed" export - > "$work/piped.tar" 2> "$work/err"
is "$?:$(tar -tf "$work/piped.tar" | wc -l):$(grep -c 'others can read the file' "$work/err")" "0:4:1" "to standard output, and what others can read is told"
(umask 077; "$heed" export - > "$work/private.tar" 2> "$work/err")
is "$(cat "$work/err")" "" "a file that they cannot is not"

before=$(everything)
mv "$work/home" "$work/former"
make_home "$work/home"
"$heed" import "$work/one.tar"
is "$?" 0 "heed import on another host"
is "$(everything)" "$before" "the book is the same"
is "$("$heed" key --export; "$heed" alias check "$(grep -o '[^ ]*@[^ ]*' "$work/alias" | head -n 1)")" \
    "$(cat "$work/out/keys/seal.key"; HOME=$work/former XDG_STATE_HOME=$work/former/.local/state XDG_DATA_HOME=$work/former/.local/share XDG_CONFIG_HOME=$work/former/.config NOTMUCH_CONFIG=$work/former/.notmuch-config \
        "$heed" alias check "$(grep -o '[^ ]*@[^ ]*' "$work/alias" | head -n 1)")" "and so are the keys: aliases are known"
is "$(stat -c %a "$state" "$keys" "$state/book.db" "$keys"/*.key | paste -sd' ')" "700 700 600 600 600" "for her alone"
is "$(find "$state" "$keys" -name '*.XXXXXX' -o -name 'import.*' | wc -l)" 0 "nothing is left of the archive"

# --- what is there -------------------------------------------------------------------------------------------
offered mine | "$heed" deliver --wait
"$heed" key --rotate > /dev/null
mine=$(everything) key=$("$heed" key --export | head -n 1)
"$heed" import "$work/one.tar" 2> "$work/err"
is "$?:$(everything)" "1:$mine" "a history that is there stays"
grep -q '6 messages are known here: --replace' "$work/err"
ok $? "and how it would go is said" || note "$(cat "$work/err")"
"$heed" import --replace - < "$work/one.tar"
is "$?:$(everything)" "0:$before" "--replace, from standard input"
"$heed" key --export | grep -qxF "$key"
ok $? "keys that were there are still accepted"

# --- while mail comes ------------------------------------------------------------------------------------------
(for i in $(seq 1 30); do offered "busy$i" | "$heed" deliver || echo "busy$i"; done) > "$work/failed" &
deliveries=$!
good=0
while kill -0 $deliveries 2>/dev/null; do
    "$heed" export - > "$work/busy.tar" && tar -xOf "$work/busy.tar" book.db > "$work/busy.db" &&
        [ "$(book 'pragma integrity_check' "$work/busy.db")" = "('ok',)" ] && good=$((good + 1)) || { good=failed; break; }
done
wait $deliveries
[ "$good" != failed ] && [ "$good" -gt 0 ]
ok $? "each export is whole while mail comes ($good)"
is "$(cat "$work/failed")" "" "and holds up none of it"
indexed

# What is left, and no indexer took yet.
exec {lock}> "$state/index.lock"
flock $lock
offered left | "$heed" deliver
is "$?:$(ls "$state/plans" | wc -l)" "0:1" "a delivery that the book has not heard of"
"$heed" export "$work/left.tar"
is "$?:$(tar -tf "$work/left.tar" | grep plans)" "0:plans/1" "is in the archive"
exec {lock}>&-
rm -r "$state"
"$heed" import "$work/left.tar"
"$heed" sync
is "$(book "select count(*) from message where id = 'left@test.example'")" "(1,)" "and known where that was taken"

# --- what is refused -------------------------------------------------------------------------------------------
before=$(everything; "$heed" key --export)
refused() { # refused CODE WORDS WHAT: of $work/bad.tar, and nothing changes
    "$heed" import --replace "$work/bad.tar" 2> "$work/err"
    local code=$?
    is "$code:$( (everything; "$heed" key --export) | cksum):$(ls "$state" | grep -c import)" "$1:$(cksum <<< "$before"):0" "$3"
    grep -q "$2" <(tr -s ' \n' ' ' < "$work/err")
    ok $? "and why" || note "$(cat "$work/err")"
}
make_bad() { # make_bad NAME: tar made by Python, $work/good being the parts of a good one
    python3 - "$work" "$1" <<'EOP'
import io, os, sqlite3, sys, tarfile
work, what = sys.argv[1:]
good = {m.name: tarfile.open(work + "/one.tar").extractfile(m).read() for m in tarfile.open(work + "/one.tar")}
parts = list(good.items())
kind = {}
def book(sql):
    with open(work + "/evil.db", "wb") as file:
        file.write(good["book.db"])
    db = sqlite3.connect(work + "/evil.db")
    db.executescript(sql)
    db.close()
    return [(name, open(work + "/evil.db", "rb").read() if name == "book.db" else data) for name, data in parts]
if what == "above":
    parts.insert(3, ("../../owned", b"x"))
elif what == "absolute":
    parts.insert(3, (work + "/owned", b"x"))
elif what == "key-path":
    parts.insert(3, ("keys/../../owned", b"x" * 44))
elif what == "link":
    parts.insert(3, ("keys/link", b""))
    kind["keys/link"] = tarfile.SYMTYPE
elif what == "linked-key":
    parts = [(n, d) for n, d in parts if n != "keys/seal.key"] + [("keys/seal.key", b"")]
    parts.sort(key=lambda part: part[0] == "book.db")
    kind["keys/seal.key"] = tarfile.SYMTYPE
elif what == "folder":
    parts.insert(1, ("keys", b""))
    kind["keys"] = tarfile.DIRTYPE
elif what == "twice":
    parts.append(("book.db", good["book.db"]))
elif what == "large-key":
    parts[1] = (parts[1][0], b"A" * 5000)
elif what == "no-key":
    parts[1] = (parts[1][0], b"no key\n")
elif what == "no-book":
    parts.pop()
elif what == "no-note":
    parts.pop(0)
elif what == "other-form":
    parts[0] = (parts[0][0], b"format 2\n")
elif what == "plan":
    parts.insert(3, ("plans/1", b"no plan"))
elif what == "older":
    db = sqlite3.connect(work + "/older.db")
    db.execute("pragma journal_mode=delete")
    db.close()
    parts[-1] = ("book.db", open(work + "/older.db", "rb").read())
elif what == "newer":
    parts = book("pragma user_version = 9999")
elif what == "trigger":
    parts = book("create trigger t after insert on message begin delete from alias; end")
elif what == "view":
    parts = book("drop table contact; create view contact as select 'a' as address, 1 as written, 1 as last")
elif what == "virtual":
    parts = book("create virtual table words using fts5(word)")
elif what == "lacking":
    parts = book("drop table contact")
elif what == "damaged":
    parts[-1] = ("book.db", good["book.db"][:8192] + b"\xff" * 8192 + good["book.db"][16384:])
elif what == "no-database":
    parts[-1] = ("book.db", b"hello" * 3000)
with tarfile.open(work + "/bad.tar", "w", format=tarfile.USTAR_FORMAT) as out:
    for name, data in parts:
        info = tarfile.TarInfo(name)
        info.type = kind.get(name, tarfile.REGTYPE)
        info.linkname = work + "/owned" if name in kind else ""
        info.size = len(data)
        out.addfile(info, io.BytesIO(data))
raw = bytearray(open(work + "/bad.tar", "rb").read())
if what == "cut":
    raw = raw[:len(raw) // 2]
elif what == "no-end":
    with tarfile.open(work + "/bad.tar") as made:
        last = made.getmembers()[-1]
    raw = raw[:last.offset_data + last.size]
elif what == "flipped":
    raw[3] ^= 1
elif what == "huge":
    at = raw.index(b"book.db\0")
    raw[at + 124:at + 136] = b"77777777777\0"
    raw[at + 148:at + 156] = b" " * 8
    raw[at + 148:at + 156] = b"%06o\0 " % sum(raw[at:at + 512])
open(work + "/bad.tar", "wb").write(raw)
EOP
}
make_bad good
"$heed" import --replace "$work/bad.tar"
is "$?" 0 "an archive that another tar wrote"
"$heed" import --replace "$work/left.tar"
"$heed" sync
before=$(everything; "$heed" key --export)
for bad in above absolute key-path twice large-key no-note huge; do
    make_bad $bad
    refused 75 'has no place in an archive of heed' "$bad"
done
for bad in link linked-key folder flipped; do
    make_bad $bad
    refused 75 'no archive that heed export writes' "$bad"
done
while read -r bad code words; do
    make_bad "$bad"
    refused "$code" "$words" "$bad"
done <<EOB
no-key 75 are no keys
no-book 75 no book
other-form 78 another form
plan 75 plan that was left is none
newer 78 of a newer heed (9999
trigger 75 none that heed makes
view 75 none that heed makes
virtual 75 none that heed makes
lacking 75 .
damaged 75 damaged
no-database 75 not a database
cut 75 ends too early
no-end 75 ends too early
EOB
[ ! -e "$work/owned" ]
ok $? "nothing was written elsewhere"
mkdir "$work/fixture"
tar -xzf "$root/tests/fixture/0.1.0/home.tar.gz" -C "$work/fixture"
cp "$(find "$work/fixture" -name book.db)" "$work/older.db"
cp "$(find "$work/fixture" -name book.db-wal)" "$work/older.db-wal" 2>/dev/null
older=$(book "select id, placement from message order by id" "$work/older.db")
make_bad older
"$heed" import --replace "$work/bad.tar"
is "$?:$(book "select id, placement from message order by id")" "0:$older" "a book of an older heed is taken, as upgraded"
"$heed" doctor | tr -s ' \n' ' ' | grep -q 'book whole'
ok $? "and whole" || note "$("$heed" doctor | grep -A2 book)"
if ${CC:-cc} -O1 -shared -fPIC -o "$work/fault.so" "$root/tests/fault/fault.c" -ldl 2>/dev/null && [ -z "${SANITIZE:-}" ]; then
    said=$(python3 "$root/tests/fault/import.py" "$heed" "$work/fault.so" "$work" "$work/one.tar")
    read -r points kills <<< "$said"
    [ "${points:-0}" -ge 100 ] && [ "$kills" -ge 30 ] && ! grep -q WRONG <<< "$said"
    ok $? "calls that fail and kills in it: what is known is as before or as in the archive ($points, $kills)" || note "$said"
fi
"$heed" import "$work/none.tar" 2> "$work/err"
grep -q 'cannot read' "$work/err"
ok $? "a file that is not there"
"$heed" import 2> "$work/err"
is "$?" 64 "no file at all"
finish
