# Read behind the Makefile by tests/bench.sh: judge.c with all of heed but its verbs.
$(BUILD)/tests/bench/judge: $(BUILD)/tests/bench/judge.o $(filter-out $(BUILD)/src/cmd/%,$(LIBOBJ))
	@echo "LINK $@"; $(CXX) $(LDFLAGS) $(EXTRA) -pie -o $@ $^ $(LIBS) $(HTML_LIBS) $(SPOOF_LIBS) $(INDEX_LIBS)
