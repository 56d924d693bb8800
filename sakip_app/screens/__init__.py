"""What the pages share: the frame, what is being looked at, and the measured year behind every figure."""

from __future__ import annotations

import sys


def warm() -> None:
    """Import what every page needs and open the store before the first visitor comes."""
    import plotly.graph_objects  # noqa: F401

    import sakip_metrics  # noqa: F401
    from sakip_app.screens.context import engine
    from sakip_app.store import StoreTakTerbukaError

    try:
        engine()
    except StoreTakTerbukaError as failure:  # the pages say it too, and try again at each visit
        print(f"{failure.pesan} {failure.saran}", file=sys.stderr)
