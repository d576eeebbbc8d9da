"""Whether there is light on the lifter: enough, and not so much that nothing is drawn."""

import numpy as np

from hingecheck.domain.film_check import FactName, FilmFact, State
from hingecheck.domain.picture_facts import PictureFacts

# Mean grey level of the lifter's box, of 255. Judgement: of the labelled clips, in all of which the
# model keeps its hold, the darkest reads 56; a street at night 81.
DARK = 35.0
# Share of the lifter's box that is white without drawing; judgement, no labelled clip is so bright.
BURNT_OUT = 0.25
# The state of a film is that of its worse frames.
_PERCENTILE = 25


def light_fact(picture: PictureFacts | None) -> FilmFact:
    """From the frames in which somebody is seen."""
    unknown = FilmFact(FactName.LIGHT, State.UNKNOWN, "light is not known")
    if picture is None or not np.isfinite(picture.brightness).any():
        return unknown
    seen = np.isfinite(picture.brightness)
    grey = float(np.percentile(picture.brightness[seen], _PERCENTILE))
    white = float(np.percentile(picture.burnt_out[seen], 100 - _PERCENTILE))
    share = grey / 255.0
    if grey < DARK:
        words = f"too dark: the lifter has {share:.0%} of full brightness"
        return FilmFact(FactName.LIGHT, State.POOR, words, share, unit="ratio")
    if white > BURNT_OUT:
        words = f"too bright: {white:.0%} of the lifter's place is plain white"
        return FilmFact(FactName.LIGHT, State.POOR, words, share, unit="ratio")
    return FilmFact(FactName.LIGHT, State.GOOD, "enough light", share, unit="ratio")
