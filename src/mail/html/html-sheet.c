/* Reads rules whose last part names an element, a class or an id (Selectors 3), which is what mail has; where
 * that is one of several parts ("td .x"), the others are taken to hold. What depends on a state or a narrow
 * screen does not hold. The more special selector comes before the later one. */
#include <string.h>

#include <glib.h>

#include "html-css.h"
#include "html-sheet.h"

#define MAX_SHEET (1u << 20) /* bytes of all sheets together */
#define MAX_RULES 3000
#define MAX_CLASSES 20
#define MAX_CLASS_BYTES 2000 /* of one attribute */
#define MAX_MATCHES 64
#define MAX_CHECKS 2000000u /* rules looked at for all elements of a page */

struct rule {
    char *element, *class; /* what else the last part names, or NULL */
    struct style style, important;
    unsigned weight; /* the more special selector has more */
    unsigned next; /* number of the next rule of this key, plus 1; 0: none */
};

struct sheet {
    GArray *rules;     /* struct rule */
    GHashTable *first; /* "x", ".x", "#x": struct ends */
    size_t bytes;
    unsigned checks; /* that are left */
};

/* Of the rules of one key, by number plus 1. */
struct ends {
    unsigned first, last;
};

static void clear_rule(gpointer data)
{
    struct rule *rule = data;
    g_free(rule->element);
    g_free(rule->class);
}

static void add_rule(struct sheet *sheet, char *key, const struct rule *rule)
{
    struct ends *ends = g_hash_table_lookup(sheet->first, key);
    g_array_append_vals(sheet->rules, rule, 1);
    if (ends)
        g_array_index(sheet->rules, struct rule, ends->last - 1).next = sheet->rules->len;
    else
        g_hash_table_insert(sheet->first, g_strdup(key), ends = g_new0(struct ends, 1));
    ends->first = ends->first ? ends->first : sheet->rules->len;
    ends->last = sheet->rules->len;
    g_free(key);
}

static size_t name_length(const char *p, const char *end)
{
    size_t n = 0;
    while (p + n < end && (g_ascii_isalnum(p[n]) || strchr("-_\\", p[n]) || (unsigned char)p[n] >= 128))
        n++;
    return n;
}

/* What a selector asks of an element, as far as it is read. */
struct subject {
    char *element, *id, *class, *other; /* OTHER: a second class */
};

/* [class=x], [class~=x] and [id=x] are another way to name these; of other attributes it is taken to have
 * them. Returns behind the bracket at P. */
static const char *read_bracket(struct subject *subject, const char *p, const char *end)
{
    const char *close = memchr(p, ']', (size_t)(end - p)), *behind = close ? close + 1 : end;
    const char *equals = memchr(p, '=', (size_t)(behind - p));
    bool id = !g_ascii_strncasecmp(p, "[id", 3);
    char **to = id ? &subject->id : &subject->class;
    if (!equals || *to || (!id && g_ascii_strncasecmp(p, "[class", 6) != 0))
        return behind;
    equals++;
    equals += *equals == '"' || *equals == '\'';
    size_t n = name_length(equals, behind);
    *to = n ? g_strndup(equals, n) : NULL;
    return behind;
}

/* Of what an element is beside its names, only its place among others and what it is not are taken to hold.
 * Returns behind it, or NULL. */
static const char *read_pseudo(const char *p, const char *end)
{
    static const char *const hold[] = {":not(", ":first-", ":last-", ":nth-", ":only-",
                                        ":is(", ":where(", ":root"};
    for (size_t i = 0; i < G_N_ELEMENTS(hold); i++)
        if ((size_t)(end - p) >= strlen(hold[i]) && !g_ascii_strncasecmp(p, hold[i], strlen(hold[i]))) {
            const char *q = p + 1;
            while (q < end && (g_ascii_isalnum(*q) || *q == '-'))
                q++;
            const char *close = q < end && *q == '(' ? memchr(q, ')', (size_t)(end - q)) : NULL;
            return close ? close + 1 : q;
        }
    return NULL;
}

/* The last part of a selector; false where it cannot hold or is not understood. */
static bool read_subject(struct subject *subject, const char *p, const char *end)
{
    const char *from = p;
    while (p && p < end) {
        if (*p == '[') {
            p = read_bracket(subject, p, end);
            continue;
        }
        if (*p == ':') {
            p = read_pseudo(p, end);
            continue;
        }
        if ((*p == '*' || *p == '&') && p == from) {
            p++;
            continue;
        }
        bool element = p == from && *p != '.' && *p != '#';
        char **to = element     ? &subject->element
                    : *p == '#' ? &subject->id
                    : *p == '.' ? (subject->class ? &subject->other : &subject->class)
                                : NULL;
        size_t n = name_length(p + !element, end);
        if (!to || !n || (*to && to != &subject->other))
            return false;
        g_free(*to);
        *to = g_strndup(p + !element, n);
        p += n + !element;
    }
    return p && from < end;
}

/* Ids, then classes, then elements of the whole selector (Selectors 3, 9). */
static unsigned weigh(const char *p, const char *end)
{
    unsigned weight = 0;
    for (const char *from = p; p < end; p++)
        if (*p == '#')
            weight += 10000;
        else if (*p == '.' || *p == '[')
            weight += 100;
        else if (g_ascii_isalpha(*p) && (p == from || g_ascii_isspace(p[-1]) || strchr(">+~", p[-1])))
            weight++;
    return weight;
}

/* Where the last part of a selector begins: behind the last blank or sign outside of brackets. */
static const char *last_part(const char *from, const char *end)
{
    int depth = 0;
    const char *p = end;
    for (; p > from; p--) {
        depth += p[-1] == ')' || p[-1] == ']' ? 1 : p[-1] == '(' || p[-1] == '[' ? -1 : 0;
        if (depth <= 0 && (g_ascii_isspace(p[-1]) || strchr(">+~", p[-1])))
            break;
    }
    return p;
}

static void add_selector(struct sheet *sheet, const char *from, const char *end, const struct rule *like)
{
    while (end > from && g_ascii_isspace(end[-1]))
        end--;
    while (from < end && g_ascii_isspace(*from))
        from++;
    struct subject subject = {0};
    const char *last = last_part(from, end);
    bool read = sheet->rules->len < MAX_RULES && read_subject(&subject, last, end);
    const char *sign = last;
    while (sign > from && g_ascii_isspace(sign[-1]))
        sign--;
    bool sibling = sign > from && (sign[-1] == '+' || sign[-1] == '~');
    /* "td > img + div" says nothing of most div. */
    if (read && (!sibling || subject.id || subject.class)) {
        struct rule rule = *like;
        const char *class = subject.class;
        rule.weight = weigh(from, end);
        rule.element = g_strdup(subject.element);
        rule.class = g_strdup(subject.id ? subject.class : subject.other);
        add_rule(sheet, subject.id   ? g_strconcat("#", subject.id, NULL)
                        : class ? g_strconcat(".", class, NULL)
                                : g_ascii_strdown(subject.element ? subject.element : "*", -1), &rule);
    }
    g_free(subject.element);
    g_free(subject.id);
    g_free(subject.class);
    g_free(subject.other);
}

static void add_block(struct sheet *sheet, const char *from, const char *open, const char *close)
{
    struct rule rule = { .style = style_none(), .important = style_none() };
    style_read(&rule.style, &rule.important, open + 1, (size_t)(close - open - 1));
    if (!style_says(&rule.style) && !style_says(&rule.important))
        return;
    for (const char *p = from; p < open;) {
        const char *comma = p;
        for (int depth = 0; comma < open && (*comma != ',' || depth > 0); comma++)
            depth += *comma == '(' ? 1 : *comma == ')' ? -1 : 0;
        add_selector(sheet, p, comma, &rule);
        p = comma + 1;
    }
}

/* Where the block that opens at P ends, or END. */
static const char *block_end(const char *p, const char *end)
{
    for (int depth = 0; p < end; p++) {
        depth += *p == '{' ? 1 : *p == '}' ? -1 : 0;
        if (depth <= 0 && *p == '}')
            return p;
    }
    return end;
}

/* Whether it holds on a wide screen. */
static bool holds(const char *at, size_t len)
{
    static const char *const not[] = { "max-width", "max-device-width", "print", "prefers-", "hover",
                                       "min-resolution", "-webkit-", "-ms-", "orientation", "yahoo" };
    g_autofree char *query = g_ascii_strdown(at, (gssize)len);
    if (g_str_has_prefix(query, "@layer"))
        return true;
    if (g_str_has_prefix(query, "@supports"))
        return !strstr(query, "not") && !strstr(query, "-webkit-") && !strstr(query, "-ms-");
    if (!g_str_has_prefix(query, "@media"))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(not); i++)
        if (strstr(query, not[i]))
            return false;
    return true;
}

static void read_rules(struct sheet *sheet, const char *p, const char *end, int depth)
{
    while (p < end) {
        while (p < end && (g_ascii_isspace(*p) || *p == '}' || *p == ';'))
            p++;
        const char *open = p;
        while (open < end && *open != '{' && !(*p == '@' && *open == ';'))
            open++;
        if (open == end || *open == ';') {
            p = open;
            continue;
        }
        const char *close = block_end(open, end);
        if (*p != '@') {
            add_block(sheet, p, open, close);
            if (depth < 3 && memchr(open + 1, '{', (size_t)(close - open - 1))) /* rules within rules */
                read_rules(sheet, open + 1, close, depth + 1);
        } else if (depth < 3 && holds(p, (size_t)(open - p)))
            read_rules(sheet, open + 1, close, depth + 1);
        p = MIN(close + 1, end);
    }
}

void sheet_add(struct sheet *sheet, const char *css, size_t len)
{
    len = MIN(len, MAX_SHEET - MIN(sheet->bytes, MAX_SHEET));
    sheet->bytes += len;
    g_autoptr(GString) plain = css_plain(css, len);
    read_rules(sheet, plain->str, plain->str + plain->len, 0);
}

struct sheet *sheet_new(void)
{
    struct sheet *sheet = g_new0(struct sheet, 1);
    sheet->rules = g_array_new(FALSE, FALSE, sizeof(struct rule));
    g_array_set_clear_func(sheet->rules, clear_rule);
    sheet->first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    sheet->checks = MAX_CHECKS;
    return sheet;
}

void sheet_free(struct sheet *sheet)
{
    if (!sheet)
        return;
    g_array_unref(sheet->rules);
    g_hash_table_unref(sheet->first);
    g_free(sheet);
}

static bool has_class(const char *classes, const char *class)
{
    size_t len = strlen(class);
    for (const char *p = classes; p && (p = strstr(p, class)); p += len)
        if ((p == classes || g_ascii_isspace(p[-1])) && (!p[len] || g_ascii_isspace(p[len])))
            return true;
    return false;
}

/* Rules that hold, the more special behind the less. */
struct matches {
    const struct rule *rule[MAX_MATCHES];
    unsigned n;
};

static void add_match(struct matches *matches, const struct rule *rule)
{
    if (matches->n == MAX_MATCHES)
        return;
    unsigned at = matches->n++;
    for (; at && matches->rule[at - 1]->weight > rule->weight; at--)
        matches->rule[at] = matches->rule[at - 1];
    matches->rule[at] = rule;
}

static void match_key(struct sheet *sheet, const char *key, const char *element, const char *classes,
                      struct matches *matches)
{
    const struct ends *ends = g_hash_table_lookup(sheet->first, key);
    for (unsigned at = ends ? ends->first : 0; at && sheet->checks; sheet->checks--) {
        const struct rule *rule = &g_array_index(sheet->rules, struct rule, at - 1);
        at = rule->next;
        if ((!rule->element || !g_ascii_strcasecmp(rule->element, element)) &&
            (!rule->class || has_class(classes, rule->class)))
            add_match(matches, rule);
    }
}

void sheet_apply(struct sheet *sheet, const char *element, const char *classes, const char *id,
                 struct style *style, struct style *important)
{
    struct matches matches = {.n = 0};
    bool long_list = classes && strlen(classes) > MAX_CLASS_BYTES;
    g_autofree char *start = long_list ? g_strndup(classes, MAX_CLASS_BYTES) : NULL;
    classes = start ? start : classes;
    match_key(sheet, "*", element, classes, &matches);
    match_key(sheet, element, element, classes, &matches);
    unsigned n = 0;
    for (const char *p = classes ? classes : ""; *p && n < MAX_CLASSES; n++) {
        p += strspn(p, " \t\r\n\f");
        size_t len = strcspn(p, " \t\r\n\f");
        char key[130];
        g_snprintf(key, sizeof key, ".%.*s", (int)MIN(len, 128), p);
        if (len && len <= 128)
            match_key(sheet, key, element, classes, &matches);
        p += len;
    }
    g_autofree char *key = id ? g_strconcat("#", id, NULL) : NULL;
    if (key)
        match_key(sheet, key, element, classes, &matches);
    for (unsigned i = 0; i < matches.n; i++) {
        style_add(style, &matches.rule[i]->style);
        style_add(important, &matches.rule[i]->important);
    }
}
