/* The stand of src/sim as JSON. */
#ifndef CMD_SIMULATE_JSON_H
#define CMD_SIMULATE_JSON_H

#include "../sim/stand.h"

void simulate_json(const struct stand *stand);

#endif
