"""Fill a database with the example: ``python -m data.contoh [database file or URL]``."""

import argparse
import sys
import time

from sqlalchemy import Engine

from data.contoh import KODE, create_example, has_example
from sakip_app.store import StoreError, list_unggahan, open_store


def main() -> int:
    """Create the example and say what was done, in Indonesian."""
    parser = argparse.ArgumentParser(prog="python -m data.contoh", description=__doc__)
    parser.add_argument("basis_data", nargs="?", help="berkas SQLite atau URL; baku: SAKIP_DATABASE_URL")
    try:
        engine = open_store(parser.parse_args().basis_data)
        try:
            said = _fill(engine)
        finally:
            engine.dispose()  # closing the last connection folds the WAL into the file: it can be copied
    except StoreError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"{said}\n")
    return 0


def _fill(engine: Engine) -> str:
    if has_example(engine):
        return "Data contoh sudah ada; tidak ada yang diubah."
    began = time.perf_counter()
    create_example(engine)
    n = len(list_unggahan(engine, KODE))
    return f"Data contoh tersimpan: {n} unggahan dalam {time.perf_counter() - began:.1f} detik."


if __name__ == "__main__":
    sys.exit(main())
