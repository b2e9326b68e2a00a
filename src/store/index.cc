/* The wall around Xapian: the one C++ file, where every exception ends. */
#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include <xapian.h>

#include "index.h"

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

/* notmuch stores a message's date as a sortable number in value slot 0, a tag as the term "K" and its name,
 * and stems in English, "Z" before the stem (notmuch 0.36: lib/database-private.h, lib/index.cc). */
static const Xapian::valueno SLOT_DATE = 0;
static const size_t MOST_TEXT = 4096;  /* bytes looked at */
static const unsigned MOST_SEEN = 100; /* messages counted for a term */
static const unsigned FEWEST = 3;      /* messages that have a term which says something */
static const double COMMON = 0.02;     /* share of all messages from which on a term is not distinctive */
static const unsigned SAMPLE = 400;    /* messages looked at for the share acted on */

struct index_terms {
    Xapian::Database db;
    double base; /* share_acted_on(), counted once: it moves slowly; 0 until then */
};

extern "C" struct index_terms *index_terms_open(const char *dir)
{
    try {
        return new index_terms{Xapian::Database(dir), 0};
    } catch (...) {
        return nullptr;
    }
}

extern "C" void index_terms_close(struct index_terms *terms)
{
    delete terms;
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

static void find_interest(index_terms *terms, const char *text, int64_t before, struct interest *interest)
{
    *interest = {};
    if (!terms->base)
        terms->base = share_acted_on(terms->db);
    interest->base = terms->base;
    for (const candidate &term : distinctive(terms->db, text)) {
        interest_term one = {};
        count(terms->db, term, before, &one);
        if (one.seen >= FEWEST)
            interest->terms[interest->count++] = one;
    }
}

extern "C" unsigned index_terms_interest(struct index_terms *terms, const char *text, int64_t before,
                                         struct interest *interest)
{
    for (int tries = 0; terms && tries < 3; tries++) {
        try {
            find_interest(terms, text, before, interest);
            return interest->count;
        } catch (const Xapian::DatabaseModifiedError &) { /* a writer has committed twice meanwhile */
            try {
                terms->db.reopen();
            } catch (...) {
                break;
            }
        } catch (...) {
            break;
        }
    }
    *interest = {};
    return 0;
}
