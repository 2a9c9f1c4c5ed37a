"""The package of a Word file: unpacked within limits, guarded, packed the same every time."""
