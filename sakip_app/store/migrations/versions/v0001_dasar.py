"""The first tables: bodies, units, files kept, statements that only grow, and the log."""

import sqlalchemy as sa
from alembic import op

from sakip_app.store.triggers import append_only

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

HANYA_TAMBAH = ("berkas", "unggahan", "indikator", "nilai", "penegasan", "peristiwa")


def upgrade() -> None:
    op.create_table(
        "instansi",
        sa.Column("kode", sa.String, nullable=False),
        sa.Column("nama", sa.String, nullable=False),
        sa.Column("jenis", sa.String, nullable=False),
        sa.Column("contoh", sa.Boolean(create_constraint=False), nullable=False),
        sa.Column("aturan", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("kode", name="pk_instansi"),
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kode_instansi", sa.String, nullable=False),
        sa.Column("kode_unit", sa.String, nullable=False),
        sa.Column("nama", sa.String, nullable=False),
        sa.Column("nama_pendek", sa.String, nullable=False),
        sa.Column("jenis", sa.String, nullable=False),
        sa.Column("kode_induk", sa.String),
        sa.Column("urutan", sa.Integer, nullable=False),
        sa.Column("berlaku_dari", sa.Date),
        sa.Column("berlaku_sampai", sa.Date),
        sa.PrimaryKeyConstraint("id", name="pk_unit"),
        sa.ForeignKeyConstraint(["kode_instansi"], ["instansi.kode"], name="fk_unit_kode_instansi"),
        sa.UniqueConstraint("kode_instansi", "kode_unit", name="uq_unit_kode_instansi_kode_unit"),
    )
    op.create_table(
        "unit_alias",
        sa.Column("kode_instansi", sa.String, nullable=False),
        sa.Column("alias", sa.String, nullable=False),
        sa.Column("kode_unit", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("kode_instansi", "alias", name="pk_unit_alias"),
        _fk_unit("unit_alias"),
    )
    op.create_table(
        "periode",
        sa.Column("kode_instansi", sa.String, nullable=False),
        sa.Column("tahun", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("triwulan", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("tenggat", sa.Date),
        sa.PrimaryKeyConstraint("kode_instansi", "tahun", "triwulan", name="pk_periode"),
        sa.ForeignKeyConstraint(["kode_instansi"], ["instansi.kode"], name="fk_periode_kode_instansi"),
    )
    op.create_table(
        "berkas",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("isi", sa.LargeBinary, nullable=False),
        sa.Column("ukuran", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_berkas"),
    )
    op.create_table(
        "unggahan",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kode_instansi", sa.String, nullable=False),
        sa.Column("kode_unit", sa.String, nullable=False),
        sa.Column("tahun", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("nama_berkas", sa.String, nullable=False),
        sa.Column("tata_letak", sa.String, nullable=False),
        sa.Column("lembar", sa.String, nullable=False),
        sa.Column("dokumen", sa.String),
        sa.Column("triwulan_terakhir", sa.Integer),
        sa.Column("pelaku", sa.String, nullable=False),
        sa.Column("waktu", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_unggahan"),
        sa.ForeignKeyConstraint(["sha256"], ["berkas.sha256"], name="fk_unggahan_sha256"),
        _fk_unit("unggahan"),
    )
    op.create_index("ix_unggahan_kode_instansi_sha256", "unggahan", ["kode_instansi", "sha256"])
    op.create_index(
        "ix_unggahan_kode_instansi_tahun_kode_unit", "unggahan", ["kode_instansi", "tahun", "kode_unit"]
    )
    op.create_table(
        "indikator",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kode_instansi", sa.String, nullable=False),
        sa.Column("kode_unit", sa.String, nullable=False),
        sa.Column("tahun", sa.Integer, nullable=False),
        sa.Column("kunci", sa.String, nullable=False),
        sa.Column("urutan", sa.Integer, nullable=False),
        sa.Column("unggahan_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_indikator"),
        sa.ForeignKeyConstraint(["unggahan_id"], ["unggahan.id"], name="fk_indikator_unggahan_id"),
        _fk_unit("indikator"),
        sa.UniqueConstraint(
            "kode_instansi",
            "tahun",
            "kode_unit",
            "kunci",
            name="uq_indikator_kode_instansi_tahun_kode_unit_kunci",
        ),
    )
    op.create_table(
        "nilai",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("indikator_id", sa.Integer, nullable=False),
        sa.Column("jenis", sa.String, nullable=False),
        sa.Column("triwulan", sa.Integer),
        sa.Column("angka", sa.Float),
        sa.Column("teks", sa.String),
        sa.Column("dokumen", sa.String),
        sa.Column("keadaan", sa.String, nullable=False),
        sa.Column("unggahan_id", sa.Integer),
        sa.Column("lembar", sa.String),
        sa.Column("sel", sa.String),
        sa.Column("pelaku", sa.String, nullable=False),
        sa.Column("waktu", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_nilai"),
        sa.ForeignKeyConstraint(["indikator_id"], ["indikator.id"], name="fk_nilai_indikator_id"),
        sa.ForeignKeyConstraint(["unggahan_id"], ["unggahan.id"], name="fk_nilai_unggahan_id"),
    )
    op.create_index(
        "ix_nilai_indikator_id_jenis_triwulan_id_unggahan_id",
        "nilai",
        ["indikator_id", "jenis", "triwulan", "id", "unggahan_id"],
    )
    op.create_index("ix_nilai_unggahan_id", "nilai", ["unggahan_id"])
    op.create_table(
        "penegasan",
        sa.Column("nilai_id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("unggahan_id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("lembar", sa.String),
        sa.Column("sel", sa.String),
        sa.PrimaryKeyConstraint("nilai_id", "unggahan_id", name="pk_penegasan"),
        sa.ForeignKeyConstraint(["nilai_id"], ["nilai.id"], name="fk_penegasan_nilai_id"),
        sa.ForeignKeyConstraint(["unggahan_id"], ["unggahan.id"], name="fk_penegasan_unggahan_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "peristiwa",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("waktu", sa.DateTime, nullable=False),
        sa.Column("pelaku", sa.String, nullable=False),
        sa.Column("jenis", sa.String, nullable=False),
        sa.Column("kode_instansi", sa.String),
        sa.Column("unggahan_id", sa.Integer),
        sa.Column("keterangan", sa.String),
        sa.PrimaryKeyConstraint("id", name="pk_peristiwa"),
        sa.ForeignKeyConstraint(["unggahan_id"], ["unggahan.id"], name="fk_peristiwa_unggahan_id"),
    )
    op.create_index("ix_peristiwa_jenis_unggahan_id", "peristiwa", ["jenis", "unggahan_id"])
    for table in HANYA_TAMBAH:
        append_only(table)


def _fk_unit(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["kode_instansi", "kode_unit"],
        ["unit.kode_instansi", "unit.kode_unit"],
        name=f"fk_{table}_kode_instansi_kode_unit",
    )
