"""How a year is called."""

from dashboard.look import Look


def year_label(year: str, look: Look) -> str:
    """2024 stays; FY2024-25 is 2024-2025 in French."""
    if look.language.code == "fr" and year.startswith("FY"):
        start = int(year[2:6])
        return f"{start}-{start + 1}" if "-" in year else str(start)
    return year
