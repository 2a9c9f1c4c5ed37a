"""How Hypothesis searches: the same examples every time in the gate, new ones at a desk."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "desk",
    deadline=None,  # a slow machine is no fault of the code
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("gate", settings.get_profile("desk"), derandomize=True)

IN_GATE = bool(os.environ.get("CI")) or os.environ.get("REPORTGEN_REQUIRE_JUDGES") == "1"
settings.load_profile("gate" if IN_GATE else "desk")
