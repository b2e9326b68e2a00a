/* Runs commands side by side and measures them, for tests/bench.sh. Commands are split at blanks. What a command
 * leaves running behind itself is its own: this program is the subreaper (prctl(2)) that such processes fall to,
 * and nothing else is started before the last of them has ended.
 *
 * usage: run time ROUNDS COUNT DIR FROM COMMAND...
 *            In each round, each command COUNT times in turn (or, where it begins with +, COUNT of them at
 *            once), each with the next of DIR/FROM.eml, DIR/FROM+1.eml ... as its input; DIR - is no input.
 *            One line a command, medians over the rounds in microseconds for all COUNT: wall time until the
 *            commands have exited, wall time until all that they started is gone, CPU of it all (user and
 *            system); then how many runs failed.
 *        run memory FILE COMMAND
 *            The most memory that the command and all that it started held together (proportional set size),
 *            and the most that one of them held (resident set size), in KiB; exit code. */
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST_ROUNDS 1000
#define MOST_COMMANDS 8
#define PATIENCE 300 /* seconds, for what one round starts */

struct sample {
    double exited, gone, cpu; /* microseconds */
};

struct command {
    char *argv[64];
    int parallel;
    unsigned failed;
    struct sample samples[MOST_ROUNDS];
};

static void die(const char *what)
{
    fprintf(stderr, "run: %s: %s\n", what, strerror(errno));
    exit(2);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void split(struct command *command, char *text)
{
    size_t n = 0;
    command->parallel = *text == '+';
    for (char *word = strtok(text + command->parallel, " "); word && n < 63; word = strtok(NULL, " "))
        command->argv[n++] = word;
    command->argv[n] = NULL;
}

static pid_t start(const struct command *command, const char *input)
{
    pid_t pid = fork();
    if (pid < 0)
        die("fork");
    if (pid > 0)
        return pid;
    int in = open(input, O_RDONLY), out = open("/dev/null", O_WRONLY);
    if (in < 0)
        die(input);
    dup2(in, 0);
    dup2(out, 1);
    if (!getenv("BENCH_STDERR"))
        dup2(out, 2);
    close(in);
    close(out);
    execvp(command->argv[0], command->argv);
    _exit(127);
}

static double microseconds(struct timeval t)
{
    return (double)t.tv_sec * 1e6 + (double)t.tv_usec;
}

static int take_out(pid_t *pids, int count, pid_t pid)
{
    for (int i = 0; i < count; i++)
        if (pids[i] == pid) {
            pids[i] = 0;
            return 1;
        }
    return 0;
}

/* Until all processes there are have ended; PIDS are those of the commands themselves. */
static void finish(struct command *command, pid_t *pids, int count, double began, struct sample *sample)
{
    struct rusage usage;
    int status;
    pid_t pid;
    double exited = began;
    alarm(PATIENCE);
    while ((pid = wait4(-1, &status, 0, &usage)) > 0 || errno == EINTR) {
        if (pid < 0)
            continue;
        sample->cpu += microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
        if (take_out(pids, count, pid)) {
            exited = now();
            command->failed += !WIFEXITED(status) || WEXITSTATUS(status) != 0;
        }
    }
    if (errno != ECHILD)
        die("wait4");
    sample->exited += exited - began;
    sample->gone += now() - began;
}

static void run_round(struct command *command, int count, const char *dir, unsigned *next, struct sample *sample)
{
    char input[4096] = "/dev/null";
    int at_once = command->parallel ? count : 1;
    pid_t *pids = calloc((size_t)at_once, sizeof *pids);
    if (!pids)
        die("calloc");
    *sample = (struct sample){0};
    for (int done = 0; done < count; done += at_once) {
        double began = now();
        for (int i = 0; i < at_once; i++) {
            if (strcmp(dir, "-") != 0)
                snprintf(input, sizeof input, "%s/%u.eml", dir, (*next)++);
            pids[i] = start(command, input);
        }
        finish(command, pids, at_once, began, sample);
    }
    free(pids);
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(const struct command *command, int rounds, size_t offset)
{
    double values[MOST_ROUNDS];
    for (int i = 0; i < rounds; i++)
        memcpy(&values[i], (const char *)&command->samples[i] + offset, sizeof *values);
    qsort(values, (size_t)rounds, sizeof *values, compare);
    return rounds % 2 ? values[rounds / 2] : (values[rounds / 2 - 1] + values[rounds / 2]) / 2;
}

static int measure_time(int rounds, int count, const char *dir, unsigned next, int n, char **texts)
{
    struct command *commands = calloc((size_t)n, sizeof *commands);
    if (!commands || rounds < 1 || rounds > MOST_ROUNDS || n > MOST_COMMANDS)
        return 2;
    for (int i = 0; i < n; i++)
        split(&commands[i], texts[i]);
    for (int round = 0; round < rounds; round++)
        for (int i = 0; i < n; i++) {
            int which = (i + round) % n; /* nobody is always first */
            run_round(&commands[which], count, dir, &next, &commands[which].samples[round]);
        }
    for (int i = 0; i < n; i++)
        printf("%.0f %.0f %.0f %u\n", median(&commands[i], rounds, offsetof(struct sample, exited)),
               median(&commands[i], rounds, offsetof(struct sample, gone)),
               median(&commands[i], rounds, offsetof(struct sample, cpu)), commands[i].failed);
    free(commands);
    return 0;
}

static long read_pss(long pid)
{
    char path[64], line[256];
    long pss = 0;
    snprintf(path, sizeof path, "/proc/%ld/smaps_rollup", pid);
    FILE *in = fopen(path, "r");
    while (in && fgets(line, sizeof line, in))
        if (sscanf(line, "Pss: %ld", &pss) == 1)
            break;
    if (in)
        fclose(in);
    return pss;
}

static long read_pss_of_children(long pid)
{
    char path[64];
    long pss = 0;
    snprintf(path, sizeof path, "/proc/%ld/task/%ld/children", pid, pid);
    FILE *in = fopen(path, "r");
    for (long child; in && fscanf(in, "%ld", &child) == 1;)
        pss += read_pss(child) + read_pss_of_children(child);
    if (in)
        fclose(in);
    return pss;
}

static int measure_memory(const char *input, char *text)
{
    struct command command = {0};
    int status, code = 128;
    struct rusage usage;
    long held = 0, largest = 0;
    split(&command, text);
    alarm(PATIENCE);
    pid_t pid = start(&command, input), ended;
    while ((ended = wait4(-1, &status, WNOHANG, &usage)) >= 0) {
        if (ended > 0) {
            largest = usage.ru_maxrss > largest ? usage.ru_maxrss : largest;
            if (ended == pid && WIFEXITED(status))
                code = WEXITSTATUS(status);
            continue;
        }
        long pss = read_pss_of_children(getpid());
        held = pss > held ? pss : held;
        usleep(300);
    }
    printf("%ld %ld %d\n", held, largest, code);
    return 0;
}

int main(int argc, char **argv)
{
    if (prctl(PR_SET_CHILD_SUBREAPER, 1) < 0)
        die("prctl");
    if (argc >= 7 && strcmp(argv[1], "time") == 0)
        return measure_time(atoi(argv[2]), atoi(argv[3]), argv[4], (unsigned)atoi(argv[5]), argc - 6, argv + 6);
    if (argc == 4 && strcmp(argv[1], "memory") == 0)
        return measure_memory(argv[2], argv[3]);
    fputs("usage: run time ROUNDS COUNT DIR FROM COMMAND... | run memory FILE COMMAND\n", stderr);
    return 2;
}
