# Files by heed's verdict (X-Heed, written by heed lmtp or heed filter). For Dovecot: put it where sieve_after points, run
# sievec on it, and users' own scripts win: what one of them files or keeps by itself does not come here.
require ["fileinto", "mailbox"];

if header :matches "X-Heed" ["suspect", "suspect;*"] {
    fileinto :create "Suspect";
} elsif header :matches "X-Heed" ["later", "later;*"] {
    fileinto :create "Later";
}
