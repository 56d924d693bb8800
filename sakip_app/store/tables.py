"""The tables, as the newest migration leaves them (a test compares the two).

``nilai`` holds everything that can change, one row a statement, and only ever grows: the value in force
is the newest row that a not-withdrawn upload states. ``indikator`` is therefore no more than an identity.
"""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

#: Tables to which rows are only ever added; the database itself refuses UPDATE and DELETE on them.
HANYA_TAMBAH = (
    *("berkas", "unggahan", "indikator", "nilai", "penegasan", "peristiwa"),
    *("nomenklatur", "penerus", "pk", "aturan", "skala", "bukti", "bukti_ditarik"),
    *("profil", "rekam", "tindak_lanjut", "tindak_lanjut_langkah", "temuan"),
)

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class WaktuUTC(sa.TypeDecorator[datetime]):
    """A moment in UTC: kept without zone (SQLite has none), handed out aware."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive moment, for nobody can say which zone it was meant in."""
        if value is None:
            return None
        if value.tzinfo is None:
            msg = f"waktu needs a time zone: {value!r}"
            raise ValueError(msg)
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


def _fk_unit() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["kode_instansi", "kode_unit"],
        ["unit.kode_instansi", "unit.kode_unit"],
    )


instansi = sa.Table(
    "instansi",
    metadata,
    sa.Column("kode", sa.String, primary_key=True),
    sa.Column("nama", sa.String, nullable=False),
    sa.Column("jenis", sa.String, nullable=False),
    sa.Column("contoh", sa.Boolean(create_constraint=False), nullable=False),
    sa.Column("aturan", sa.String, nullable=False),  # the preset that holds until one is adopted
    sa.Column("bukti_wajib", sa.Boolean(create_constraint=False), nullable=False, server_default=sa.false()),
)

unit = sa.Table(
    "unit",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kode_instansi", sa.String, sa.ForeignKey("instansi.kode"), nullable=False),
    sa.Column("kode_unit", sa.String, nullable=False),
    sa.Column("nama", sa.String, nullable=False),
    sa.Column("nama_pendek", sa.String, nullable=False),
    sa.Column("jenis", sa.String, nullable=False),
    sa.Column("kode_induk", sa.String),
    sa.Column("urutan", sa.Integer, nullable=False),
    sa.Column("berlaku_dari", sa.Date),
    sa.Column("berlaku_sampai", sa.Date),
    sa.UniqueConstraint("kode_instansi", "kode_unit"),
)

# A unit keeps its code for life; ``unit`` says how it was called when it was registered, and each row here how it
# has been called since. The past therefore reads as it was.
nomenklatur = sa.Table(
    "nomenklatur",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kode_instansi", sa.String, nullable=False),
    sa.Column("kode_unit", sa.String, nullable=False),
    sa.Column("sejak", sa.Date, nullable=False),
    sa.Column("nama", sa.String, nullable=False),
    sa.Column("nama_pendek", sa.String, nullable=False),
    sa.Column("jenis", sa.String, nullable=False),
    sa.Column("kode_induk", sa.String),
    sa.Column("urutan", sa.Integer, nullable=False),
    sa.Column("pelaku", sa.String, nullable=False),
    sa.Column("waktu", WaktuUTC, nullable=False),
    _fk_unit(),
    sa.Index(None, "kode_instansi", "kode_unit", "sejak"),
)

# Who goes on with the work of a unit that ended: one row a successor (a split has several, a merger one each).
penerus = sa.Table(
    "penerus",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kode_instansi", sa.String, nullable=False),
    sa.Column("kode_unit", sa.String, nullable=False),
    sa.Column("kode_penerus", sa.String, nullable=False),
    sa.Column("sejak", sa.Date, nullable=False),
    sa.Column("pelaku", sa.String, nullable=False),
    sa.Column("waktu", WaktuUTC, nullable=False),
    _fk_unit(),
)

unit_alias = sa.Table(
    "unit_alias",
    metadata,
    sa.Column("kode_instansi", sa.String, primary_key=True),
    sa.Column("alias", sa.String, primary_key=True),  # normalised: see units.normalise
    sa.Column("kode_unit", sa.String, nullable=False),
    _fk_unit(),
)

periode = sa.Table(
    "periode",
    metadata,
    sa.Column("kode_instansi", sa.String, sa.ForeignKey("instansi.kode"), primary_key=True),
    sa.Column("tahun", sa.Integer, primary_key=True),
    sa.Column("triwulan", sa.Integer, primary_key=True),
    sa.Column("tenggat", sa.Date),
    sa.Column("dibuka", sa.Date),
    sa.Column("ditutup", sa.Date),
)

# Rule sets a body adopted, each from a quarter on; ``isi`` is the rule as JSON.
aturan = sa.Table(
    "aturan",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kode_instansi", sa.String, sa.ForeignKey("instansi.kode"), nullable=False),
    sa.Column("nama", sa.String, nullable=False),
    sa.Column("isi", sa.String, nullable=False),
    sa.Column("keputusan", sa.String),
    sa.Column("tanggal", sa.Date),
    sa.Column("dari_tahun", sa.Integer, nullable=False),
    sa.Column("dari_triwulan", sa.Integer, nullable=False),
    sa.Column("pelaku", sa.String, nullable=False),
    sa.Column("waktu", WaktuUTC, nullable=False),
    sa.Index(None, "kode_instansi"),
)

# Ordinal scales (WTP, BB …) of a body; of one name the newest row holds. ``isi`` is {word: rank} as JSON.
skala = sa.Table(
    "skala",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kode_instansi", sa.String, sa.ForeignKey("instansi.kode"), nullable=False),
    sa.Column("nama", sa.String, nullable=False),
    sa.Column("isi", sa.String, nullable=False),
    sa.Column("pelaku", sa.String, nullable=False),
    sa.Column("waktu", WaktuUTC, nullable=False),
    sa.Index(None, "kode_instansi"),
)

# The agreements of a unit and year; of one ``kode_pk`` the newest row holds.
pk = sa.Table(
    "pk",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kode_instansi", sa.String, nullable=False),
    sa.Column("kode_unit", sa.String, nullable=False),
    sa.Column("tahun", sa.Integer, nullable=False),
    sa.Column("kode_pk", sa.String, nullable=False),
    sa.Column("nama", sa.String, nullable=False),
    sa.Column("pihak_pertama", sa.String),
    sa.Column("pihak_kedua", sa.String),
    sa.Column("tanggal", sa.Date),
    sa.Column("pelaku", sa.String, nullable=False),
    sa.Column("waktu", WaktuUTC, nullable=False),
    _fk_unit(),
    sa.Index(None, "kode_instansi", "tahun", "kode_unit"),
)

berkas = sa.Table(
    "berkas",
    metadata,
    sa.Column("sha256", sa.String(64), primary_key=True),
    sa.Column("isi", sa.LargeBinary, nullable=False),
    sa.Column("ukuran", sa.Integer, nullable=False),
)

unggahan = sa.Table(
    "unggahan",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kode_instansi", sa.String, nullable=False),
    sa.Column("kode_unit", sa.String, nullable=False),
    sa.Column("tahun", sa.Integer, nullable=False),
    sa.Column("sha256", sa.String(64), sa.ForeignKey("berkas.sha256"), nullable=False),
    sa.Column("nama_berkas", sa.String, nullable=False),
    sa.Column("tata_letak", sa.String, nullable=False),
    sa.Column("lembar", sa.String, nullable=False),
    sa.Column("dokumen", sa.String),
    sa.Column("triwulan_terakhir", sa.Integer),
    sa.Column("pelaku", sa.String, nullable=False),
    sa.Column("waktu", WaktuUTC, nullable=False),
    _fk_unit(),
    sa.Index(None, "kode_instansi", "sha256"),
    sa.Index(None, "kode_instansi", "tahun", "kode_unit"),
)

indikator = sa.Table(
    "indikator",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kode_instansi", sa.String, nullable=False),
    sa.Column("kode_unit", sa.String, nullable=False),
    sa.Column("tahun", sa.Integer, nullable=False),
    sa.Column("kunci", sa.String, nullable=False),
    sa.Column("urutan", sa.Integer, nullable=False),
    sa.Column("unggahan_id", sa.Integer, sa.ForeignKey("unggahan.id"), nullable=False),
    _fk_unit(),
    # The year before the unit: one year of a whole body is read far more often than one unit.
    sa.UniqueConstraint("kode_instansi", "tahun", "kode_unit", "kunci"),
)

nilai = sa.Table(
    "nilai",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("indikator_id", sa.Integer, sa.ForeignKey("indikator.id"), nullable=False),
    sa.Column("jenis", sa.String, nullable=False),
    sa.Column("triwulan", sa.Integer),
    sa.Column("angka", sa.Float),
    sa.Column("teks", sa.String),
    sa.Column("dokumen", sa.String),
    sa.Column("keadaan", sa.String, nullable=False),
    sa.Column("unggahan_id", sa.Integer, sa.ForeignKey("unggahan.id")),
    sa.Column("lembar", sa.String),
    sa.Column("sel", sa.String),
    sa.Column("pelaku", sa.String, nullable=False),
    sa.Column("waktu", WaktuUTC, nullable=False),
    sa.Column("alasan", sa.String),  # of a correction
    # In this order max(id) per (indikator, jenis, triwulan) is read from the index alone.
    sa.Index(None, "indikator_id", "jenis", "triwulan", "id", "unggahan_id"),
    sa.Index(None, "unggahan_id"),
)

# An upload that repeats a value in force adds no row to ``nilai``; it is noted here, so that withdrawing
# the upload which said it first does not take away what a later one still says.
penegasan = sa.Table(
    "penegasan",
    metadata,
    sa.Column("nilai_id", sa.Integer, sa.ForeignKey("nilai.id"), primary_key=True),
    sa.Column("unggahan_id", sa.Integer, sa.ForeignKey("unggahan.id"), primary_key=True),
    sa.Column("lembar", sa.String),
    sa.Column("sel", sa.String),
    sqlite_with_rowid=False,
)

peristiwa = sa.Table(
    "peristiwa",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("waktu", WaktuUTC, nullable=False),
    sa.Column("pelaku", sa.String, nullable=False),
    sa.Column("jenis", sa.String, nullable=False),
    sa.Column("kode_instansi", sa.String),
    sa.Column("unggahan_id", sa.Integer, sa.ForeignKey("unggahan.id")),
    sa.Column("keterangan", sa.String),
    sa.Index(None, "jenis", "unggahan_id"),
)

# Evidence for the realisasi of one indicator and quarter: a kept file, or a link.
bukti = sa.Table(
    "bukti",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("indikator_id", sa.Integer, sa.ForeignKey("indikator.id"), nullable=False),
    sa.Column("triwulan", sa.Integer, nullable=False),
    sa.Column("nama", sa.String, nullable=False),
    sa.Column("bentuk", sa.String, nullable=False),
    sa.Column("sha256", sa.String(64), sa.ForeignKey("berkas.sha256")),
    sa.Column("tautan", sa.String),
    sa.Column("pelaku", sa.String, nullable=False),
    sa.Column("waktu", WaktuUTC, nullable=False),
    sa.Index(None, "indikator_id", "triwulan"),
)

bukti_ditarik = sa.Table(
    "bukti_ditarik",
    metadata,
    sa.Column("bukti_id", sa.Integer, sa.ForeignKey("bukti.id"), primary_key=True),
    sa.Column("alasan", sa.String, nullable=False),
    sa.Column("pelaku", sa.String, nullable=False),
    sa.Column("waktu", WaktuUTC, nullable=False),
)

# What a person answered about a form; of one unit and form the newest row holds, and one without ``isi`` (answers as
# JSON) says that they were forgotten. ``sha256`` is the file they were given for.
profil = sa.Table(
    "profil",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kode_instansi", sa.String, nullable=False),
    sa.Column("kode_unit", sa.String, nullable=False),
    sa.Column("sidik", sa.String, nullable=False),
    sa.Column("bentuk", sa.String, nullable=False),
    sa.Column("isi", sa.String),
    sa.Column("sha256", sa.String(64)),
    sa.Column("pelaku", sa.String, nullable=False),
    sa.Column("waktu", WaktuUTC, nullable=False),
    _fk_unit(),
    sa.Index(None, "kode_instansi", "sidik", "kode_unit"),
)

# A quarter as it stood at one moment (``isi``, as the caller packed it); its short id is made of tahun, triwulan, id.
rekam = sa.Table(
    "rekam",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kode_instansi", sa.String, sa.ForeignKey("instansi.kode"), nullable=False),
    sa.Column("tahun", sa.Integer, nullable=False),
    sa.Column("triwulan", sa.Integer, nullable=False),
    sa.Column("isi", sa.LargeBinary, nullable=False),
    sa.Column("sidik", sa.String, nullable=False),
    sa.Column("versi", sa.Integer, nullable=False),
    sa.Column("pelaku", sa.String, nullable=False),
    sa.Column("waktu", WaktuUTC, nullable=False),
    sa.Index(None, "kode_instansi", "tahun", "triwulan"),
)

# What a meeting decided; what has become of it stands in its steps. The uid comes from whoever wrote it down, so that
# what is sent again is known again.
tindak_lanjut = sa.Table(
    "tindak_lanjut",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("uid", sa.String(64), nullable=False, unique=True),
    sa.Column("kode_instansi", sa.String, sa.ForeignKey("instansi.kode"), nullable=False),
    sa.Column("kode_unit", sa.String),
    sa.Column("indikator_id", sa.Integer, sa.ForeignKey("indikator.id")),
    sa.Column("tahun", sa.Integer, nullable=False),
    sa.Column("triwulan", sa.Integer, nullable=False),
    sa.Column("rekam_id", sa.Integer, sa.ForeignKey("rekam.id")),
    sa.Column("apa", sa.String, nullable=False),
    sa.Column("penanggung_jawab", sa.String, nullable=False),
    sa.Column("tenggat", sa.Date),
    sa.Column("ukuran_berhasil", sa.String),
    sa.Column("pelaku", sa.String, nullable=False),
    sa.Column("waktu", WaktuUTC, nullable=False),
    _fk_unit(),
    sa.Index(None, "kode_instansi"),
)

# Blank is what a step does not speak of; ``batal`` withdraws the follow-up, with ``catatan`` as the reason.
tindak_lanjut_langkah = sa.Table(
    "tindak_lanjut_langkah",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("uid", sa.String(64), nullable=False, unique=True),
    sa.Column("tindak_lanjut_id", sa.Integer, sa.ForeignKey("tindak_lanjut.id"), nullable=False),
    *(sa.Column(nama, sa.String) for nama in ("keadaan", "catatan", "bukti", "apa", "penanggung_jawab")),
    sa.Column("tenggat", sa.Date),
    sa.Column("tahun", sa.Integer),
    sa.Column("triwulan", sa.Integer),
    sa.Column("unggahan_id", sa.Integer, sa.ForeignKey("unggahan.id")),
    sa.Column("batal", sa.Boolean(create_constraint=False), nullable=False),
    sa.Column("pelaku", sa.String, nullable=False),
    sa.Column("waktu", WaktuUTC, nullable=False),
    sa.Index(None, "tindak_lanjut_id"),
)

# What was to be looked at in an upload when it was accepted.
temuan = sa.Table(
    "temuan",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("unggahan_id", sa.Integer, sa.ForeignKey("unggahan.id"), nullable=False),
    *(sa.Column(nama, sa.String, nullable=False) for nama in ("kode", "tingkat", "lembar", "sel", "nilai")),
    sa.Column("pesan", sa.String, nullable=False),
    sa.Column("saran", sa.String, nullable=False),
    sa.Index(None, "unggahan_id"),
)
