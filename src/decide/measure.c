/* Measures of a replay: sums over messages in order of their score. */
#include <math.h>
#include <stdlib.h>

#include <glib.h>

#include "decide/measure.h"

#define BINS 10

static int by_useful(const void *a, const void *b)
{
    double x = ((const struct judged *)a)->useful, y = ((const struct judged *)b)->useful;
    return (x > y) - (x < y);
}

static double calibration(const struct judged *judged, size_t count)
{
    double predicted[BINS] = {0}, acted[BINS] = {0}, error = 0;
    for (size_t i = 0; i < count; i++) {
        int bin = MIN(BINS - 1, (int)(judged[i].useful / 100 * BINS));
        predicted[bin] += judged[i].useful / 100;
        acted[bin] += judged[i].acted;
    }
    for (int bin = 0; bin < BINS; bin++)
        error += fabs(predicted[bin] - acted[bin]);
    return error / (double)count;
}

/* Area under the ROC curve: wanted mass above noise mass, equal scores counting half. */
static double area(const struct judged *judged, size_t count)
{
    double below = 0, sum = 0, wanted = 0, noise = 0;
    for (size_t i = 0; i < count;) {
        double group_wanted = 0, group_noise = 0, score = judged[i].useful;
        for (; i < count && judged[i].useful == score; i++) {
            group_wanted += judged[i].acted;
            group_noise += 1 - judged[i].acted;
        }
        sum += group_wanted * (below + group_noise / 2);
        below += group_noise;
        wanted += group_wanted;
        noise += group_noise;
    }
    return sum / (wanted * noise);
}

static double lost_at(const struct judged *judged, size_t count, double share, const struct measures *m)
{
    double noise = 0, wanted = 0;
    for (size_t i = 0; i < count; i++) {
        noise += 1 - judged[i].acted;
        wanted += judged[i].acted;
        if (noise >= share * m->noise)
            break;
    }
    return wanted / m->wanted;
}

struct measures measure(struct judged *judged, size_t count)
{
    struct measures m = {.messages = count};
    double lost = 0, removed = 0;
    qsort(judged, count, sizeof *judged, by_useful);
    for (size_t i = 0; i < count; i++) {
        m.wanted += judged[i].acted;
        m.noise += 1 - judged[i].acted;
        lost += judged[i].demoted ? judged[i].acted : 0;
        removed += judged[i].demoted ? 1 - judged[i].acted : 0;
    }
    m.wanted_lost = lost / m.wanted;
    m.noise_removed = removed / m.noise;
    m.auc = area(judged, count);
    m.lost_at_80 = lost_at(judged, count, 0.8, &m);
    m.lost_at_90 = lost_at(judged, count, 0.9, &m);
    m.calibration = calibration(judged, count);
    return m;
}
