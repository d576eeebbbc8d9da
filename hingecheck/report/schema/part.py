"""What every part of the report has in common."""

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Frozen and strict: no unknown key, no converted type, no NaN and no infinity."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        allow_inf_nan=False,
        use_attribute_docstrings=True,
    )
