"""The database: tables, migrations, reading and writing with history."""

from sakip_app.store.agreements import PK, list_pk, set_pk
from sakip_app.store.changes import list_perubahan
from sakip_app.store.correction import correct_value
from sakip_app.store.database import BERKAS_BAKU, open_store
from sakip_app.store.declaration import declare
from sakip_app.store.errors import SimpanDitolakError, StoreError, StoreTakTerbukaError
from sakip_app.store.events import data_version, list_peristiwa
from sakip_app.store.evidence import (
    add_bukti,
    is_bukti_wajib,
    link_host,
    list_bukti,
    set_bukti_wajib,
    withdraw_bukti,
)
from sakip_app.store.findings import list_temuan
from sakip_app.store.follow_up_history import list_tindak_lanjut
from sakip_app.store.follow_up_reports import BedaTindakLanjut, compare_follow_ups
from sakip_app.store.follow_up_steps import LangkahBaru, add_langkah, withdraw_tindak_lanjut
from sakip_app.store.follow_ups import add_tindak_lanjut
from sakip_app.store.history import Unggahan, find_upload, history, list_unggahan, read_berkas
from sakip_app.store.lifetime import sebut_triwulan
from sakip_app.store.matching import Padanan, match_rows
from sakip_app.store.naming import list_alias, list_nama, list_nomenklatur, list_penerus
from sakip_app.store.periods import (
    Jadwal,
    check_jadwal,
    jadwal_of,
    list_periode,
    set_jadwal,
    set_periode,
    set_tenggat,
)
from sakip_app.store.preview import compare
from sakip_app.store.profiles import (
    Profil,
    ProfilBaru,
    answers_for,
    find_profile,
    forget_profile,
    list_profiles,
    list_versions,
    set_profile,
    suggest_profile,
)
from sakip_app.store.removed import list_dicabut
from sakip_app.store.renstra import load_renstra
from sakip_app.store.reorganisation import (
    add_alias,
    end_unit,
    merge_units,
    rename_unit,
    set_unit_valid,
    split_unit,
)
from sakip_app.store.rules import (
    AturanDipakai,
    adopt_aturan,
    aturan_from_json,
    aturan_json,
    aturan_pada,
    list_aturan,
    list_dilaporkan,
    list_skala,
    set_skala,
    tahun_berjalan,
)
from sakip_app.store.snapshots import find_rekam, freeze, list_rekam, read_rekam
from sakip_app.store.sources import list_sumber
from sakip_app.store.succession import list_pelanjut
from sakip_app.store.unit_list import apply_unit_list
from sakip_app.store.unit_names import near_units
from sakip_app.store.units import (
    UnitBaru,
    add_instansi,
    add_units,
    find_unit,
    list_instansi,
    list_unit,
    rename_instansi,
)
from sakip_app.store.upload import Kiriman, UnggahanTersimpan, commit_upload, commit_uploads, is_kept
from sakip_app.store.withdrawal import AkibatTarik, preview_withdrawal, withdraw_upload
from sakip_app.store.year import DataTahun, list_tahun, load_tahun

__all__ = [
    "BERKAS_BAKU",
    "PK",
    "AkibatTarik",
    "AturanDipakai",
    "BedaTindakLanjut",
    "DataTahun",
    "Jadwal",
    "Kiriman",
    "LangkahBaru",
    "Padanan",
    "Profil",
    "ProfilBaru",
    "SimpanDitolakError",
    "StoreError",
    "StoreTakTerbukaError",
    "Unggahan",
    "UnggahanTersimpan",
    "UnitBaru",
    "add_alias",
    "add_bukti",
    "add_instansi",
    "add_langkah",
    "add_tindak_lanjut",
    "add_units",
    "adopt_aturan",
    "answers_for",
    "apply_unit_list",
    "aturan_from_json",
    "aturan_json",
    "aturan_pada",
    "check_jadwal",
    "commit_upload",
    "commit_uploads",
    "compare",
    "compare_follow_ups",
    "correct_value",
    "data_version",
    "declare",
    "end_unit",
    "find_profile",
    "find_rekam",
    "find_unit",
    "find_upload",
    "forget_profile",
    "freeze",
    "history",
    "is_bukti_wajib",
    "is_kept",
    "jadwal_of",
    "link_host",
    "list_alias",
    "list_aturan",
    "list_bukti",
    "list_dicabut",
    "list_dilaporkan",
    "list_instansi",
    "list_nama",
    "list_nomenklatur",
    "list_pelanjut",
    "list_penerus",
    "list_periode",
    "list_peristiwa",
    "list_perubahan",
    "list_pk",
    "list_profiles",
    "list_rekam",
    "list_skala",
    "list_sumber",
    "list_tahun",
    "list_temuan",
    "list_tindak_lanjut",
    "list_unggahan",
    "list_unit",
    "list_versions",
    "load_renstra",
    "load_tahun",
    "match_rows",
    "merge_units",
    "near_units",
    "open_store",
    "preview_withdrawal",
    "read_berkas",
    "read_rekam",
    "rename_instansi",
    "rename_unit",
    "sebut_triwulan",
    "set_bukti_wajib",
    "set_jadwal",
    "set_periode",
    "set_pk",
    "set_profile",
    "set_skala",
    "set_tenggat",
    "set_unit_valid",
    "split_unit",
    "suggest_profile",
    "tahun_berjalan",
    "withdraw_bukti",
    "withdraw_tindak_lanjut",
    "withdraw_upload",
]
