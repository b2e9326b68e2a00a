# Has heed lmtp judge each message, by vnd.dovecot.filter: for sites where the mail server hands mail to Dovecot itself. Put it
# where sieve_before points, run sievec on it, and see dovecot-filter.conf in sample-rules/site.
require ["vnd.dovecot.filter", "variables", "envelope"];

set "from" "";
if envelope :matches "from" "*" {
    set "from" "${1}";
}
if envelope :matches "to" "*" {
    set "to" "${1}";
}
# As a test, so that a heed that cannot be run is no error: the message then goes on as it is.
if not filter "heed" ["filter", "--site", "-f", "${from}", "${to}"] {
}
