"""The film check: what a recording allows to be measured, and what to change in the next one."""
