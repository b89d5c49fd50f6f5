"""What holds for all tests."""

import os

from hypothesis import HealthCheck, settings

# A busy machine is slow at times; that is no fault of what is tested. Where the checks run unattended, they try the
# same examples each time.
settings.register_profile(
    "patient", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("patient")
