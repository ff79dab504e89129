"""The benchmark: `make bench`, or `make bench ARGS="--events 2000 --quick"` for a part of it.

Our overview is driven beside a floor (one widget, one line), the floor with constant figures and
charts, and Dash with the same questions and charts, in turn, in one real Chromium, in one run. What
counts are the ratios: the machine, its noise and its browser are the same for all four.

Whoever takes seconds for an answer (Dash, of a large record) is asked less often, and not by so
many readers that all of them would wait for minutes: else the whole would take a day.
"""
