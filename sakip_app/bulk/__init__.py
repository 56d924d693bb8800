"""A folder of workbooks at once: each is read, judged and kept by itself, and whatever one holds stops no other."""

from sakip_app.bulk.command import ImporDitolakError, Pilihan, run

__all__ = ["ImporDitolakError", "Pilihan", "run"]
