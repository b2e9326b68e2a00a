/* Copies messages for tests/bench.sh, each copy with a Message-ID of its own, so that none is known already. An mbox
 * line in front is left out; all else is byte for byte.
 *
 * usage: copies DIR COUNT < NAMES     DIR/0.eml and so on, of the files that NAMES has, one a line, in turn */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/types.h>

static void die(const char *what)
{
    fprintf(stderr, "copies: %s: %s\n", what, strerror(errno));
    exit(1);
}

static int is_message_id(const char *line, size_t size)
{
    return size > 11 && strncasecmp(line, "message-id:", 11) == 0;
}

static void copy(FILE *in, int serial, FILE *out)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t size;
    int first = 1, in_body = 0, skip = 0, has_id = 0;
    while ((size = getline(&line, &room, in)) > 0) {
        int is_mbox = first && strncmp(line, "From ", 5) == 0;
        int is_id = !in_body && is_message_id(line, (size_t)size);
        first = 0;
        in_body |= *line == '\n' || *line == '\r';
        if (in_body || (*line != ' ' && *line != '\t')) /* else it continues the field before */
            skip = is_mbox || is_id;
        if ((is_id || in_body) && !has_id++)
            fprintf(out, "Message-ID: <copy.%d@bench.example>\n", serial);
        if (!skip)
            fwrite(line, 1, (size_t)size, out);
    }
    free(line);
}

static void copy_file(const char *name, const char *dir, int serial)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%d.eml", dir, serial);
    FILE *in = fopen(name, "r"), *out = fopen(path, "w");
    if (!in || !out)
        die(in ? path : name);
    copy(in, serial, out);
    if (ferror(in) | fclose(in) | ferror(out) | fclose(out))
        die(path);
}

int main(int argc, char **argv)
{
    char name[4096];
    if (argc != 3)
        return fputs("usage: copies DIR COUNT < NAMES\n", stderr), 1;
    for (int i = 0; i < atoi(argv[2]); i++) {
        if (!fgets(name, sizeof name, stdin)) {
            rewind(stdin);
            if (!fgets(name, sizeof name, stdin))
                die("no names");
        }
        name[strcspn(name, "\n")] = '\0';
        copy_file(name, argv[1], i);
    }
    return 0;
}
