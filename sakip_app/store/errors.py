"""What the store refuses, each with a stable code, an Indonesian sentence and what to do next."""

from __future__ import annotations


class StoreError(Exception):
    """Base of every refusal of the store.

    Attributes:
        kode: stable slug, for tests and for looking up.
        pesan: what is the case, in Indonesian, fit for a screen.
        saran: what the person can do.
    """

    def __init__(self, kode: str, pesan: str, saran: str) -> None:
        super().__init__(f"{pesan} {saran}")
        self.kode = kode
        self.pesan = pesan
        self.saran = saran


class StoreTakTerbukaError(StoreError):
    """The database cannot be opened, written or migrated."""


class SimpanDitolakError(StoreError):
    """Something that was to be kept is refused; nothing of it was stored."""
