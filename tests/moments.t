#!/usr/bin/env python3
"""Two years replayed: of what shops, an airline and a club send to many she opens only what comes at its moment. What the
filters that know of it are worth, in AUC over that mail."""
from hers import *

PLACES = ("w", SHOP), ("r", AIR), ("c", CLUB)


class Lived(World):
    def year(self):
        super().year()
        words, rng = self.words, self.rng
        bought = (717, 536, 358, 176, -5)
        for last, following in zip(bought, bought[1:]):
            for share in .3, .45, .6, .93, 1.02:
                ago = last - share * (last - following)
                self.sent(SHOP, rng.choice(self.offers), self.text + words["blast"], ago, share > .9)
        for ago in range(690, 5, -45): # the route as often as any other
            self.sent(AIR, words["route"][0], words["route"][1] + words["fly"], ago, True)
        for ago, ahead in (690, 3), (460, 40), (341, 6), (337, 2), (300, -2), (200, 3), (10, 5), (3, 1):
            day = day_at(words, ago - ahead)
            self.sent(CLUB, words["closes"][0].format(day=day), words["closes"][1].format(day=day) + words["fly"], ago, ahead in (6, 2, 5, 1))

    def sent(self, author, subject, text, ago, opened):
        if ago > 0.5:
            domain = author.rpartition("@")[2][:-1]
            mid = f"{'moment' if opened else 'other'}{next(number)}@{domain}"
            self.box.put(mail(author.format("news"), subject, text, ago, more=LEAVE, mid=mid), "-unread" if opened else "")

    def replayed(self, *options):
        """AUC over the second year's mail of the three that went to many."""
        said = json.loads(self.box.heed("backtest", "--json", "--since", "365", *options).stdout)["messages"]
        told = [(m["useful"], m["id"].startswith("moment")) for m in said
                if any(m["id"].endswith("@" + name[1].rpartition("@")[2][:-1]) for name in PLACES) and m["kind"] in ("promotion", "newsletter", "other", "social", "account", "appointment")]
        good = [useful for useful, wanted in told if wanted]
        rest = [useful for useful, wanted in told if not wanted]
        return sum((a > b) + (a == b) / 2 for a in good for b in rest) / len(good) / len(rest), len(good), len(rest)


def lived(language):
    world = Lived(language, 0)
    whole, without = world.replayed(), world.replayed("--without=timely,hers")
    ok(whole[0] >= without[0] + .02, f"{language}: AUC of the moments {whole[0]:.3f}, without timely and hers {without[0]:.3f}", whole, without)
    world.box.close()


if __name__ == "__main__":
    main(*((lambda l=l: lived(l)) for l in os.environ.get("ONLY", "en de fr").split()))
