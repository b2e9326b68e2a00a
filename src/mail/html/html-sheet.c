/* Reads rules whose last part names an element, a class or an id (Selectors 3), which is what mail has; where
 * that is one of several parts ("td .x"), the others are taken to hold, but for elements. What depends on a
 * state or a narrow screen does not hold. Order decides among ids, classes and elements, and ids come before
 * classes. */
#include <string.h>

#include <glib.h>

#include "html-sheet.h"

#define MAX_SHEET (256u << 10) /* bytes of all sheets together */
#define MAX_RULES 3000
#define MAX_CLASSES 20

struct rule {
    char *element, *class; /* what else the last part names, or NULL */
    struct style style, important;
    unsigned next; /* number of the next rule of this key, plus 1; 0: none */
};

struct sheet {
    GArray *rules;     /* struct rule */
    GHashTable *first; /* "x", ".x", "#x": struct ends */
    size_t bytes;
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

/* One selector: its last part, which is made of names only. */
static void add_selector(struct sheet *sheet, const char *from, const char *end, const struct rule *like)
{
    while (end > from && g_ascii_isspace(end[-1]))
        end--;
    const char *last = end;
    while (last > from && !g_ascii_isspace(last[-1]) && !strchr(">+~", last[-1]))
        last--;
    const char *first = from + strspn(from, " \t\r\n\f");
    bool alone = last <= first; /* "td > img + div" says nothing of most div */
    struct rule rule = *like;
    char *id = NULL, *class = NULL;
    bool plain = last < end;
    for (const char *p = last; p < end && plain;) {
        bool element = p == last && *p != '.' && *p != '#' && *p != '*';
        size_t n = name_length(p + !element, end);
        char **to = element     ? &rule.element
                    : *p == '#' ? &id
                    : *p == '.' ? (class ? &rule.class : &class)
                                : NULL;
        plain = *p == '*' ? p == last : to && n && !*to;
        if (plain && *p == '*')
            n = 0;
        else if (plain)
            *to = g_strndup(p + !element, n);
        p += n + !element;
    }
    char *key = NULL;
    if (plain && (id || class))
        key = g_strconcat(id ? "#" : ".", id ? id : class, NULL);
    else if (plain && alone)
        key = g_ascii_strdown(rule.element ? rule.element : "*", -1);
    if (id && class && !rule.class)
        rule.class = g_steal_pointer(&class);
    if (key && sheet->rules->len < MAX_RULES)
        add_rule(sheet, key, &rule);
    else {
        g_free(key);
        clear_rule(&rule);
    }
    g_free(id);
    g_free(class);
}

static void add_block(struct sheet *sheet, const char *from, const char *open, const char *close)
{
    struct rule rule = { .style = style_none(), .important = style_none() };
    style_read(&rule.style, &rule.important, open + 1, (size_t)(close - open - 1));
    if (!style_says(&rule.style) && !style_says(&rule.important))
        return;
    for (const char *p = from; p < open;) {
        const char *comma = memchr(p, ',', (size_t)(open - p));
        comma = comma ? comma : open;
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
        if (*p != '@')
            add_block(sheet, p, open, close);
        else if (depth < 3 && holds(p, (size_t)(open - p)))
            read_rules(sheet, open + 1, close, depth + 1);
        p = MIN(close + 1, end);
    }
}

/* Without comments, of CSS and of HTML. */
static void read_sheet(struct sheet *sheet, const char *from, const char *end)
{
    g_autoptr(GString) css = g_string_new(NULL);
    while (from < end && sheet->bytes < MAX_SHEET) {
        if (end - from > 1 && from[0] == '/' && from[1] == '*') {
            const char *close = memmem(from + 2, (size_t)(end - from - 2), "*/", 2);
            from = close ? close + 2 : end;
        } else if (end - from > 3 && (!memcmp(from, "<!--", 4) || !memcmp(from, "-->", 3))) {
            from += *from == '<' ? 4 : 3;
        } else {
            g_string_append_c(css, *from++);
            sheet->bytes++;
        }
    }
    read_rules(sheet, css->str, css->str + css->len, 0);
}

/* The next "<!--" or "<style" from P on, or NULL. */
static const char *next_of_either(const char *p, const char *end)
{
    for (; p < end && (p = memchr(p, '<', (size_t)(end - p))); p++)
        if ((end - p > 4 && !memcmp(p, "<!--", 4)) || (end - p > 6 && !g_ascii_strncasecmp(p, "<style", 6)))
            return p;
    return NULL;
}

struct sheet *sheet_of_page(const char *page, size_t len)
{
    const char *end = page + len, *p = page;
    struct sheet *sheet = NULL;
    while ((p = next_of_either(p, end))) {
        if (p[1] == '!') {
            const char *close = memmem(p, (size_t)(end - p), "-->", 3);
            p = close ? close + 3 : end;
            continue;
        }
        const char *from = memchr(p, '>', (size_t)(end - p));
        from = from ? from + 1 : end;
        const char *close = from;
        while ((close = memchr(close, '<', (size_t)(end - close))) &&
               (end - close < 7 || g_ascii_strncasecmp(close, "</style", 7) != 0))
            close++;
        close = close ? close : end;
        if (!sheet) {
            sheet = g_new0(struct sheet, 1);
            sheet->rules = g_array_new(FALSE, FALSE, sizeof(struct rule));
            g_array_set_clear_func(sheet->rules, clear_rule);
            sheet->first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
        }
        read_sheet(sheet, from, close);
        p = close;
    }
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

static void apply_key(const struct sheet *sheet, const char *key, const char *element, const char *classes,
                      struct style *style, struct style *important)
{
    const struct ends *ends = g_hash_table_lookup(sheet->first, key);
    for (unsigned at = ends ? ends->first : 0; at;) {
        const struct rule *rule = &g_array_index(sheet->rules, struct rule, at - 1);
        at = rule->next;
        if ((rule->element && g_ascii_strcasecmp(rule->element, element) != 0) ||
            (rule->class && !has_class(classes, rule->class)))
            continue;
        style_add(style, &rule->style);
        style_add(important, &rule->important);
    }
}

void sheet_apply(const struct sheet *sheet, const char *element, const char *classes, const char *id,
                 struct style *style, struct style *important)
{
    apply_key(sheet, "*", element, classes, style, important);
    apply_key(sheet, element, element, classes, style, important);
    unsigned n = 0;
    for (const char *p = classes ? classes : ""; *p && n < MAX_CLASSES; n++) {
        p += strspn(p, " \t\r\n\f");
        size_t len = strcspn(p, " \t\r\n\f");
        char key[130];
        g_snprintf(key, sizeof key, ".%.*s", (int)MIN(len, 128), p);
        if (len && len <= 128)
            apply_key(sheet, key, element, classes, style, important);
        p += len;
    }
    g_autofree char *key = id ? g_strconcat("#", id, NULL) : NULL;
    if (key)
        apply_key(sheet, key, element, classes, style, important);
}
