"""Fill a database with the example: ``python -m data.contoh [database file or URL]``."""

import argparse
import sys
import time

from data.contoh import create_example, has_example
from sakip_app.store import StoreError, list_unggahan, open_store


def main() -> int:
    """Create the example and say what was done, in Indonesian."""
    parser = argparse.ArgumentParser(prog="python -m data.contoh", description=__doc__)
    parser.add_argument("basis_data", nargs="?", help="berkas SQLite atau URL; baku: SAKIP_DATABASE_URL")
    try:
        engine = open_store(parser.parse_args().basis_data)
        if has_example(engine):
            sys.stdout.write("Data contoh sudah ada; tidak ada yang diubah.\n")
            return 0
        began = time.perf_counter()
        create_example(engine)
    except StoreError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    n = len(list_unggahan(engine, "contoh"))
    sys.stdout.write(f"Data contoh tersimpan: {n} unggahan dalam {time.perf_counter() - began:.1f} detik.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
