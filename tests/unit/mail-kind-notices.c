/* What messages are for where neither bulk fields nor words of a business say it: a program's few words to one, a shop's
 * window, a place where people meet, who complains of machines, what mail programs write by themselves. All of it is
 * made up. */
#include "kind-rows.h"

#define FEEDBACK "Feedback-ID: 1:2:esp\n"
#define FIVE "https://h.example/1 https://h.example/2 https://h.example/3 https://h.example/4 https://h.example/5\n"

/* A bug belongs to all who watch it; a list to which one writes is news, unless people talk of it on that host. */
static void test_watched(void)
{
#define ANNOUNCE "List-Id: <choir-announce.lists.example>\nList-Post: <mailto:choir-announce@lists.example>\n"
    static const struct row rows[] = {
        { KIND_LIST, "ann.lee@fox.example", "", "[Bug 397009] A filter will not let me", "You are receiving this since you watch it." },
        { KIND_PERSON, "ann.lee@fox.example", "", "[Bug in it] A filter will not let me", "Hi Ada, it is so for me. Ann" },
        { KIND_NEWSLETTER, "ann.lee@choir.example", ANNOUNCE "Reply-To: choir@choir.example\n", "Concerts", "In May and in June." },
        { KIND_LIST, "ann.lee@choir.example", ANNOUNCE "Reply-To: choir-talk@lists.example\n", "Concerts", "In May." },
        { KIND_LIST, "ann.lee@choir.example", "List-Id: <newsletters-talk.lists.example>\nPrecedence: list\n", "Concerts", "When?" },
    };
    CHECK(rows);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/kind-notices/watched", test_watched);
    return g_test_run();
}
