/* A reader with a home of her own on disk. */
#ifndef HEED_UNIT_PERSON_H
#define HEED_UNIT_PERSON_H

#include "world.h"

struct person {
    char *folder;
    struct home *home;
    struct reader reader;
};

static inline void write_file(const char *dir, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(dir, name, NULL), *folder = g_path_get_dirname(path);
    g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* A person with a home of her own, and a site that is nobody else's. */
static inline void person_make(struct person *person)
{
    *person = (struct person){.folder = unit_folder()};
    person->home = home_at(person->folder);
    g_free(person->home->site_dir);
    person->home->site_dir = g_build_filename(person->folder, "etc", NULL);
}

static inline void person_open(struct person *person, const char *settings, const char *rules)
{
    struct err err;
    if (settings)
        write_file(person->home->config_dir, "config", settings);
    if (rules)
        write_file(person->home->config_dir, "rules", rules);
    reader_begin(&person->reader, person->home);
    reader_read_rules(&person->reader);
    g_assert_cmpint(reader_open_book(&person->reader, &err), ==, STATUS_OK);
}

static inline void person_close(struct person *person)
{
    reader_close(&person->reader);
    home_free(person->home);
    unit_remove(person->folder);
}

static inline enum status try_judge(struct person *person, struct judgement **out, struct err *err)
{
    owned(spool) spool = spool_of(promotion, strlen(promotion));
    return flow_judge(&person->reader, NULL, spool, AT_ARRIVAL, NOW, out, err);
}

static inline struct judgement *judge_for(struct person *person)
{
    struct judgement *judgement = NULL;
    struct err err;
    g_assert_cmpint(try_judge(person, &judgement, &err), ==, STATUS_OK);
    return judgement;
}

static inline enum placement place_for(struct person *person)
{
    owned(judgement) judgement = judge_for(person);
    return judgement->verdict.placement;
}

static inline double useful_for(struct person *person)
{
    owned(judgement) judgement = judge_for(person);
    return judgement->scores.of[AXIS_USEFUL];
}

#endif
