/* What folders are called. The names are those that big providers and mail programs give their own, in the
 * languages they speak; which are no secret of anybody's and change about once in ten years. */
#include <string.h>

#include "base/text.h"
#include "maildir/folder.h"
#include "maildir/mailbox.h"

static const char *const trash[] = {
    "trash", "deleted", "deleted items", "deleted messages", "bin", "wastebasket", "gelöscht",
    "gelöschte objekte", "gelöschte elemente", "papierkorb", "corbeille", "éléments supprimés",
    "messages supprimés", "papelera", "elementos eliminados", "eliminados", "paperera", "cestino",
    "posta eliminata", "elementi eliminati", "lixo", "lixeira", "itens excluídos", "itens eliminados",
    "prullenbak", "verwijderde items", "papirkurv", "papirkorg", "slettet post", "slettede elementer",
    "papperskorg", "papperskorgen", "borttagna objekt", "borttaget", "roskakori",
    "poistetut", "kosz", "elementy usunięte", "usunięte", "koš", "odstraněná pošta", "kôš",
    "odstránená pošta", "kuka", "törölt elemek", "coș de gunoi", "elemente șterse", "кошче", "изтрити",
    "корзина", "удаленные", "удалённые", "кошик", "видалені", "видалене", "κάδος απορριμμάτων",
    "διαγραμμένα", "çöp", "çöp kutusu", "silinmiş öğeler", "ゴミ箱", "ごみ箱", "削除済みアイテム", "已删除",
    "已删除邮件", "垃圾桶", "刪除的郵件", "휴지통", "지운편지함", "삭제된 편지함", NULL};
static const char *const junk[] = {
    "junk", "spam", "junk e-mail", "junk email", "bulk mail", "bulk", "unwanted", "werbung",
    "unerwünscht", "junk-e-mail", "spamverdacht", "pourriel", "indésirables", "courrier indésirable",
    "indésirable", "correo no deseado", "no deseado", "correu brossa", "posta indesiderata",
    "indesiderata", "lixo eletrónico", "lixo eletrônico", "spam e lixo", "ongewenste e-mail", "ongewenst",
    "reklame", "uønsket", "uønsket e-post", "uønsket mail", "skräppost", "skräp", "roskaposti",
    "wiadomości-śmieci", "niechciane", "nevyžádaná pošta", "nevyžiadaná pošta", "levélszemét", "спам",
    "нежелательная почта", "нежелана поща", "небажана пошта", "ανεπιθύμητα", "ανεπιθύμητη αλληλογραφία",
    "gereksiz", "önemsiz e-posta", "istenmeyen", "迷惑メール", "垃圾邮件", "垃圾郵件", "垃圾信件", "스팸",
    "스팸메일함", "정크 메일", NULL};
static const char *const archive[] = {
    "archive", "archives", "archived", "all mail", "archiv", "archivados", "archivo", "arxiu", "arxivats",
    "archivio", "archiviati", "arquivo", "arquivados", "archief", "arkiv", "arkiverat", "arkisto",
    "archiwum", "archív", "archívum", "arhivă", "arhiva", "архив", "архів", "αρχείο", "αρχειοθέτηση",
    "arşiv", "アーカイブ", "存档", "封存", "보관함", "보관", "alle nachrichten", "tous les messages",
    "[gmail]", "[google mail]", NULL}; /* which shows there what lies elsewhere, too */
static const char *const drafts[] = {
    "drafts", "draft", "entwürfe", "entwurf", "brouillons", "borradores", "esborranys", "bozze",
    "rascunhos", "concepten", "kladder", "utkast", "luonnokset", "robocze", "szkice", "kopie robocze",
    "koncepty", "rozepsané", "piszkozatok", "vázlatok", "ciorne", "чернови", "черновики", "чернетки",
    "πρόχειρα", "taslaklar", "下書き", "草稿", "임시 보관함", "임시보관함", NULL};
static const char *const templates[] = {"templates", "outbox", "vorlagen", "postausgang", "modèles", NULL};

static char *fold(const char *part)
{
    g_autofree char *folded = g_utf8_casefold(part, -1);
    return g_utf8_normalize(folded, -1, G_NORMALIZE_ALL_COMPOSE);
}

static const struct {
    const char *const *names;
    enum special_use use;
} usual[] = {{trash, USE_TRASH},   {junk, USE_JUNK},        {archive, USE_ARCHIVE},
             {drafts, USE_DRAFTS}, {templates, USE_DRAFTS}};

/* Folded name -> use + 1; made once. */
static GHashTable *usual_names(void)
{
    static GHashTable *table;
    if (table)
        return table;
    table = g_hash_table_new_full(text_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(usual); i++)
        for (const char *const *name = usual[i].names; *name; name++)
            g_hash_table_insert(table, fold(*name), GINT_TO_POINTER(usual[i].use + 1));
    return table;
}

static enum special_use usual_use(const char *folded, const char *part)
{
    int found = GPOINTER_TO_INT(g_hash_table_lookup(usual_names(), folded));
    if (found)
        return (enum special_use)(found - 1);
    g_autofree char *path = g_strconcat(part, "/", NULL);
    return maildir_folder_is_sent(path) ? USE_SENT : USE_OTHER;
}

/* ".Lists.Birds" is Maildir++ for "Lists/Birds". */
static bool is_named(const char *folded, const char *name)
{
    bool dotted = name && *name == '.';
    g_autofree char *readable = name && *name ? maildir_folder_readable(name + dotted) : NULL;
    g_autofree char *own = readable ? fold(readable) : NULL;
    if (!own)
        return false;
    g_autofree char *below = g_strconcat("/", dotted ? g_strdelimit(own, ".", '/') : own, NULL);
    return strcmp(below + 1, folded) == 0 || g_str_has_suffix(folded, below); /* of an account */
}

enum special_use special_use_of(const char *name, const struct use_names *names)
{
    g_autofree char *whole = fold(name);
    for (int use = 0; names && use < USE_COUNT; use++)
        if (is_named(whole, names->of[use]))
            return (enum special_use)use;
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);
    enum special_use found = USE_OTHER;
    guint n = g_strv_length(parts);
    for (guint i = n; i > 0 && found == USE_OTHER; i--) {
        g_autofree char *folded = fold(parts[i - 1]);
        found = usual_use(folded, parts[i - 1]);
    }
    g_autofree char *last = fold(n ? parts[n - 1] : "");
    return found == USE_OTHER && strcmp(last, "inbox") == 0 ? USE_INBOX : found;
}
