# heed: GNU make and pkg-config, nothing else to learn.
#
#   make            build ./heed
#   make demo       a made-up year of mail, judged before your eyes, in a temporary folder
#   make check      all tests, some of them a sample; one alone: prove tests/deliver.t
#   make check-all  the same, and what needs Dovecot and the like, which it installs and does not start
#   make debian     all tests on Debian 12 and 13, each in a root of its own (tests/debian.sh); needs root, debootstrap
#   make sweep      those of which make check tries a sample, whole: every call fails in turn, and heed is killed at
#                   every call: nothing may be lost; 10,000 deliveries under fire; all of the corpora
#   make syncs      SYNCS (1000) syncs between and beside whatever she does at a Dovecot: every outcome right; needs Dovecot
#   make year       WORLD lived by IMAP only, and how well she was served (tests/imap/year.py); needs Dovecot
#   make coverage   what the tests reach of src/act and src/front; at least 95 % of each; needs gcovr
#   make bench      costs beside notmuch insert and bogofilter, in one run
#   make fuzz       each fuzzer of tests/fuzz for FUZZ_SECONDS (3600); needs clang
#   make install    to PREFIX (/usr/local), staged in DESTDIR
#   make deps       install what is missing (apt-get), or name the packages
#   SANITIZE=1      with AddressSanitizer and UndefinedBehaviorSanitizer
#   SHARED=1        with the system's libraries also where archives of them are there, as distributions want it

PREFIX ?= /usr/local
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 1)
endif
VERSION := 0.1.0
SANITIZE ?=
FUZZ ?=
COVERAGE ?=
BUILD := build$(if $(FUZZ),-fuzz,$(if $(SANITIZE),-sanitize,$(if $(COVERAGE),-coverage)))
HEED := $(if $(SANITIZE),$(BUILD)/heed,$(if $(COVERAGE),$(BUILD)/bin/heed,heed))

CC ?= cc
CXX ?= c++
PKGS := gmime-3.0 libsodium sqlite3 libpsl zlib
CFLAGS ?= -O2 -g
CXXFLAGS ?= -O2 -g
WARN := -Wall -Wextra $(if $(CI),-Werror)
LIBRARIES = $(foreach name,$(PKGS) glib-2.0 libxml-2.0,$(name) $(shell pkg-config --modversion $(name));)
# Of GLib what Debian 12 has: what a later one replaces is no mistake yet.
GLIB = -DGLIB_VERSION_MIN_REQUIRED=GLIB_VERSION_2_74 -DGLIB_VERSION_MAX_ALLOWED=GLIB_VERSION_2_74
ALL_CPPFLAGS = -Iinclude -D_GNU_SOURCE $(GLIB) -DHEED_VERSION='"$(VERSION)"' $(CPPFLAGS)
HARDEN := -fstack-protector-strong -fPIC -D_FORTIFY_SOURCE=2
SAN := -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined$(if $(FUZZ), -fsanitize=fuzzer-no-link)
EXTRA := $(if $(SANITIZE),$(SAN) -DHEED_SANITIZE,$(HARDEN))
# Three quarters of what a start costs is the loader's, who looks up names in eighteen libraries. Where all of their archives
# are there (Debian's -dev packages have them) they are linked in, and libc is what is left. SHARED=1 leaves all with the
# system. What archives refer to in libraries that heed calls nothing of gets stand-ins: gpgme and GIO (GMime's), ICU and
# LZMA (libxml2's), libunistring (libpsl's and libidn2's; where it has no archive libidn2 stays shared).
ARCHIVE_DIR := $(shell pkg-config --variable=libdir glib-2.0)
ARCHIVE = $(ARCHIVE_DIR)/lib$(1).a
ARCHIVED := $(foreach name,gmime-3.0 gobject-2.0 glib-2.0 sodium psl sqlite3 ffi pcre2-8 z xml2,$(call ARCHIVE,$(name)))
IDN := $(call ARCHIVE,idn2) $(call ARCHIVE,unistring)
NO_IDN := $(if $(wildcard $(ARCHIVE_DIR)/libidn2.a $(ARCHIVE_DIR)/libidn2.so),,libidn2)
ARCHIVES := $(if $(SHARED)$(SANITIZE)$(COVERAGE)$(NO_IDN)$(filter-out $(wildcard $(ARCHIVED)),$(ARCHIVED)),,$(ARCHIVED) \
    $(if $(filter-out $(wildcard $(IDN)),$(IDN)),-lidn2,$(IDN)) $(wildcard $(call ARCHIVE,sysprof-capture-4)))
# Nothing of theirs is seen from outside: the parts bring the shared libraries, which are to find their own names.
OF_ARCHIVES := -Wl,--exclude-libs,ALL -Wl,--start-group $(ARCHIVES) -Wl,--end-group -lm
STOOD_IN := gpgme_.*|g_(file|seekable|input_stream|output_stream)_.*|ucnv_.*|UCNV_.*|lzma_.*|u8_.*|uninorm_.*
# The libraries that most other symbols are looked up in come first: a sixth off every start.
FIRST := -Wl,--no-as-needed -lc -lsqlite3 -lglib-2.0 -lgmime-3.0 -lgobject-2.0 -Wl,--as-needed
PKG_CFLAGS = $(shell pkg-config --cflags $(PKGS) libxml-2.0 icu-i18n xapian-core)
LIBS = $(shell pkg-config --libs $(PKGS)) -lm -ldl
HTML_LIBS = $(shell pkg-config --libs libxml-2.0 glib-2.0)
SPOOF_LIBS = $(shell pkg-config --libs icu-i18n glib-2.0)
INDEX_LIBS = $(shell pkg-config --libs xapian-core)
NOTMUCH_LIBS = -lnotmuch $(INDEX_LIBS) $(shell pkg-config --libs glib-2.0)

SRC := $(filter-out src/%-gen.c,$(sort $(wildcard src/*.c src/*/*.c src/mail/*/*.c filters/*.c)))
SRCXX := $(sort $(wildcard src/*/*.cc))
# What was made lies in the folder of the room that it belongs to, and sees that room's headers.
MADE := $(patsubst %,$(BUILD)/src/%.o,mail/words/words-index mail/words/place-names base/cage-program store/history-door store/index-door mail/html/door mail/lure/door sim/shipped)
OBJ := $(SRC:%.c=$(BUILD)/%.o) $(SRCXX:%.cc=$(BUILD)/%.o) $(MADE) \
    $(if $(COVERAGE),$(BUILD)/tests/coverage/coverage.o)
UNIT := $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%.t,$(sort $(wildcard tests/unit/*.c)))
# Parts with heavy libraries are files of their own, loaded on demand (include/base/part.h); where nobody counts
# milliseconds they are linked directly, and their doors left out, as is what stands in for a part that is missing.
DOORS := $(patsubst %,$(BUILD)/src/%.o,store/history-door store/index-door store/index-without mail/html/door mail/html/html-without mail/lure/door \
    mail/lure/spoof-without)
INDEX := $(BUILD)/src/store/index.o
NOTMUCH := $(patsubst %,$(BUILD)/src/store/%.o,history history-find history-tag history-write)
HTML := $(patsubst %,$(BUILD)/src/mail/html/%.o,html html-box html-css html-elements html-sheet html-style html-schema html-tags html-text html-told)
SPOOF := $(BUILD)/src/mail/lure/spoof.o
# libxml2 that is linked in needs no part.
PART_NAMES := $(strip index notmuch $(if $(ARCHIVES),,html) spoof)
PARTS := $(PART_NAMES:%=$(BUILD)/lib/heed/heed-%.so)
LINKED := $(filter-out $(INDEX) $(NOTMUCH) $(SPOOF) $(if $(ARCHIVES),$(BUILD)/src/mail/html/door.o $(BUILD)/src/mail/html/html-without.o,$(HTML)),$(OBJ)) \
    $(if $(ARCHIVES),$(BUILD)/stand-ins.o)
WHOLE := $(filter-out $(DOORS),$(OBJ))
LIBOBJ := $(filter-out $(BUILD)/src/cmd/%,$(WHOLE))

all: $(HEED)

# Only what is measured counts its lines, so that the rest is what users have.
ifdef COVERAGE
$(BUILD)/src/act/%.o $(BUILD)/src/front/%.o: EXTRA += --coverage -fprofile-update=atomic -O0 -U_FORTIFY_SOURCE
$(BUILD)/tests/coverage/%.o: CPPFLAGS += -DCOVERAGE_FOLDER='"$(abspath $(BUILD)/src)"'
LDFLAGS += --coverage -Wl,--wrap=_exit,--wrap=kill,--wrap=cage_new
endif

# Before anything is compiled: a fresh machine has none of the headers.
GOALS := $(or $(MAKECMDGOALS),all)
ifneq ($(filter-out clean uninstall debian,$(GOALS)),)
NEED := $(if $(filter check-all,$(GOALS)),all,$(if $(filter check bench coverage,$(GOALS)),check,$(if $(filter demo deps units,$(GOALS)),build,name)))
ifneq ($(shell tests/deps.sh $(NEED) >&2 && echo yes),yes)
$(error packages are missing: run make deps as root, or install those named above)
endif
endif

ifdef SANITIZE
$(HEED): $(WHOLE)
	@echo "LINK $@"; $(CXX) $(LDFLAGS) $(EXTRA) -pie -o $@ $^ $(LIBS) $(HTML_LIBS) $(SPOOF_LIBS) $(NOTMUCH_LIBS)
else
heed: $(BUILD)/bin/heed
	@ln -sf $(abspath $<) $@
endif

$(BUILD)/bin/heed: $(LINKED) $(BUILD)/archives | $(PARTS)
	@mkdir -p $(@D)
	@echo "LINK $@"; $(CC) $(LDFLAGS) $(EXTRA) -pie -Wl,-z,relro -o $@ $(if $(ARCHIVES),$(LINKED) $(OF_ARCHIVES),$(FIRST) $(LINKED) $(LIBS))

# What is linked in: made anew where that changes, with SHARED or a package.
$(BUILD)/archives: FORCE
	@mkdir -p $(@D); echo '$(ARCHIVES)' | cmp -s - $@ || echo '$(ARCHIVES)' > $@

$(BUILD)/stand-ins.c: src/base/gen/stand-ins.sh $(filter-out $(BUILD)/stand-ins.o,$(LINKED)) $(BUILD)/archives
	@src/base/gen/stand-ins.sh '$(STOOD_IN)' $(filter %.o,$^) -- $(filter %.a,$(ARCHIVES)) > $@.new && mv $@.new $@

$(BUILD)/stand-ins.o: $(BUILD)/stand-ins.c
	@$(CC) -std=gnu17 $(WARN) $(CFLAGS) $(EXTRA) -c -o $@ $<

# The C++ runtime looks up more of its own names than all others do: it comes first.
PART = mkdir -p $(@D); echo "LINK $@"; $(CXX) $(LDFLAGS) $(EXTRA) -shared -Wl,-z,relro,--no-undefined -o $@ \
    -Wl,--no-as-needed -lstdc++ -Wl,--as-needed $^

$(BUILD)/lib/heed/heed-index.so: $(INDEX)
	@$(PART) $(INDEX_LIBS)

$(BUILD)/lib/heed/heed-notmuch.so: $(NOTMUCH) $(INDEX) $(BUILD)/src/base/status.o $(BUILD)/src/base/placement.o $(BUILD)/src/maildir/flags.o
	@$(PART) $(NOTMUCH_LIBS)

$(BUILD)/lib/heed/heed-html.so: $(HTML)
	@$(PART) $(HTML_LIBS)

$(BUILD)/lib/heed/heed-spoof.so: $(SPOOF)
	@$(PART) $(SPOOF_LIBS)

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo "CC   $<"; $(CC) -std=gnu17 $(ALL_CPPFLAGS) $(WARN) $(CFLAGS) $(EXTRA) $(PKG_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/%.o: %.cc Makefile
	@mkdir -p $(@D)
	@echo "C++  $<"; $(CXX) -std=c++17 $(ALL_CPPFLAGS) $(WARN) $(CXXFLAGS) $(EXTRA) $(PKG_CFLAGS) -MMD -MP -c -o $@ $<

# The index of the table of words, made once here instead of in every process.
WORDS := $(sort $(wildcard src/mail/words/words-*.c)) src/mail/words/brands.c src/mail/words/tokens.c

$(BUILD)/words-gen: src/mail/words/gen/words-gen.c src/mail/words/words-index.h include/mail/words.h $(WORDS)
	@mkdir -p $(@D)
	@echo "GEN  words"; $(CC) -std=gnu17 -Iinclude $(shell pkg-config --cflags glib-2.0) -o $@ $< $(WORDS) $(shell pkg-config --libs glib-2.0)

$(BUILD)/src/mail/words/words-index.c: $(BUILD)/words-gen
	@mkdir -p $(@D)
	@$< > $@.new && mv $@.new $@

# Places in other languages.
$(BUILD)/places-gen: src/mail/words/gen/places-gen.c src/mail/words/tokens.c include/mail/tokens.h
	@mkdir -p $(@D)
	@echo "GEN  places"; $(CC) -std=gnu17 -Iinclude $(shell pkg-config --cflags glib-2.0 icu-i18n) -o $@ $< src/mail/words/tokens.c $(shell pkg-config --libs glib-2.0 icu-i18n)

$(BUILD)/src/mail/words/place-names.c: $(BUILD)/places-gen
	@mkdir -p $(@D)
	@$< > $@.new && mv $@.new $@

# The system call filter, worked out once here instead of in every process.
$(BUILD)/cage-gen: src/base/gen/cage-gen.c
	@mkdir -p $(@D)
	@echo "GEN  cage"; $(CC) -std=gnu17 $(WARN) $(shell pkg-config --cflags libseccomp) -o $@ $< $(shell pkg-config --libs libseccomp)

$(BUILD)/src/base/cage-program.c: $(BUILD)/cage-gen
	@mkdir -p $(@D)
	@$< > $@.new && mv $@.new $@

# The doors to the parts, made from the headers that they stand for.
DOOR = awk -v part=$(1) -v name=$(2) -f src/base/gen/door.awk $< > $@.new && mv $@.new $@

$(BUILD)/src/store/history-door.c: include/store/history.h src/base/gen/door.awk
	@mkdir -p $(@D); echo "GEN  $@"; $(call DOOR,notmuch,store/history.h)

$(BUILD)/src/store/index-door.c: include/store/index.h src/base/gen/door.awk
	@mkdir -p $(@D); echo "GEN  $@"; $(call DOOR,index,store/index.h)

$(BUILD)/src/mail/html/door.c: include/mail/html.h src/base/gen/door.awk
	@mkdir -p $(@D); echo "GEN  $@"; $(call DOOR,html,mail/html.h)

$(BUILD)/src/mail/lure/door.c: src/mail/lure/spoof.h src/base/gen/door.awk
	@mkdir -p $(@D); echo "GEN  $@"; $(call DOOR,spoof,spoof.h)

# The consumers and strategies that come with heed simulate, as text.
SHIPPED := sample-rules/simulate/consumers sample-rules/simulate/strategies

$(BUILD)/src/sim/shipped.c: $(SHIPPED) src/sim/gen/shipped.sh
	@mkdir -p $(@D); echo "GEN  $@"; src/sim/gen/shipped.sh $(SHIPPED) > $@.new && mv $@.new $@

$(MADE): $(BUILD)/%.o: $(BUILD)/%.c Makefile
	@$(CC) -std=gnu17 $(ALL_CPPFLAGS) -I$(patsubst $(BUILD)/%,%,$(@D)) $(WARN) $(CFLAGS) $(EXTRA) $(PKG_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tests/unit/%.t: $(BUILD)/tests/unit/%.o $(LIBOBJ)
	@echo "LINK $@"; $(CXX) $(LDFLAGS) $(EXTRA) -pie -o $@ $^ $(LIBS) $(HTML_LIBS) $(SPOOF_LIBS) $(NOTMUCH_LIBS)

# Fuzzers: a word here, a file, a folder of inputs and a dictionary in tests/fuzz. `make fuzz` has clang's libFuzzer
# drive them; `make check` replays inputs and some mutations of them, with sanitizers where the compiler has them.
FUZZERS := authres address html imap lmtp mail rules
FUZZ_SECONDS ?= 3600
FUZZ_LIMITS := -max_len=20000 -len_control=20 -timeout=5 -rss_limit_mb=1500 -print_final_stats=1
FUZZ_DRIVER = $(if $(FUZZ),,$(BUILD)/tests/fuzz/replay.o)

$(BUILD)/tests/fuzz/%: $(BUILD)/tests/fuzz/%.o $(FUZZ_DRIVER) $(LIBOBJ)
	@echo "LINK $@"; $(CXX) $(LDFLAGS) $(EXTRA) $(if $(FUZZ),-fsanitize=fuzzer) -pie -o $@ $^ $(LIBS) $(HTML_LIBS) $(SPOOF_LIBS) $(NOTMUCH_LIBS)

fuzzers: $(FUZZERS:%=$(BUILD)/tests/fuzz/%)

$(BUILD)/src/cmd/doctor-host.o: CPPFLAGS += -DHEED_LIBRARIES='"$(LIBRARIES)"' -DHEED_PARTS='"$(PART_NAMES)"' \
    -DHEED_LINKED_IN=$(if $(ARCHIVES),true,false)
$(BUILD)/src/cmd/doctor-host.o: $(BUILD)/archives

-include $(OBJ:.o=.d) $(UNIT:.t=.d) $(wildcard $(BUILD)/tests/fuzz/*.d)

.SECONDARY: $(UNIT:.t=.o) $(FUZZERS:%=$(BUILD)/tests/fuzz/%.o)

units: $(UNIT)

# Sanitizers are the half of fuzzing; musl has none for gcc.
CAN_SANITIZE = $(shell echo 'int main(void) { return 0; }' | $(CC) $(SAN) -x c -o /dev/null - 2>/dev/null && echo 1)

# Each test has its own folder, ports and accounts, so that they run side by side; those that take longest come first.
JOBS ?= $(shell nproc 2>/dev/null || echo 1)
LONGEST := $(wildcard $(patsubst %,tests/%.t,sweep lmtp site site-harm site-learn world valgrind soak corpora postfix exim opensmtpd simulate docs))
TESTS := $(LONGEST) $(filter-out $(LONGEST),$(wildcard tests/*.t))
PROVE = HEED=$(abspath $(HEED)) SANITIZE=$(SANITIZE) HEED_CORPORA=$(abspath ../shared/corpora) prove -j $(JOBS) --timer

check: $(HEED) $(UNIT)
	+@$(if $(SANITIZE),:,$(MAKE) --no-print-directory SANITIZE=$(CAN_SANITIZE) fuzzers)
	$(PROVE) $(TESTS) $(UNIT)

check-all: export HEED_ALL := yes
check-all: check

# Leaks are looked for at the end: GMime has one of its own, which only whole stack traces tell (tests/fuzz/fuzz.h).
fuzz:
	@command -v clang++ >/dev/null || { echo "make fuzz needs clang and its compiler-rt"; exit 1; }
	+@$(MAKE) --no-print-directory FUZZ=1 SANITIZE=1 CC=clang CXX=clang++ fuzzers
	@for name in $(FUZZERS); do \
	    mkdir -p build-fuzz/corpus/$$name && echo "FUZZ $$name, $(FUZZ_SECONDS) s" && \
	    set -- build-fuzz/tests/fuzz/$$name $(FUZZ_LIMITS) -artifact_prefix=build-fuzz/$$name- && \
	    ASAN_OPTIONS=detect_leaks=0 "$$@" -max_total_time=$(FUZZ_SECONDS) -detect_leaks=0 -dict=tests/fuzz/$$name.dict \
	        build-fuzz/corpus/$$name tests/fuzz/corpus/$$name && \
	    ASAN_OPTIONS=fast_unwind_on_malloc=0 "$$@" -runs=0 build-fuzz/corpus/$$name || exit 1; \
	done

debian:
	tests/debian.sh bookworm check
	tests/debian.sh trixie check

sweep: $(HEED)
	SWEEP=1 $(PROVE) -j 1 -v tests/sweep.t tests/soak.t tests/corpora.t

SYNCS ?= 1000
syncs: $(HEED)
	HEED=$(abspath $(HEED)) tests/imap/run.sh syncs.py $(SYNCS)

year: $(HEED)
	@[ -f "$(WORLD)/truth.tsv" ] || { echo "make year needs a made-up world: WORLD=FOLDER"; exit 1; }
	HEED=$(abspath $(HEED)) tests/imap/run.sh year.py $(abspath $(WORLD))

# What takes long, looks at documents or has programs of other users, who cannot write counts here.
UNCOVERED := bench corpora demo deps docs dovecot editor floors fuzz heavy hostile postfix simulate soak valgrind world
COVERED := $(filter-out $(UNCOVERED:%=tests/%.t),$(TESTS))

coverage:
	@command -v gcovr >/dev/null || { echo "make coverage needs gcovr"; exit 1; }
	+@$(MAKE) --no-print-directory COVERAGE=1 measure

measure: $(HEED) $(UNIT)
	@find $(BUILD) -name '*.gcda' -delete
	$(PROVE) $(UNIT) $(COVERED)
	@for folder in act front; do \
	    echo "src/$$folder"; gcovr -r . --object-directory $(BUILD) -f src/$$folder/ --fail-under-line 95 $(BUILD)/src/$$folder || exit 1; \
	done

demo: $(HEED)
	HEED=$(abspath $(HEED)) tests/demo.sh

bench: $(HEED)
	HEED=$(abspath $(HEED)) BUILD=$(BUILD) tests/bench.sh

bench-site: $(HEED)
	HEED=$(abspath $(HEED)) tests/lmtp/bench.sh

soak-site: $(HEED)
	HEED_ALL=yes SOAK=10000 AWAY=600 $(PROVE) -j 1 -v tests/lmtp.t tests/site-harm.t

deps:
	@echo "all is there that heed is built with"

MAN1 := $(DESTDIR)$(PREFIX)/share/man/man1
MAN5 := $(DESTDIR)$(PREFIX)/share/man/man5
MAN7 := $(DESTDIR)$(PREFIX)/share/man/man7
DOC := $(DESTDIR)$(PREFIX)/share/doc/heed
SHARE := $(DESTDIR)$(PREFIX)/share
RULES := $(SHARE)/heed
COMPLETION := $(SHARE)/bash-completion/completions/heed $(SHARE)/zsh/site-functions/_heed \
    $(SHARE)/fish/vendor_completions.d/heed.fish

install: $(HEED)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/heed $(MAN1) $(MAN5) $(MAN7)
	install -d $(foreach part,mta site sieve systemd,$(DOC)/sample-rules/$(part))
	install -m 755 $(HEED) $(DESTDIR)$(PREFIX)/bin/heed
	install -m 644 $(PARTS) $(DESTDIR)$(PREFIX)/lib/heed
	install -m 644 man/heed.1 $(MAN1)
	install -m 644 man/heed-config.5 man/heed-rules.5 $(MAN5)
	install -m 644 README.md INTERNALS.md CHANGELOG LICENSE $(DOC)
	install -m 644 man/heed-site.7 $(MAN7)
	for part in mta site sieve systemd; do install -m 644 sample-rules/$$part/* $(DOC)/sample-rules/$$part || exit 1; done
	sed -i 's|/usr/local/|$(PREFIX)/|g' $(DOC)/README.md $(DOC)/sample-rules/*/* $(MAN1)/heed.1 $(MAN5)/heed-rules.5
	install -d $(RULES)/editor $(RULES)/simulate $(dir $(COMPLETION))
	install -m 644 sample-rules/*.rules $(RULES)
	install -m 644 sample-rules/editor/* $(RULES)/editor
	install -m 644 sample-rules/simulate/* $(RULES)/simulate
	install -m 644 sample-rules/completion/heed.bash $(word 1,$(COMPLETION))
	install -m 644 sample-rules/completion/_heed $(word 2,$(COMPLETION))
	install -m 644 sample-rules/completion/heed.fish $(word 3,$(COMPLETION))

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/heed $(MAN1)/heed.1 $(MAN5)/heed-config.5 $(MAN5)/heed-rules.5 $(MAN7)/heed-site.7 $(COMPLETION)
	rm -rf $(DOC) $(RULES) $(DESTDIR)$(PREFIX)/lib/heed

clean:
	rm -rf build build-sanitize build-fuzz build-coverage heed

.PHONY: FORCE all check check-all debian fuzz fuzzers sweep syncs year coverage measure demo bench bench-site soak-site deps units install uninstall clean
