#!/bin/sh
# Writes C with the text of each FILE as shipped_NAME[].
echo '#include "shipped.h"'
for file; do
    printf 'const char shipped_%s[] =\n' "$(basename "$file")"
    sed 's/[\\"]/\\&/g; s/.*/    "&\\n"/' "$file"
    echo '    ;'
done
