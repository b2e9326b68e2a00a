/* The wall around Xapian: the one C++ file, where every exception ends. */
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <vector>

#include <xapian.h>

#include "base/part.h"
#include "index-write.h"

extern "C" PART_VERSION(index);

extern "C" uint64_t index_revision(const char *dir)
{
    try {
        return Xapian::Database(dir).get_revision();
    } catch (...) {
        return 0;
    }
}

extern "C" enum index_state index_state(const char *dir)
{
    try {
        return Xapian::Database(dir).locked() ? INDEX_LOCKED : INDEX_FREE;
    } catch (const Xapian::DatabaseModifiedError &) {
        return INDEX_LOCKED;
    } catch (...) {
        return INDEX_UNREADABLE;
    }
}

/* notmuch keeps the settings that stand in an index as metadata, "C" before their names (notmuch 0.36:
 * lib/config.cc). */
static const char SETTING[] = "C";

extern "C" bool index_settings(const char *dir, index_setting *each, void *data)
{
    try {
        Xapian::Database db(dir);
        for (auto key = db.metadata_keys_begin(SETTING); key != db.metadata_keys_end(SETTING); ++key) {
            const std::string name = *key, value = db.get_metadata(name);
            each(name.c_str() + sizeof SETTING - 1, value.c_str(), data);
        }
        return true;
    } catch (...) {
        return false;
    }
}

extern "C" bool index_set_settings(const char *dir, const char *const *keys, const char *const *values,
                                   size_t n)
{
    Xapian::WritableDatabase *db = nullptr;
    try {
        db = new Xapian::WritableDatabase(dir, Xapian::DB_OPEN);
        for (size_t i = 0; i < n; i++)
            db->set_metadata(std::string(SETTING) + keys[i], values[i] ? values[i] : "");
        db->commit();
        delete db;
        return true;
    } catch (...) {
        return false; /* what is open is not let go of: it would commit once more (history-write.c) */
    }
}

/* notmuch stores a message's date as a sortable number in value slot 0, its From field in slot 2, its id as
 * the term "Q" and it, the thread's as "G" and it, a tag as "K" and its name, and stems in English, "Z"
 * before the stem (notmuch 0.36: lib/database-private.h, lib/database.cc, lib/index.cc). */
static const Xapian::valueno SLOT_DATE = 0, SLOT_FROM = 2;
static const char ID[] = "Q", THREAD[] = "G";
static const size_t LONGEST_ID = 200;  /* bytes: of longer ones notmuch keeps a sum */
static const int MOST_IDS = 10;
static const size_t MOST_TEXT = 4096;  /* bytes looked at */
static const unsigned MOST_SEEN = 100; /* messages counted for a term */
static const unsigned FEWEST = 3;      /* messages that have a term which says something */
static const double COMMON = 0.02;     /* share of all messages from which on a term is not distinctive */
static const unsigned SAMPLE = 400;    /* messages looked at for the share acted on */

struct index {
    Xapian::Database db;
    double base; /* share_acted_on(), counted once: it moves slowly; 0 until then */
};
using opened = struct index; /* index(3) is a function, too */

extern "C" enum status index_open(const char *dir, struct index **out, struct err *err)
{
    const char *why = "it cannot be opened";
    std::string said;
    try {
        *out = new opened{Xapian::Database(dir), 0};
        return STATUS_OK;
    } catch (const Xapian::Error &error) {
        said = error.get_msg();
        why = said.c_str();
    } catch (...) {
    }
    if (err) {
        err->number = 0;
        snprintf(err->text, sizeof err->text, "the index cannot be opened: %s", why);
    }
    return STATUS_CORRUPT;
}

extern "C" void index_free(struct index *index)
{
    delete index;
}

extern "C" void index_refresh(struct index *index)
{
    try {
        index->db.reopen();
    } catch (...) { /* it says what it said */
    }
}

/* Runs READ, again where a writer has committed twice meanwhile; false where that fails, too. */
template <class reading> static bool read_from(struct index *index, reading read)
{
    for (int tries = 0; tries < 3; tries++) {
        try {
            read();
            return true;
        } catch (const Xapian::DatabaseModifiedError &) {
            index_refresh(index);
        } catch (...) {
            break;
        }
    }
    return false;
}

/* Document of the message ID, or 0. */
static Xapian::docid find_message(const Xapian::Database &db, const char *id)
{
    if (strlen(id) > LONGEST_ID)
        return 0;
    const Xapian::PostingIterator found = db.postlist_begin(std::string(ID) + id);
    return found == db.postlist_end(std::string(ID) + id) ? 0 : *found;
}

static char *copy_of(const std::string &text)
{
    return text.empty() ? nullptr : strdup(text.c_str());
}

extern "C" char *index_author(struct index *index, const char *id)
{
    std::string author;
    (void)read_from(index, [&] {
        const Xapian::docid docid = find_message(index->db, id);
        author = docid ? index->db.get_document(docid).get_value(SLOT_FROM) : "";
    });
    return copy_of(author);
}

extern "C" char *index_thread(struct index *index, const char *const *ids)
{
    std::string thread;
    (void)read_from(index, [&] {
        Xapian::docid docid = 0;
        for (int i = 0; ids[i] && i < MOST_IDS && !docid; i++)
            docid = find_message(index->db, ids[i]);
        if (!docid)
            return;
        Xapian::TermIterator term = index->db.termlist_begin(docid);
        term.skip_to(THREAD);
        if (term != index->db.termlist_end(docid) && (*term)[0] == *THREAD)
            thread = (*term).substr(1);
    });
    return copy_of(thread);
}

/* Whether DOCID has the term that a posting list is of; asked with rising docids. */
class tag_list {
    Xapian::PostingIterator at, end;

public:
    tag_list(const Xapian::Database &db, const char *term)
        : at(db.postlist_begin(term)), end(db.postlist_end(term))
    {
    }
    bool has(Xapian::docid docid)
    {
        if (at != end && *at < docid)
            at.skip_to(docid);
        return at != end && *at == docid;
    }
};

struct candidate {
    std::string term;
    Xapian::doccount messages;
    double worth;
};

static std::vector<candidate> distinctive(const Xapian::Database &db, const char *text)
{
    Xapian::Document document;
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("english"));
    generator.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL_Z);
    generator.set_document(document);
    generator.index_text_without_positions(std::string(text, strnlen(text, MOST_TEXT)));
    std::vector<candidate> found;
    const double all = db.get_doccount();
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        const std::string name = *term;
        if (name[0] != 'Z' || name.size() < 4 || name.size() > sizeof(interest_term::stem))
            continue;
        const Xapian::doccount messages = db.get_termfreq(name);
        if (messages >= FEWEST && messages <= std::max(COMMON * all, 2.0 * FEWEST))
            found.push_back({name, messages, std::sqrt(double(term.get_wdf())) * std::log(all / messages)});
    }
    std::sort(found.begin(), found.end(), [](const candidate &a, const candidate &b) {
        return a.worth != b.worth ? a.worth > b.worth : a.term < b.term;
    });
    if (found.size() > INTEREST_TERMS)
        found.resize(INTEREST_TERMS);
    return found;
}

/* Whether a message was opened and not thrown away; asked with rising docids. */
class acted_on {
    tag_list unread, deleted, spam;

public:
    explicit acted_on(const Xapian::Database &db)
        : unread(db, "Kunread"), deleted(db, "Kdeleted"), spam(db, "Kspam")
    {
    }
    bool operator()(Xapian::docid docid)
    {
        return !unread.has(docid) && !deleted.has(docid) && !spam.has(docid);
    }
};

/* Of messages spread evenly over the index. */
static double share_acted_on(const Xapian::Database &db)
{
    acted_on acted(db);
    unsigned seen = 0, yes = 0;
    Xapian::PostingIterator mail = db.postlist_begin("Tmail"), end = db.postlist_end("Tmail");
    const Xapian::docid step = 1 + db.get_lastdocid() / SAMPLE;
    while (mail != end) {
        seen++;
        yes += acted(*mail);
        mail.skip_to(*mail + step);
    }
    return (yes + 1) / (seen + 2.0);
}

/* The newest that came before BEFORE. */
static void count(const Xapian::Database &db, const candidate &term, int64_t before, interest_term *out)
{
    acted_on acted(db);
    Xapian::ValueIterator date = db.valuestream_begin(SLOT_DATE);
    Xapian::PostingIterator at = db.postlist_begin(term.term), end = db.postlist_end(term.term);
    if (term.messages > MOST_SEEN) /* newer messages have higher numbers, by and large */
        at.skip_to(Xapian::docid(db.get_lastdocid() * (1 - double(MOST_SEEN) / term.messages)));
    for (; at != end && out->seen < MOST_SEEN; ++at) {
        date.skip_to(*at);
        if (date == db.valuestream_end(SLOT_DATE))
            break;
        if (date.get_docid() != *at || Xapian::sortable_unserialise(*date) >= double(before))
            continue;
        out->seen++;
        out->acted += acted(*at);
    }
    const size_t length = std::min(term.term.size() - 1, sizeof out->stem - 1);
    memcpy(out->stem, term.term.data() + 1, length);
    out->stem[length] = 0;
}

static void find_interest(struct index *index, const char *text, int64_t before, struct interest *interest)
{
    *interest = {};
    if (!index->base)
        index->base = share_acted_on(index->db);
    interest->base = index->base;
    for (const candidate &term : distinctive(index->db, text)) {
        interest_term one = {};
        count(index->db, term, before, &one);
        if (one.seen >= FEWEST)
            interest->terms[interest->count++] = one;
    }
}

extern "C" unsigned index_interest(struct index *index, const char *text, int64_t before,
                                   struct interest *interest)
{
    if (!read_from(index, [&] { find_interest(index, text, before, interest); }))
        *interest = {};
    return interest->count;
}
