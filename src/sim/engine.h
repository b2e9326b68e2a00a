/* The real engine, put into the made-up world: it judges each letter as it comes and is told what
 * became of it, as `heed sync` would tell it. Its book is in memory; no index and no settings of
 * the user are read. After a failure it does nothing
 * more, and engine_settle() says so. */
#ifndef SIM_ENGINE_H
#define SIM_ENGINE_H

#include "letter.h"
#include "store/outcome.h"
#include "base/owned.h"
#include "base/placement.h"
#include "base/status.h"

struct engine;

/* ERR is kept for engine_settle() and must outlive the engine. */
STATUS_CHECK enum status engine_open(struct engine **out, struct err *err);
void engine_free(struct engine *engine);
OWNED_DEFINE(engine)

/* Where LETTER goes. Her own letters are noted, and go nowhere. */
enum placement engine_arrive(struct engine *engine, const struct letter *letter,
                             const struct lingo *lingo);

/* Enters and learns what became of the letter ID. */
void engine_tell(struct engine *engine, const char *id, enum outcome outcome);

/* Commits what the day has brought. */
STATUS_CHECK enum status engine_settle(struct engine *engine);

#endif
