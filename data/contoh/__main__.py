"""Fill a database with the examples: ``python -m data.contoh [--lima-tahun] [database file or URL]``."""

import argparse
import sys
import time

from sqlalchemy import Engine

from data.contoh import create_example, create_large, has_example
from sakip_app.store import StoreError, list_unggahan, open_store


def main() -> int:
    """Create the examples that are missing and say what was done, in Indonesian."""
    parser = argparse.ArgumentParser(prog="python -m data.contoh", description=__doc__)
    parser.add_argument("basis_data", nargs="?", help="berkas SQLite atau URL; baku: SAKIP_DATABASE_URL")
    parser.add_argument(
        "--lima-tahun", action="store_true", help="2022–2026 dan lebih banyak satker, untuk uji beban"
    )
    asked = parser.parse_args()
    try:
        engine = open_store(asked.basis_data)
        try:
            said = _fill(engine, large=asked.lima_tahun)
        finally:
            engine.dispose()  # closing the last connection folds the WAL into the file: it can be copied
    except StoreError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"{said}\n")
    return 0


def _fill(engine: Engine, *, large: bool) -> str:
    if has_example(engine):
        return "Data contoh sudah ada; tidak ada yang diubah."
    began = time.perf_counter()
    made = create_large(engine) if large else create_example(engine)
    kept = ", ".join(f"{badan.nama} {len(list_unggahan(engine, badan.kode))} unggahan" for badan in made)
    return f"Data contoh tersimpan: {kept}; {time.perf_counter() - began:.1f} detik."


if __name__ == "__main__":
    sys.exit(main())
