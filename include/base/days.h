/* Days, as seconds. */
#ifndef HEED_DAYS_H
#define HEED_DAYS_H

#define DAY 86400

#endif
