/* Plans: packed and unpacked, and of a judge that was taken over. */
#include "maildir/folder.h"
#include "plan.h"

/* --- there and back --------------------------------------------------------------------------------- */

static void packed_is_the_same(void)
{
    struct person ann;
    person_make(&ann);
    person_open(&ann, NULL, RULES);
    owned(plan) made = plan_for(&ann, promotion, NULL, NOW);
    owned(plan) plan = there_and_back(made);
    g_assert_cmpint(plan->placement, ==, PLACE_LATER);
    g_assert_cmpint(plan->kind, ==, KIND_PROMOTION);
    g_assert_cmpstr(plan->folder, ==, "Shops");
    g_assert_cmpstr(plan->rule, ==, "rules:1");
    g_assert_true(
        g_strv_equal((const char *const *)plan->tags, (const char *const[]){"+shop", "-list", NULL}));
    g_assert_true(g_str_has_prefix(plan->reasons, "useful "));
    g_assert_cmpint(plan->when, ==, NOW);
    g_assert_false(plan->carried);
    g_assert_cmpfloat(plan->scores.of[AXIS_USEFUL], ==, made->scores.of[AXIS_USEFUL]);
    g_assert_cmpstr(plan->entry.id, ==, "1@shop.example");
    g_assert_cmpstr(plan->entry.address, ==, "news@shop.example");
    g_assert_cmpstr(plan->entry.organisation, ==, "shop.example");
    g_assert_cmpint(plan->entry.date, ==, made->entry.date);
    g_assert_cmpint(plan->entry.placement, ==, PLACE_LATER);
    g_assert_cmpfloat(plan->entry.scores.of[AXIS_USEFUL], ==, plan->scores.of[AXIS_USEFUL]);
    g_assert_cmpuint(plan->entry.fingerprint, ==, made->entry.fingerprint);
    g_assert_true(g_bytes_equal(plan->entry.features, made->entry.features));
    g_assert_false(plan->entry.own);
    g_clear_pointer(&made, plan_free); /* what was unpacked borrows nothing */
    person_close(&ann);
    g_assert_cmpstr(plan->user, ==, "");
    g_assert_cmpstr(plan->folder, ==, "Shops");
}

static const char hers[] = "From: Me <me@home.example>\r\nTo: Friend@person.example, me@home.example\r\n"
                           "Subject: Re: Hello\r\nMessage-ID: <2@home.example>\r\n"
                           "In-Reply-To: <0@person.example>\r\n\r\nHi\r\n";

static void her_own_mail(void)
{
    struct person ann;
    struct err err;
    person_make(&ann);
    person_open(&ann, NULL, NULL);
    g_assert_cmpint(book_set_text(ann.reader.book, BOOK_OWN, "me@home.example", &err), ==, STATUS_OK);
    reader_close(&ann.reader);
    person_open(&ann, NULL, NULL);
    owned(plan) made = plan_for(&ann, hers, NULL, NOW);
    owned(plan) plan = there_and_back(made);
    g_assert_true(plan->entry.own);
    g_assert_null(plan->entry.features);
    g_assert_cmpstr(plan->wrote_to[0], ==, "friend@person.example");
    g_assert_null(plan->wrote_to[1]); /* not herself */
    g_assert_cmpstr(plan->answers, ==, "0@person.example");
    person_close(&ann);
}

static void all_that_it_may_say(void)
{
    struct raw raw = raw_sound();
    raw.alias = "me+shop.abcdefg@home.example";
    raw.alias_organisation = raw.alias_who = "shop.example";
    raw.use = ALIAS_USE_OWN;
    owned(plan) made = raw_plan(&raw);
    g_assert_nonnull(made);
    owned(plan) plan = there_and_back(made);
    g_assert_cmpstr(plan->entry.business[0], ==, "ab-7741230");
    g_assert_cmpstr(plan->entry.alias->address, ==, raw.alias);
    g_assert_cmpint(plan->entry.alias->use, ==, ALIAS_USE_OWN);
    g_assert_cmpint(plan->entry.proven, ==, AUTH_PASS);
    g_assert_true(isnan(plan->scores.of[AXIS_TRUST]));
    g_assert_cmpstr(plan->entry.name, ==, "shop");
    owned(plan) unjudged = plan_unjudged(NOW);
    owned(plan) same = there_and_back(unjudged);
    g_assert_cmpint(same->placement, ==, PLACE_INBOX);
    g_assert_cmpstr(same->entry.id, ==, "");
}

/* --- of a judge that was taken over ----------------------------------------------------------------- */

static GBytes *features_with(double fixed, double value, unsigned count)
{
    GVariantBuilder builder;
    g_variant_builder_init(&builder, G_VARIANT_TYPE("a(tdys)"));
    for (unsigned i = 0; i < count; i++)
        g_variant_builder_add(&builder, "(tdys)", (guint64)i, value, (guchar)0, "");
    g_autoptr(GVariant) packed = g_variant_ref_sink(g_variant_new("(da(tdys))", fixed, &builder));
    return g_variant_get_data_as_bytes(packed);
}

#define REFUSED(...)                                     \
    do {                                                 \
        struct raw raw = raw_sound();                    \
        __VA_ARGS__;                                     \
        owned(plan) plan = raw_plan(&raw);               \
        if (plan)                                        \
            g_error("taken as sound: %s", #__VA_ARGS__); \
    } while (0)

static void places_and_numbers(void)
{
    struct raw sound = raw_sound();
    owned(plan) plan = raw_plan(&sound);
    g_assert_nonnull(plan); /* so that the others are refused for what they say */
    REFUSED(raw.placement = 99);
    REFUSED(raw.placement = -1);
    REFUSED(raw.placement = PLACE_NONE);
    REFUSED(raw.kind = KIND_COUNT);
    REFUSED(raw.kind = 255);
    REFUSED(raw.scores[AXIS_USEFUL] = 100.01);
    REFUSED(raw.scores[AXIS_PERSONAL] = -0.01);
    REFUSED(raw.scores[AXIS_TRUST] = INFINITY);
    REFUSED(raw.entry_kind = KIND_COUNT);
    REFUSED(raw.entry_placement = PLACE_NONE + 1);
    REFUSED(raw.proven = AUTH_ERROR + 1);
    REFUSED(raw.use = ALIAS_USE_OWN + 1);
}

static void folders_and_tags(void)
{
    REFUSED(raw.folder = "../x");
    REFUSED(raw.folder = "a/../../x");
    REFUSED(raw.folder = "/etc");
    REFUSED(raw.folder = "a\nb");
    REFUSED(raw.tags[0] = "inbox");
    REFUSED(raw.tags[0] = "-inbox"); /* placement is what is for settings to say */
    REFUSED(raw.tags[0] = "+deleted");
    REFUSED(raw.tags[0] = "");
    REFUSED(raw.tags[0] = "+");
    REFUSED(raw.tags[0] = "+a\nb");
    REFUSED(raw.tags[0] = "+a b\x01");
    REFUSED(for (int i = 0; i <= RULE_TAGS; i++) raw.tags[i] = "+a");
}

static void texts(void)
{
    REFUSED(raw.things[0] = "=9.00 eur"); /* without words: what is to be forgotten */
    REFUSED(raw.things[1] = " @kim");
    g_autofree char *much = g_strnfill(7000, 'x');
    REFUSED(raw.reasons = "useful\nX-Heed: inbox");
    REFUSED(raw.reasons = "useful\rX-Heed: inbox");
    REFUSED(raw.reasons = "caf\xc3\xa9");
    REFUSED(raw.reasons = "a\tb");
    REFUSED(raw.reasons = much);
    REFUSED(raw.rule = "rules:3\nX-Other: 1");
    REFUSED(raw.rule = much);
    REFUSED(raw.user = "me@home.example\nBcc: x@x.example");
    REFUSED(raw.user = much);
    REFUSED(raw.alias = "a\nb@home.example");
    REFUSED(raw.alias_organisation = "a\x7f");
    REFUSED(raw.alias_who = much);
}

static void what_the_book_is_told(void)
{
    g_autofree char *much = g_strnfill(7000, 'x');
    REFUSED(raw.id = "1@shop.example\n2@shop.example");
    REFUSED(raw.id = "1@shop.example tag:inbox");
    REFUSED(raw.id = "<1@shop.example>");
    REFUSED(raw.id = much);
    REFUSED(raw.address = "news@shop.example\n");
    REFUSED(raw.address = much);
    REFUSED(raw.organisation = "\033[2J");
    REFUSED(raw.thread = much);
    REFUSED(raw.name = much);
    REFUSED(raw.affiliate = "+other.example");
    REFUSED(raw.seller = "shop\n.example");
    REFUSED(raw.business[0] = "");
    REFUSED(raw.business[0] = much);
    REFUSED(for (int i = 0; i < 19; i++) raw.business[i] = "ab-7741230");
    REFUSED(raw.wrote_to[0] = "a@a.example\nb@b.example");
    REFUSED(raw.wrote_to[0] = "");
    REFUSED(for (int i = 0; i <= PLAN_RECIPIENTS; i++) raw.wrote_to[i] = "a@a.example");
    REFUSED(raw.answers = "0@person.example\n");
    REFUSED(raw.answers = much);
}

static void what_it_is_learned_from(void)
{
    struct raw sound = raw_sound();
    g_autoptr(GBytes) good = features_with(1, 1, 1000), many = features_with(1, 1, 1001);
    g_autoptr(GBytes) nan = features_with(1, NAN, 1), huge = features_with(1, 1e300, 1),
                      low = features_with(1, -1e9, 1);
    g_autoptr(GBytes) fixed = features_with(NAN, 1, 1), far = features_with(-INFINITY, 1, 1);
    g_autofree char *zeroes = g_malloc0(300u << 10);
    g_autoptr(GBytes) large = g_bytes_new(zeroes, 300u << 10);
    sound.features = good;
    owned(plan) plan = raw_plan(&sound);
    g_assert_nonnull(plan);
    REFUSED(raw.features = many);
    REFUSED(raw.features = nan);
    REFUSED(raw.features = huge);
    REFUSED(raw.features = low);
    REFUSED(raw.features = fixed);
    REFUSED(raw.features = far);
    REFUSED(raw.features = large);
}

/* Bytes that are no plan at all are taken for one of zeroes, or for none; nothing else comes of them. */
static void garbage(void)
{
    struct raw sound = raw_sound();
    g_autoptr(GVariant) packed = g_variant_ref_sink(raw_pack(&sound));
    gsize size = g_variant_get_size(packed);
    for (gsize at = 0; at < size; at++)
        for (int cut = 0; cut < 2; cut++) {
            guchar *bytes = g_memdup2(g_variant_get_data(packed), size);
            bytes[at] ^= 0xff;
            g_autoptr(GVariant) raw = g_variant_ref_sink(g_variant_new_from_data(
                G_VARIANT_TYPE(PLAN_TYPE), bytes, cut ? at : size, FALSE, g_free, bytes));
            g_autoptr(GVariant) normal = g_variant_get_normal_form(raw);
            owned(plan) plan = plan_unpack(normal);
            g_assert_true(!plan || (plan->placement < PLACE_COUNT && maildir_folder_is_safe(plan->folder)));
        }
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/plan/packed/same", packed_is_the_same);
    g_test_add_func("/plan/packed/own", her_own_mail);
    g_test_add_func("/plan/packed/all", all_that_it_may_say);
    g_test_add_func("/plan/hostile/numbers", places_and_numbers);
    g_test_add_func("/plan/hostile/folders", folders_and_tags);
    g_test_add_func("/plan/hostile/texts", texts);
    g_test_add_func("/plan/hostile/book", what_the_book_is_told);
    g_test_add_func("/plan/hostile/features", what_it_is_learned_from);
    g_test_add_func("/plan/hostile/garbage", garbage);
    return g_test_run();
}
