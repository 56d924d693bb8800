"""A planner's whole year: names over time, adopted rules, scales, agreements, due dates, corrections, evidence."""

import sqlalchemy as sa
from alembic import op

from sakip_app.store.triggers import append_only

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

HANYA_TAMBAH = ("nomenklatur", "penerus", "pk", "aturan", "skala", "bukti", "bukti_ditarik")


def upgrade() -> None:
    op.add_column(
        "instansi",
        sa.Column("bukti_wajib", sa.Boolean(create_constraint=False), nullable=False, server_default=sa.false()),
    )
    op.add_column("periode", sa.Column("dibuka", sa.Date))
    op.add_column("periode", sa.Column("ditutup", sa.Date))
    op.add_column("nilai", sa.Column("alasan", sa.String))
    op.create_table(
        "nomenklatur",
        sa.Column("id", sa.Integer, nullable=False),
        *_unit_columns(),
        sa.Column("sejak", sa.Date, nullable=False),
        sa.Column("nama", sa.String, nullable=False),
        sa.Column("nama_pendek", sa.String, nullable=False),
        sa.Column("jenis", sa.String, nullable=False),
        sa.Column("kode_induk", sa.String),
        sa.Column("urutan", sa.Integer, nullable=False),
        *_said(),
        sa.PrimaryKeyConstraint("id", name="pk_nomenklatur"),
        _fk_unit("nomenklatur"),
    )
    op.create_index(
        "ix_nomenklatur_kode_instansi_kode_unit_sejak", "nomenklatur", ["kode_instansi", "kode_unit", "sejak"]
    )
    op.create_table(
        "penerus",
        sa.Column("id", sa.Integer, nullable=False),
        *_unit_columns(),
        sa.Column("kode_penerus", sa.String, nullable=False),
        sa.Column("sejak", sa.Date, nullable=False),
        *_said(),
        sa.PrimaryKeyConstraint("id", name="pk_penerus"),
        _fk_unit("penerus"),
    )
    op.create_table(
        "pk",
        sa.Column("id", sa.Integer, nullable=False),
        *_unit_columns(),
        sa.Column("tahun", sa.Integer, nullable=False),
        sa.Column("kode_pk", sa.String, nullable=False),
        sa.Column("nama", sa.String, nullable=False),
        sa.Column("pihak_pertama", sa.String),
        sa.Column("pihak_kedua", sa.String),
        sa.Column("tanggal", sa.Date),
        *_said(),
        sa.PrimaryKeyConstraint("id", name="pk_pk"),
        _fk_unit("pk"),
    )
    op.create_index("ix_pk_kode_instansi_tahun_kode_unit", "pk", ["kode_instansi", "tahun", "kode_unit"])
    op.create_table(
        "aturan",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kode_instansi", sa.String, nullable=False),
        sa.Column("nama", sa.String, nullable=False),
        sa.Column("isi", sa.String, nullable=False),
        sa.Column("keputusan", sa.String),
        sa.Column("tanggal", sa.Date),
        sa.Column("dari_tahun", sa.Integer, nullable=False),
        sa.Column("dari_triwulan", sa.Integer, nullable=False),
        *_said(),
        sa.PrimaryKeyConstraint("id", name="pk_aturan"),
        sa.ForeignKeyConstraint(["kode_instansi"], ["instansi.kode"], name="fk_aturan_kode_instansi"),
    )
    op.create_index("ix_aturan_kode_instansi", "aturan", ["kode_instansi"])
    op.create_table(
        "skala",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kode_instansi", sa.String, nullable=False),
        sa.Column("nama", sa.String, nullable=False),
        sa.Column("isi", sa.String, nullable=False),
        *_said(),
        sa.PrimaryKeyConstraint("id", name="pk_skala"),
        sa.ForeignKeyConstraint(["kode_instansi"], ["instansi.kode"], name="fk_skala_kode_instansi"),
    )
    op.create_index("ix_skala_kode_instansi", "skala", ["kode_instansi"])
    op.create_table(
        "bukti",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("indikator_id", sa.Integer, nullable=False),
        sa.Column("triwulan", sa.Integer, nullable=False),
        sa.Column("nama", sa.String, nullable=False),
        sa.Column("bentuk", sa.String, nullable=False),
        sa.Column("sha256", sa.String(64)),
        sa.Column("tautan", sa.String),
        *_said(),
        sa.PrimaryKeyConstraint("id", name="pk_bukti"),
        sa.ForeignKeyConstraint(["indikator_id"], ["indikator.id"], name="fk_bukti_indikator_id"),
        sa.ForeignKeyConstraint(["sha256"], ["berkas.sha256"], name="fk_bukti_sha256"),
    )
    op.create_index("ix_bukti_indikator_id_triwulan", "bukti", ["indikator_id", "triwulan"])
    op.create_table(
        "bukti_ditarik",
        sa.Column("bukti_id", sa.Integer, nullable=False),
        sa.Column("alasan", sa.String, nullable=False),
        *_said(),
        sa.PrimaryKeyConstraint("bukti_id", name="pk_bukti_ditarik"),
        sa.ForeignKeyConstraint(["bukti_id"], ["bukti.id"], name="fk_bukti_ditarik_bukti_id"),
    )
    for table in HANYA_TAMBAH:
        append_only(table)


def _unit_columns() -> tuple[sa.Column[str], sa.Column[str]]:
    return sa.Column("kode_instansi", sa.String, nullable=False), sa.Column("kode_unit", sa.String, nullable=False)


def _said() -> tuple[sa.Column[str], sa.Column[object]]:
    return sa.Column("pelaku", sa.String, nullable=False), sa.Column("waktu", sa.DateTime, nullable=False)


def _fk_unit(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["kode_instansi", "kode_unit"],
        ["unit.kode_instansi", "unit.kode_unit"],
        name=f"fk_{table}_kode_instansi_kode_unit",
    )
