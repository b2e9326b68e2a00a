/* Time is counted in seconds since the epoch. */
#ifndef HEED_DAY_H
#define HEED_DAY_H

#define DAY 86400 /* seconds */

#endif
