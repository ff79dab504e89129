"""Snapshots: what was frozen, and what changed since."""

import pandas as pd

from dashboard import discretion, place, session
from dashboard.widgets import refused, sheet
from dashboard.widgets.changed import since
from dashboard.widgets.holdings import listed
from dashboard.widgets.snapshots import shelf
from data import snapshots
from data.snapshots import SnapshotError
from data.warehouse import WarehouseError

look, reading = session.look(), session.reading()
blocks = [shelf(reading)]
name = place.of(session.link()).get("since", "")
if name:
    try:
        blocks += since(snapshots.read(name), session.engine(), reading)
    except (SnapshotError, WarehouseError) as problem:
        blocks.append(listed(refused.said(problem, look), pd.DataFrame()))

lead = " · ".join([look.text("What was shown, kept as it was"), *discretion.told(reading)])
sheet.show(look.text("Snapshots"), lead, *blocks)
