# Read behind the Makefile by tests/bench.sh: its tools with all of heed but its verbs.
$(BUILD)/tests/bench/judge $(BUILD)/tests/bench/rules: $(BUILD)/tests/bench/%: $(BUILD)/tests/bench/%.o $(filter-out $(BUILD)/src/cmd/%,$(LIBOBJ))
	@echo "LINK $@"; $(CXX) $(LDFLAGS) $(EXTRA) -pie -o $@ $^ $(LIBS) $(HTML_LIBS) $(SPOOF_LIBS) $(NOTMUCH_LIBS)
